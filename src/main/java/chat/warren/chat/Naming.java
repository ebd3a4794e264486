package chat.warren.chat;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a text names: by {@code @handle} as a word, in whatever case. The one definition for
 * inboxes, counts and pages. Stateless.
 */
final class Naming {
  /** No part of a mail address; but in languages without spaces letters stand before the sign. */
  private static final String BEFORE = "(?<![A-Za-z0-9@._-])@";

  /** No part of a longer handle; but a full stop may follow, as at the end of a sentence. */
  private static final String AFTER = "(?![A-Za-z0-9_-]|\\.[A-Za-z0-9])";

  /** Names everybody for whom the room is one of theirs; nobody can have it as a handle. */
  static final String HERE = "here";

  private static final Pattern LONGEST =
      Pattern.compile(BEFORE + "([A-Za-z0-9][A-Za-z0-9._-]{1,31})");

  private static final Pattern END = Pattern.compile(AFTER);

  private Naming() {}

  /**
   * The handles that a text names, in small letters: what ends in a full stop may be one with it or
   * without.
   */
  static Set<String> handles(String text) {
    Set<String> handles = new LinkedHashSet<>();
    Matcher found = LONGEST.matcher(text);
    Matcher end = END.matcher(text).useTransparentBounds(true);
    while (found.find()) {
      for (int to = found.start(1) + 2; to <= found.end(1); to++) {
        if (end.region(to, text.length()).lookingAt()) {
          handles.add(text.substring(found.start(1), to).toLowerCase(Locale.ROOT));
        }
      }
    }
    return handles;
  }

  /** Whether a text names somebody, alone or with everybody else. */
  static boolean names(String text, String handle) {
    Set<String> handles = handles(text);
    return handles.contains(handle) || handles.contains(HERE);
  }

  /**
   * The same for one handle, as a regular expression that a browser understands; to be taken
   * without regard to case.
   */
  static String pattern(String handle) {
    return BEFORE + "(?:" + handle.replace(".", "\\.") + "|" + HERE + ")" + AFTER;
  }
}
