package chat.warren.user;

import java.time.Instant;

/**
 * A session as its person sees it in the list.
 *
 * @param id its number
 * @param browser which browser it was started with, in words; empty if nobody knows
 * @param used when it was used last, to the day
 */
public record OpenSession(long id, String browser, Instant created, Instant used) {}
