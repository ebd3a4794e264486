package chat.warren.chat;

import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;

/** What somebody reacts with: 1 to 16 Unicode characters (code points) that show something. */
public record Emoji(String value) {
  /** The longest, in Unicode code points; a family of four with skin tones has 11. */
  public static final int MAX_LENGTH = 16;

  /**
   * @throws Refused {@link Refusal#BAD_EMOJI}
   */
  public Emoji {
    value = Names.normal(value);
    if (Names.isBlank(value) || Names.length(value) > MAX_LENGTH || Names.hasControl(value)) {
      throw new Refused(Refusal.BAD_EMOJI, MAX_LENGTH);
    }
  }
}
