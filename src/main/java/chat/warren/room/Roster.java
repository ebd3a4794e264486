package chat.warren.room;

import chat.warren.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * All that decides about who may do what in one room, as it was at one moment; immutable.
 *
 * @param slow the time between two messages of one person; zero for none
 * @param roles the members by their numbers in the store
 * @param bans when the bans end, by person; {@link Instant#MAX} for never
 * @param mutes the same for mutes
 */
record Roster(
    boolean isPrivate,
    boolean readOnly,
    boolean archived,
    Duration slow,
    Map<Long, Role> roles,
    Map<Long, Instant> bans,
    Map<Long, Instant> mutes) {

  /**
   * What somebody may do at one moment.
   *
   * @param user null for somebody without a session
   */
  Standing standing(User user, Instant now) {
    return new Standing(
        this,
        user == null ? null : roles.get(user.id()),
        user != null && user.isAdministrator(),
        user == null ? null : pending(bans.get(user.id()), now),
        user == null ? null : pending(mutes.get(user.id()), now),
        now);
  }

  private static Instant pending(Instant end, Instant now) {
    return end != null && end.isAfter(now) ? end : null;
  }
}
