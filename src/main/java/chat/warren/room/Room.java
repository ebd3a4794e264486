package chat.warren.room;

/**
 * A room that exists.
 *
 * @param log the number of its log
 * @param name its name, the only one of its kind
 */
public record Room(long log, RoomName name) {}
