package chat.warren.apps;

import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.DisplayName;

/**
 * What an application is called: 1 to 40 Unicode characters (code points, NFC) without control
 * characters. People read it as the sender's name.
 */
record Label(String value) {
  /**
   * @throws Refused {@link Refusal#BAD_LABEL}
   */
  Label {
    value = Names.normal(value);
    if (Names.isBlank(value)
        || Names.length(value) > DisplayName.MAX_LENGTH
        || Names.hasControl(value)) {
      throw new Refused(Refusal.BAD_LABEL, DisplayName.MAX_LENGTH);
    }
  }
}
