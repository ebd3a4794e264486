package chat.warren.chat;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.util.Arrays;
import java.util.Locale;

/** What of a room counts as unread for one person. */
public enum Level {
  EVERYTHING,
  /** Only messages that name the person. */
  MENTIONS,
  NOTHING;

  /** The word for it, on the wire and in the store. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param word may be null
   * @throws Refused {@link Refusal#BAD_LEVEL}
   */
  public static Level of(String word) {
    return Arrays.stream(values())
        .filter(level -> level.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refused(Refusal.BAD_LEVEL));
  }
}
