package chat.warren.chat;

import chat.warren.user.User;
import java.time.Instant;

/**
 * An entry of a log, stored for good: a message that somebody wrote.
 *
 * @param log the log it stands in
 * @param seq its number there: 1, 2, 3, … without gaps
 * @param at when it was written, to the millisecond
 * @param author who wrote it
 * @param id the id that the author's client chose for it, or null
 * @param text what it says
 */
public record Entry(long log, long seq, Instant at, User author, String id, String text) {}
