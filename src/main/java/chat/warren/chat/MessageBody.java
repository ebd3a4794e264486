package chat.warren.chat;

import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;

/**
 * What a message says: 1 to 8,000 Unicode characters (code points), not all of them blank, kept to
 * the character.
 */
public record MessageBody(String value) {
  /** The longest text, in Unicode code points. */
  public static final int MAX_LENGTH = 8_000;

  /**
   * @throws Refused if there is no text, too much of it, or a character that cannot be kept
   */
  public MessageBody {
    if (value == null || Names.isBlank(value)) {
      throw new Refused(Refusal.NO_TEXT);
    }
    if (Names.length(value) > MAX_LENGTH) {
      throw new Refused(Refusal.TEXT_TOO_LONG, MAX_LENGTH);
    }
    if (value.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
      throw new Refused(Refusal.BAD_TEXT);
    }
  }
}
