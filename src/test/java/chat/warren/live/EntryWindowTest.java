package chat.warren.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.chat.Act;
import chat.warren.chat.Entry;
import chat.warren.live.EntryWindow.Joined;
import chat.warren.user.User;
import chat.warren.wire.FrameCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryWindowTest {
  private static final User ALICE = new User(7, "guest-a11c", "Alice");
  private static final User BOB = new User(8, "guest-b0b0", "Bob");
  private static final User CAROL = new User(9, "guest-ca01", "Carol");

  private final EntryWindow window = new EntryWindow();

  @Test
  void aNewWindowStandsAtTheHeadOfTheStore() {
    window.start(7);
    assertEquals(7, window.head());
    assertNull(window.all(7, BOB));
    assertNull(window.one(7, BOB));
    assertNull(window.all(6, BOB));
  }

  @Test
  void whatCameBeforeTheStartIsKept() {
    window.append(List.of(entry(8)));
    window.append(List.of(entry(9), entry(10)));
    window.start(7);
    assertEquals(10, window.head());
    assertEquals(joined(8, 10), window.all(7, BOB));
  }

  @Test
  void whatTheStoreHadAtTheStartIsNotDoubled() {
    window.append(List.of(entry(6), entry(7), entry(8)));
    window.start(7);
    assertEquals(8, window.head());
    assertEquals(joined(8, 8), window.all(7, BOB));
    assertNull(window.all(6, BOB));
  }

  @Test
  void whatCameTwiceIsNotDoubled() {
    window.start(0);
    window.append(List.of(entry(1), entry(2)));
    window.append(List.of(entry(2), entry(3)));
    window.append(List.of(entry(1)));
    assertEquals(3, window.head());
    assertEquals(joined(1, 3), window.all(0, BOB));
  }

  @Test
  void aReaderGetsWhatComesAfterTheCursor() {
    window.start(0);
    window.append(List.of(entry(1), entry(2), entry(3)));
    assertEquals(joined(2, 3), window.all(1, BOB));
    assertEquals(joined(3, 3), window.all(2, BOB));
    assertNull(window.all(3, BOB));
  }

  @Test
  void aReaderOfThePlainDialectGetsOneEntryAtATime() {
    window.start(0);
    window.append(List.of(entry(1), entry(2)));
    assertEquals(new Joined(FrameCodec.entry(entry(1)), 1), window.one(0, BOB));
    assertEquals(new Joined(FrameCodec.entry(entry(2)), 2), window.one(1, BOB));
    assertNull(window.one(2, BOB));
  }

  @Test
  void aJumpLeavesOlderCursorsToTheStore() {
    window.start(0);
    window.append(List.of(entry(1), entry(2)));
    window.append(List.of(entry(5), entry(6)));
    assertEquals(6, window.head());
    for (long cursor = 0; cursor <= 3; cursor++) {
      assertNull(window.all(cursor, BOB));
      assertNull(window.one(cursor, BOB));
    }
    assertEquals(joined(5, 6), window.all(4, BOB));
  }

  @Test
  void aJumpWithinWhatComesTogetherIsSeenToo() {
    window.start(0);
    window.append(List.of(entry(1), entry(3), entry(4)));
    assertEquals(4, window.head());
    assertNull(window.all(0, BOB));
    assertNull(window.all(1, BOB));
    assertEquals(joined(3, 4), window.all(2, BOB));
  }

  @Test
  void aJumpRightAfterTheStartIsSeenToo() {
    window.append(List.of(entry(9)));
    window.start(7);
    assertEquals(9, window.head());
    assertNull(window.all(7, BOB));
    assertEquals(joined(9, 9), window.all(8, BOB));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        -1,
        Long.MIN_VALUE,
        10,
        11,
        Integer.MAX_VALUE,
        (1L << 32) + 5,
        -(1L << 32) + 5,
        Long.MAX_VALUE
      })
  void aCursorThatIsNotHereFindsNothing(long cursor) {
    window.start(0);
    window.append(LongStream.rangeClosed(1, 10).mapToObj(EntryWindowTest::entry).toList());
    assertNull(window.all(cursor, BOB));
    assertNull(window.one(cursor, BOB));
  }

  @Test
  void readersWhoWroteNothingShareOneText() {
    window.start(0);
    window.append(List.of(entry(1), entry(2)));
    String text = window.all(0, BOB).text();
    assertSame(text, window.all(0, CAROL).text());
    assertSame(text, window.all(0, BOB).text());
    assertSame(window.one(0, BOB).text(), window.one(0, CAROL).text());
  }

  @Test
  void theSharedTextIsMadeAnewWhenSomethingCame() {
    window.start(0);
    window.append(List.of(entry(1)));
    window.all(0, BOB);
    window.append(List.of(entry(2)));
    assertEquals(joined(1, 2), window.all(0, BOB));
  }

  @Test
  void readersAtTwoPlacesGetWhatEachLacks() {
    window.start(0);
    window.append(List.of(entry(1), entry(2)));
    assertEquals(joined(1, 2), window.all(0, BOB));
    assertEquals(joined(2, 2), window.all(1, CAROL));
    assertEquals(joined(1, 2), window.all(0, CAROL));
  }

  @Test
  void onlyTheAuthorSeesTheId() {
    window.start(0);
    Entry byBob = new Entry(1, 2, Instant.EPOCH, BOB, "b", new Act.Say("hi", null));
    window.append(List.of(entry(1), byBob));
    assertEquals(
        "[" + FrameCodec.ownEntry(entry(1)) + "," + FrameCodec.entry(byBob) + "]",
        window.all(0, ALICE).text());
    assertEquals(
        "[" + FrameCodec.entry(entry(1)) + "," + FrameCodec.ownEntry(byBob) + "]",
        window.all(0, BOB).text());
    assertEquals(joinedText(List.of(entry(1), byBob)), window.all(0, CAROL).text());
    assertEquals(FrameCodec.ownEntry(entry(1)), window.one(0, ALICE).text());
  }

  @Test
  void whoWroteOnlyBeforeTheCursorSharesTheTextOfOthers() {
    window.start(0);
    window.append(
        List.of(entry(1), new Entry(1, 2, Instant.EPOCH, BOB, "b", new Act.Say("hi", null))));
    assertSame(window.all(1, CAROL).text(), window.all(1, ALICE).text());
  }

  @Test
  void aTrimmedWindowKeepsTheNewest() {
    window.start(0);
    appendOneByOne(1, 2_000);
    assertEquals(2_000, window.head());
    assertNull(window.one(0, BOB));
    assertNull(window.one(2_000 - 513, BOB));
    for (long cursor = 2_000 - 256; cursor < 2_000; cursor++) {
      assertEquals(
          new Joined(FrameCodec.entry(entry(cursor + 1)), cursor + 1), window.one(cursor, BOB));
    }
  }

  @Test
  void longTextsLeaveTheWindowSooner() {
    window.start(0);
    String text = "a".repeat(8_000);
    for (long seq = 1; seq <= 251; seq++) {
      window.append(
          List.of(new Entry(1, seq, Instant.EPOCH, ALICE, null, new Act.Say(text, null))));
    }
    assertNull(window.one(0, BOB));
    assertNull(window.one(125, BOB));
    assertEquals(127, window.one(126, BOB).to());
    assertEquals(251, window.one(250, BOB).to());
  }

  @Test
  void moreThanTheWindowHoldsMayComeAtOnce() {
    window.start(0);
    window.append(LongStream.rangeClosed(1, 5_000).mapToObj(EntryWindowTest::entry).toList());
    assertEquals(5_000, window.head());
    assertEquals(joined(4_745, 5_000), window.all(4_744, BOB));
    assertNull(window.all(0, BOB));
  }

  @Test
  void aTextThatWasJoinedBeforeTheWindowWasTrimmedIsStillRight() {
    window.start(0);
    appendOneByOne(1, 512);
    assertEquals(joined(501, 512), window.all(500, BOB));
    appendOneByOne(513, 513);
    assertEquals(joined(501, 513), window.all(500, CAROL));
  }

  @Test
  void aLongBacklogComesInSeveralFramesWithoutAGap() {
    window.start(0);
    String text = "a".repeat(8_000);
    List<Entry> entries = new ArrayList<>();
    for (long seq = 1; seq <= 100; seq++) {
      entries.add(new Entry(1, seq, Instant.EPOCH, ALICE, null, new Act.Say(text, null)));
    }
    window.append(entries);
    for (User reader : List.of(ALICE, BOB)) {
      long cursor = 0;
      int frames = 0;
      while (cursor < 100) {
        Joined next = window.all(cursor, reader);
        assertNotNull(next);
        assertEquals(joinedText(entries.subList((int) cursor, (int) next.to())), next.text());
        assertTrue(next.text().length() < 128 * 1024 + 10_000);
        cursor = next.to();
        frames++;
      }
      assertTrue(frames > 1);
    }
  }

  @Test
  void anEntryWithoutAnIdLooksTheSameToEverybody() {
    window.start(0);
    window.append(List.of(new Entry(1, 1, Instant.EPOCH, ALICE, null, new Act.Say("hello", null))));
    assertEquals(window.all(0, BOB), window.all(0, ALICE));
    assertFalse(window.all(0, ALICE).text().contains("\"id\""));
  }

  private void appendOneByOne(long from, long to) {
    LongStream.rangeClosed(from, to).forEach(seq -> window.append(List.of(entry(seq))));
  }

  private static Entry entry(long seq) {
    return new Entry(1, seq, Instant.EPOCH, ALICE, "id " + seq, new Act.Say("text " + seq, null));
  }

  private static Joined joined(long from, long to) {
    return new Joined(
        joinedText(LongStream.rangeClosed(from, to).mapToObj(EntryWindowTest::entry).toList()), to);
  }

  private static String joinedText(List<Entry> entries) {
    return entries.stream().map(FrameCodec::entry).collect(Collectors.joining(",", "[", "]"));
  }
}
