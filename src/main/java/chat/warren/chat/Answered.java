package chat.warren.chat;

import chat.warren.user.User;

/**
 * What a message answers, as it is shown with the answer: in its current state, and not longer than
 * {@link #LONGEST}.
 *
 * @param seq its number in the log
 * @param author who wrote it
 * @param text its beginning; null if it was deleted
 */
public record Answered(long seq, User author, String text) {
  /** In characters (code points); of a longer text the beginning is quoted. */
  public static final int LONGEST = 200;

  /** Takes the beginning of the text. */
  public Answered {
    if (text != null && text.codePointCount(0, text.length()) > LONGEST) {
      text = text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
  }

  public boolean deleted() {
    return text == null;
  }
}
