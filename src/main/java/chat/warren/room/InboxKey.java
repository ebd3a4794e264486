package chat.warren.room;

/**
 * The key of a person's inbox, which only its owner reads. It stands in no URL: a name with a slash
 * can be no room's, so no segment leads here.
 *
 * @param person the number of its owner
 */
public record InboxKey(long person) implements RoomKey {
  @Override
  public String value() {
    return "/inbox";
  }
}
