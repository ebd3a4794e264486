package chat.warren.user;

import java.time.Duration;

/**
 * How often somebody may do something.
 *
 * @param name tells it from other limits
 * @param burst how often at once
 * @param period how long it takes until that is possible again; a part of it after a part of that
 */
public record Limit(String name, int burst, Duration period) {}
