package chat.warren.user;

/**
 * A request that brings a session.
 *
 * @param user who sends it
 * @param session the number of the session
 * @param profile what the person has chosen
 * @param mayReset whether the person may set a new password without knowing the old one
 */
public record Visit(User user, long session, Profile profile, boolean mayReset) {}
