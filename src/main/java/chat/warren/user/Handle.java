package chat.warren.user;

import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name by which a person signs in and is mentioned, the only one of its kind: 2 to 32 of {@code
 * a-z 0-9 . _ -}, beginning with a letter or a digit. Capital letters are taken as small ones.
 *
 * @param value the name in small letters
 */
public record Handle(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");

  /** Words that mean more than one person, or nobody. */
  private static final Set<String> RESERVED =
      Set.of("here", "all", "everyone", "system", "deleted");

  /**
   * @throws Refused if the name has another shape or is kept for something else
   */
  public Handle {
    value = Names.normal(value).toLowerCase(Locale.ROOT);
    if (!isPossible(value)) {
      throw new Refused(Refusal.HANDLE_SHAPE);
    }
    if (RESERVED.contains(value)
        || value.startsWith("guest-")
        || value.startsWith(User.APPLICATION_PREFIX)
        || value.startsWith(User.DELETED_PREFIX)) {
      throw new Refused(Refusal.HANDLE_RESERVED, value);
    }
  }

  /** Whether somebody may have this name: also a guest, or a deleted account. */
  public static boolean isPossible(String name) {
    return SHAPE.matcher(name).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
