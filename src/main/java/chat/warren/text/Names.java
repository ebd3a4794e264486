package chat.warren.text;

import java.text.Normalizer;

/** What the names that people choose have in common. Stateless. */
public final class Names {
  private Names() {}

  /**
   * The one spelling of a name: Unicode NFC without white space at its ends, so that names which
   * look the same are the same.
   */
  public static String normal(String name) {
    return name == null ? "" : strip(Normalizer.normalize(name, Normalizer.Form.NFC));
  }

  /** Unlike {@link String#strip}, takes the spaces away that do not break a line. */
  private static String strip(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && isSpace(name.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(name.charAt(to - 1))) {
      to--;
    }
    return name.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Whether nothing of the name would be seen. */
  public static boolean isBlank(String name) {
    return name.codePoints().noneMatch(Names::isVisible);
  }

  /**
   * The beginning of a text, with a sign that there was more if there was.
   *
   * @param length how many characters (code points) at most, without the sign
   */
  public static String cut(String text, int length) {
    return length(text) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length)) + "…";
  }

  /** The number of characters as people count them for a limit: Unicode code points. */
  public static int length(String name) {
    return name.codePointCount(0, name.length());
  }

  /**
   * Whether the name holds a character that belongs in no name: control characters, line ends,
   * halves of surrogate pairs, the mark of broken UTF-8, and the characters that turn the direction
   * of text.
   */
  public static boolean hasControl(String name) {
    return name.codePoints().anyMatch(Names::isControl);
  }

  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default ->
          c == 0xFFFD
              || (c >= 0x202A && c <= 0x202E)
              || (c >= 0x2066 && c <= 0x2069)
              || c == 0xFEFF;
    };
  }

  private static boolean isVisible(int c) {
    boolean filler = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.SURROGATE ->
          false;
      default -> !filler;
    };
  }
}
