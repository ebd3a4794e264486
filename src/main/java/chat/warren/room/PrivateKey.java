package chat.warren.room;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Secret;
import java.util.regex.Pattern;

/**
 * The key of a private room: made by chance, so that nobody can guess it, and nothing but the
 * answer "no such room" tells an outsider of a room that is there. Its title is another thing.
 *
 * @param value {@code ~} and 43 characters of base64url
 */
public record PrivateKey(String value) implements RoomKey {
  static final String MARK = "~";

  private static final Pattern FORM = Pattern.compile("~[A-Za-z0-9_-]{43}");

  /**
   * @throws Refused {@link Refusal#NO_SUCH_ROOM} if no private room can have this key
   */
  public PrivateKey {
    if (!FORM.matcher(value).matches()) {
      throw new Refused(Refusal.NO_SUCH_ROOM);
    }
  }

  static PrivateKey create() {
    return new PrivateKey(MARK + Secret.create());
  }
}
