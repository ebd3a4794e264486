package chat.warren.room;

import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;

/**
 * The name of a public room: 1 to 64 Unicode characters (code points, NFC) without control
 * characters and slashes. A leading {@code @} is kept for conversations with people, a leading
 * {@code ~} for private rooms.
 *
 * @param value the name as people read it
 */
public record RoomName(String value) implements RoomKey {
  /** The longest name, in Unicode code points. */
  public static final int MAX_LENGTH = 64;

  /**
   * @throws Refused if the name is blank, too long, or holds a character that no room name may have
   */
  public RoomName {
    value = Names.normal(value);
    if (Names.hasControl(value) || value.indexOf('/') >= 0 || value.indexOf('\\') >= 0) {
      throw new Refused(Refusal.ROOM_NAME_CHARACTER);
    }
    if (Names.isBlank(value)) {
      throw new Refused(Refusal.ROOM_NAME_BLANK);
    }
    if (Names.length(value) > MAX_LENGTH) {
      throw new Refused(Refusal.ROOM_NAME_TOO_LONG, MAX_LENGTH);
    }
    // URLs cannot carry "." and ".." as a segment: browsers and servers resolve them away.
    if (value.startsWith(Company.MARK)
        || value.startsWith(PrivateKey.MARK)
        || value.equals(".")
        || value.equals("..")) {
      throw new Refused(Refusal.ROOM_NAME_RESERVED, value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
