package chat.warren.chat;

import java.util.regex.Pattern;

/** Whether a text names somebody: by {@code @handle} as a word, in whatever case. Immutable. */
final class Naming {
  private final Pattern pattern;

  Naming(String handle) {
    // No part of a mail address or of a longer handle; a full stop may follow, as at the end of a
    // sentence. Letters of languages without spaces may stand beside it.
    pattern =
        Pattern.compile(
            "(?<![A-Za-z0-9@._-])@" + Pattern.quote(handle) + "(?![A-Za-z0-9_-]|\\.[A-Za-z0-9])",
            Pattern.CASE_INSENSITIVE);
  }

  boolean isIn(String text) {
    return pattern.matcher(text).find();
  }
}
