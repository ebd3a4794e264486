package chat.warren.room;

/**
 * A room that exists, as one of its people has it before them.
 *
 * @param log the number of its log
 * @param key what stands in URLs for it; for a direct conversation it names the others
 * @param title what people read as its name
 * @param topic what it is about; empty for nothing in particular
 */
public record Room(long log, RoomKey key, String title, String topic) {
  /** A room without a topic. */
  public Room(long log, RoomKey key, String title) {
    this(log, key, title, "");
  }

  /** Whether only its members know of it. */
  public boolean isPrivate() {
    return key instanceof PrivateKey;
  }
}
