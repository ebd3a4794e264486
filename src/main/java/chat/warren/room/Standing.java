package chat.warren.room;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;

/**
 * What one person may do in one room at one moment.
 *
 * @param reading what keeps the person from reading, or null
 * @param speaking what keeps the person from speaking, or null
 */
public record Standing(Refusal reading, Refusal speaking) {
  /** Nothing keeps the person from anything. */
  static final Standing FREE = new Standing(null, null);

  /** In a direct conversation, where nobody is more than another, an administrator neither. */
  static Standing direct(Refusal reading, Refusal speaking) {
    return new Standing(reading, speaking);
  }

  /**
   * @throws Refused if the person may not read
   */
  public void checkRead() {
    check(reading);
  }

  /**
   * @throws Refused if the person may not speak
   */
  public void checkSpeak() {
    check(speaking);
  }

  private static void check(Refusal refusal) {
    if (refusal != null) {
      throw new Refused(refusal);
    }
  }
}
