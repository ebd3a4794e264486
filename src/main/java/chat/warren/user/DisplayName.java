package chat.warren.user;

import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;

/**
 * The name under which others see a person: 1 to 40 Unicode characters (code points, NFC) without
 * control characters.
 *
 * @param value the name as people read it
 */
public record DisplayName(String value) {
  /** The longest name, in Unicode code points. */
  public static final int MAX_LENGTH = 40;

  /**
   * @throws Refused if the name is blank, too long, or holds a control character
   */
  public DisplayName {
    value = Names.normal(value);
    if (Names.hasControl(value)) {
      throw new Refused(Refusal.DISPLAY_NAME_CHARACTER);
    }
    if (Names.isBlank(value)) {
      throw new Refused(Refusal.DISPLAY_NAME_BLANK);
    }
    if (Names.length(value) > MAX_LENGTH) {
      throw new Refused(Refusal.DISPLAY_NAME_TOO_LONG, MAX_LENGTH);
    }
  }
}
