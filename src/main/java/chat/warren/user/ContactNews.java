package chat.warren.user;

import java.time.Instant;

/**
 * What somebody is to be told of about a contact.
 *
 * @param person who is told
 * @param from who asks, or has accepted
 * @param accepted false for a request
 * @param at when
 */
public record ContactNews(User person, User from, boolean accepted, Instant at) {}
