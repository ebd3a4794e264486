package chat.warren.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.wire.Dialect;
import org.junit.jupiter.api.Test;

class NotesTest {
  private final Notes notes = new Notes(Dialect.WARREN_V1);

  @Test
  void allThatWaitGoInOneFrameInTheirOrder() {
    notes.add("1");
    notes.add("2");
    assertEquals("[1,2]", notes.next(0));
    assertNull(notes.next(0));
  }

  @Test
  void thePlainDialectGetsOneAFrame() {
    Notes plain = new Notes(Dialect.PLAIN);
    plain.add("1");
    plain.add("2");
    assertEquals("1", plain.next(0));
    assertEquals("2", plain.next(0));
    assertNull(plain.next(0));
  }

  @Test
  void aFirstAcknowledgementWaitsForTheEntriesBeforeIt() {
    notes.addNotBefore(7, "again");
    assertNull(notes.next(6));
    notes.add("pong");
    assertEquals("[pong]", notes.next(6));
    assertEquals("[again]", notes.next(7));
  }

  @Test
  void noMoreThanAThousandWait() {
    for (int i = 0; i < 500; i++) {
      assertTrue(notes.add("x"));
      assertTrue(notes.addNotBefore(7, "y"));
    }
    assertFalse(notes.add("x"));
    assertFalse(notes.addNotBefore(7, "y"));
    notes.next(0);
    assertTrue(notes.add("x"), "there is room again");
  }

  @Test
  void noMoreThanAMillionCharactersWait() {
    String half = "x".repeat(500_000);
    assertTrue(notes.add(half));
    assertTrue(notes.addNotBefore(7, half));
    assertFalse(notes.add("x"));
    notes.next(7);
    assertTrue(notes.add("x"), "there is room again");
  }
}
