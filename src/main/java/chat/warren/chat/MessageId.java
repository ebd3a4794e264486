package chat.warren.chat;

import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;

/**
 * The name that a client gives a message before it is sent: 1 to 64 Unicode characters without
 * control characters, unique among the messages of its author.
 */
public record MessageId(String value) {
  /** The longest id, in Unicode code points. */
  public static final int MAX_LENGTH = 64;

  /**
   * @throws Refused {@link Refusal#BAD_ID}
   */
  public MessageId {
    if (value.isEmpty() || Names.length(value) > MAX_LENGTH || Names.hasControl(value)) {
      throw new Refused(Refusal.BAD_ID, MAX_LENGTH);
    }
  }
}
