package chat.warren.chat;

import chat.warren.chat.Presence.State;
import java.time.Instant;

/**
 * How a person is, over all rooms.
 *
 * @param seen when the person last had a window open, to about a minute; null for who has one, and
 *     for who never had
 */
public record Sighting(State state, Instant seen) {}
