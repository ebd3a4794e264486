package chat.warren.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TypingTest {
  private static final long ALICE = 7;
  private static final long BOB = 8;

  private final Typing typing = new Typing();

  @Test
  void onePersonIsPassedOnOnceInThreeSeconds() {
    assertTrue(typing.pass(ALICE, 0));
    assertFalse(typing.pass(ALICE, Typing.PAUSE - 1));
    assertTrue(typing.pass(BOB, Typing.PAUSE - 1));
    assertTrue(typing.pass(ALICE, Typing.PAUSE));
  }

  @Test
  void ofManyWhoWriteAtOnceOnlyAFewArePassedOn() {
    for (long person = 0; person < Typing.MOST; person++) {
      assertTrue(typing.pass(person, 0));
    }
    assertFalse(typing.pass(100, 1));
    assertTrue(typing.pass(100, Typing.PAUSE));
  }

  @Test
  void askingCountsForNothing() {
    assertTrue(typing.isDue(ALICE, 0));
    assertTrue(typing.pass(ALICE, 0));
    assertFalse(typing.isDue(ALICE, 1));
  }
}
