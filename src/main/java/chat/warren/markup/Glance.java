package chat.warren.markup;

/**
 * One look at a text, for most of what people write has no sign in it that could mean anything.
 * Stateless.
 */
final class Glance {
  private static final int LONGEST_NAME = 40;

  private Glance() {}

  /** False if the text is sure to mean nothing but itself. */
  static boolean findsSign(String text) {
    boolean lineBegins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSign(text, i, c) || lineBegins && beginsBlock(text, i, c)) {
        return true;
      }
      lineBegins = c == '\n' || c == '\r' || lineBegins && (c == ' ' || Character.isDigit(c));
    }
    return false;
  }

  private static boolean isSign(String text, int i, char c) {
    return switch (c) {
      case '*', '`', '[' -> true;
      case '_' -> !(isLetter(text, i - 1) && isLetter(text, i + 1));
      case '@' -> isLetter(text, i + 1);
      case ':' -> text.startsWith("//", i + 1) || isName(text, i + 1);
      default -> false;
    };
  }

  private static boolean isName(String text, int from) {
    int i = from;
    while (i - from <= LONGEST_NAME && (isLetter(text, i) || is("_+-", text, i))) {
      i++;
    }
    return i > from && is(":", text, i);
  }

  private static boolean beginsBlock(String text, int i, char c) {
    return switch (c) {
      case '>', '~' -> true;
      case '-', '+', '.', ')' -> is(" \t", text, i + 1);
      default -> false;
    };
  }

  private static boolean is(String signs, String text, int i) {
    return i < text.length() && signs.indexOf(text.charAt(i)) >= 0;
  }

  private static boolean isLetter(String text, int i) {
    if (i < 0 || i >= text.length()) {
      return false;
    }
    char c = text.charAt(i);
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
