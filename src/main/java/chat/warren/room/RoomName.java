package chat.warren.room;

import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The name of a room: 1 to 64 Unicode characters (code points, NFC) without control characters and
 * slashes. A leading {@code @} is kept for conversations with people.
 *
 * @param value the name as people read it
 */
public record RoomName(String value) {
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
    if (value.startsWith("@") || value.equals(".") || value.equals("..")) {
      throw new Refused(Refusal.ROOM_NAME_RESERVED, value);
    }
  }

  /**
   * The room that a segment of a URL names.
   *
   * @param segment what stands in the URL, still percent-encoded (RFC 3986): servers decode it
   *     differently
   * @throws Refused if it names no possible room
   */
  public static RoomName inSegment(String segment) {
    try {
      return new RoomName(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException brokenEncoding) {
      throw new Refused(Refusal.ROOM_NAME_CHARACTER);
    }
  }

  /** The name as a segment of a URL path. */
  public String segment() {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return value;
  }
}
