package chat.warren.user;

import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.text.Normalizer;

/**
 * A password that somebody chooses: 8 to 200 characters (code points, NFC) that are not the
 * person's own handle. Never logged, never stored but as a {@link PasswordHash}.
 */
public final class Password {
  static final int MIN_LENGTH = 8;
  static final int MAX_LENGTH = 200;

  private final String value;

  /**
   * @param handle of whom it will be
   * @throws Refused if it is too short, too long, or the handle
   */
  public Password(String typed, Handle handle) {
    value = normal(typed);
    if (Names.length(value) < MIN_LENGTH) {
      throw new Refused(Refusal.PASSWORD_TOO_SHORT, MIN_LENGTH);
    }
    if (Names.length(value) > MAX_LENGTH) {
      throw new Refused(Refusal.PASSWORD_TOO_LONG, MAX_LENGTH);
    }
    if (value.equalsIgnoreCase(handle.value())) {
      throw new Refused(Refusal.PASSWORD_IS_HANDLE);
    }
  }

  /** One spelling, whatever keyboard it is typed on; spaces count. */
  static String normal(String typed) {
    return typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFC);
  }

  String value() {
    return value;
  }

  /** Says nothing, so that no log can. */
  @Override
  public String toString() {
    return "Password";
  }
}
