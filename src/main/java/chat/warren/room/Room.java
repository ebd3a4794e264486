package chat.warren.room;

/**
 * A room that exists, as one of its people has it before them.
 *
 * @param log the number of its log
 * @param key what stands in URLs for it; for a direct conversation it names the others
 * @param title what people read as its name
 */
public record Room(long log, RoomKey key, String title) {}
