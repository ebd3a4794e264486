package chat.warren.room;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What stands in a URL for a room: the {@link RoomName} of a public one, the {@link PrivateKey} of
 * a private one, or the {@link Company} of a direct conversation. An {@link InboxKey} stands in
 * none.
 */
public sealed interface RoomKey permits RoomName, PrivateKey, Company, InboxKey {
  /** The key as people read it. */
  String value();

  /**
   * The key that a segment of a URL holds.
   *
   * @param segment what stands in the URL, still percent-encoded (RFC 3986): servers decode it
   *     differently
   * @throws Refused if it can be no key
   */
  static RoomKey inSegment(String segment) {
    String value;
    try {
      value = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEncoding) {
      throw new Refused(Refusal.ROOM_NAME_CHARACTER);
    }
    return of(value);
  }

  /**
   * The key that people read as this.
   *
   * @throws Refused if it can be no key
   */
  static RoomKey of(String value) {
    if (value.startsWith(PrivateKey.MARK)) {
      return new PrivateKey(value);
    }
    return value.startsWith(Company.MARK) ? Company.of(value) : new RoomName(value);
  }

  /** The key as a segment of a URL path. */
  default String segment() {
    return URLEncoder.encode(value(), StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%7E", PrivateKey.MARK);
  }
}
