package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.util.Locale;

/** Who may write to somebody directly. */
public enum Writers {
  EVERYBODY,
  CONTACTS;

  /** The word for it in the store, in forms and on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The choice that a word stands for.
   *
   * @throws Refused {@link Refusal#UNKNOWN_ACT} if it stands for none
   */
  static Writers of(String word) {
    for (Writers writers : values()) {
      if (writers.word().equals(word)) {
        return writers;
      }
    }
    throw new Refused(Refusal.UNKNOWN_ACT);
  }
}
