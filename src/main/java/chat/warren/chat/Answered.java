package chat.warren.chat;

import chat.warren.markup.Markup;
import chat.warren.user.User;

/**
 * What a message answers, as it is shown with the answer: in its current state, as text alone, and
 * not longer than {@link #LONGEST}.
 *
 * @param seq its number in the log
 * @param author who wrote it
 * @param text its beginning; null if it was deleted
 */
public record Answered(long seq, User author, String text) {
  /** In characters (code points); of a longer text the beginning is quoted. */
  public static final int LONGEST = 200;

  private static final String ACTION = "/me ";

  /**
   * @param text as it was written
   */
  public Answered {
    text = Markup.plain(text);
    if (text != null && text.startsWith(ACTION)) {
      text = text.substring(ACTION.length());
    }
    if (text != null && text.codePointCount(0, text.length()) > LONGEST) {
      text = text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
  }

  public boolean deleted() {
    return text == null;
  }
}
