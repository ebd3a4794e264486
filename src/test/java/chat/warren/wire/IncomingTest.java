package chat.warren.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.wire.Incoming.TooBig;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomingTest {
  private static final int MAX = 64 * 1024;

  private final Incoming incoming = new Incoming();

  @Test
  void aFrameInOnePartIsWholeAtOnce() {
    assertEquals("hello", incoming.text("hello", true));
    assertEquals("", incoming.text("", true));
  }

  @Test
  void partsArePutTogetherInTheirOrder() {
    assertNull(incoming.text("he", false));
    assertNull(incoming.text("", false));
    assertNull(incoming.text("ll", false));
    assertEquals("hello", incoming.text("o", true));
  }

  @Test
  void aFrameTakesNothingOverFromTheOneBefore() {
    incoming.text("he", false);
    incoming.text("llo", true);
    assertNull(incoming.text("b", false));
    assertEquals("bye", incoming.text("ye", true));
    assertEquals("hi", incoming.text("hi", true));
  }

  @ParameterizedTest
  @CsvSource({"a, 1", "é, 2", "小, 3", "👍, 4"})
  void sixtyFourKibibytesPassAndOneMoreIsTooBig(String character, int bytes) {
    String frame = character.repeat(MAX / bytes) + "a".repeat(MAX % bytes);
    assertEquals(frame, incoming.text(frame, true));
    assertThrows(TooBig.class, () -> new Incoming().text(frame + "a", true));
  }

  @Test
  void theLimitHoldsForAllPartsTogether() {
    for (int i = 0; i < MAX / 1024; i++) {
      assertNull(incoming.text("a".repeat(1024), false));
    }
    assertThrows(TooBig.class, () -> incoming.text("a", true));
  }

  @Test
  void partsThatFillTheLimitPass() {
    for (int i = 1; i < MAX / 1024; i++) {
      incoming.text("a".repeat(1024), false);
    }
    assertEquals(MAX, incoming.text("a".repeat(1024), true).length());
  }

  @Test
  void eachFrameHasTheWholeLimit() {
    for (int i = 0; i < 3; i++) {
      assertEquals(MAX, incoming.text("a".repeat(MAX), true).length());
    }
  }

  @Test
  void aFrameThatNeverEndsIsTooBigBeforeItsEnd() {
    incoming.text("a".repeat(MAX), false);
    assertThrows(TooBig.class, () -> incoming.text("a", false));
  }

  @Test
  void aPairSplitBetweenTwoPartsIsWholeAgain() {
    assertNull(incoming.text("one \ud83d", false));
    assertEquals("one 👍 two", incoming.text("\udc4d two", true));
  }

  @Test
  void aPairSplitBetweenTwoPartsCountsFourBytes() {
    String head = "a".repeat(MAX - 4);
    incoming.text(head + "\ud83d", false);
    assertEquals(head + "👍", incoming.text("\udc4d", true));

    Incoming other = new Incoming();
    other.text(head + "a\ud83d", false);
    assertThrows(TooBig.class, () -> other.text("\udc4d", true));
  }

  @Test
  void binaryFramesHaveTheSameLimit() {
    assertTrue(incoming.binary(ByteBuffer.allocate(MAX), true));
    assertThrows(TooBig.class, () -> incoming.binary(ByteBuffer.allocate(MAX + 1), true));
  }

  @Test
  void theEndOfABinaryFrameIsItsLastPart() {
    assertFalse(incoming.binary(ByteBuffer.allocate(10), false));
    assertTrue(incoming.binary(ByteBuffer.allocate(10), true));
    assertEquals("hello", incoming.text("hello", true));
  }
}
