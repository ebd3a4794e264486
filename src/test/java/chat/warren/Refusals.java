package chat.warren;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import org.junit.jupiter.api.function.Executable;

/** What tests say about an expected no. */
public final class Refusals {
  private Refusals() {}

  /** Asserts that the act is refused with that refusal, and gives the whole of it. */
  public static Refused assertRefused(Refusal refusal, Executable act) {
    Refused refused = assertThrows(Refused.class, act);
    assertEquals(refusal, refused.refusal());
    return refused;
  }
}
