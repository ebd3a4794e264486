package chat.warren.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.warren.chat.Act;
import chat.warren.chat.Entry;
import chat.warren.chat.Level;
import chat.warren.chat.Presence.Window;
import chat.warren.chat.Signal;
import chat.warren.redis.Telegram.Body;
import chat.warren.redis.Telegram.Kind;
import chat.warren.room.Change;
import chat.warren.room.Role;
import chat.warren.room.RoomSettings;
import chat.warren.user.User;
import chat.warren.user.User.Rank;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TelegramTest {
  private static final User ALICE = new User(7, "alice", "Alice 👩‍💻", Rank.REGISTERED);
  private static final User BOB = new User(8, "guest-b0b0", "Bob");
  private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_123L);

  private static DataInputStream sent(Body body) {
    return Telegram.read(Telegram.write(Kind.BEAT, 42, body)).body();
  }

  static List<Act> acts() {
    return List.of(
        new Act.Say("👩\u200d💻 \"hello\"\r\n\u0000", null),
        new Act.Say("", 3L),
        new Act.Say("x".repeat(100_000), 3L),
        new Act.Edit(3, "other"),
        new Act.Delete(3),
        new Act.React(3, "❤️", true),
        new Act.React(3, "❤️", false),
        new Act.Membership(Change.REMOVE, BOB, null, null),
        new Act.Membership(Change.ROLE, BOB, Role.MODERATOR, null),
        new Act.Membership(Change.BAN, BOB, null, AT),
        new Act.RoomChange(new RoomSettings("Tea", "now", true, 30L, false)));
  }

  @ParameterizedTest
  @MethodSource("acts")
  void anEntryArrivesAsItWas(Act act) throws IOException {
    List<Entry> entries =
        List.of(new Entry(5, 9, AT, ALICE, "id 1", act), new Entry(5, 10, AT, BOB, null, act));
    assertEquals(entries, EntryBytes.read(5, sent(out -> EntryBytes.write(entries, out))));
  }

  @Test
  void signalsArriveAsTheyWere() throws IOException {
    List<Signal> signals =
        List.of(
            new Signal.Typing(ALICE),
            new Signal.Marked(BOB, 7L, null),
            new Signal.Marked(BOB, null, Level.MENTIONS),
            new Signal.Marked(BOB, 0L, Level.NOTHING));
    assertEquals(signals, SignalBytes.read(sent(out -> SignalBytes.write(signals, out))));
  }

  @Test
  void movesArriveAsTheyWere() throws IOException {
    List<Move> moves =
        Arrays.stream(Move.What.values())
            .map(what -> new Move(what, new Window(5, ALICE, "w"), what == Move.What.TURNED))
            .toList();
    assertEquals(moves, Move.read(sent(out -> Move.write(moves, out))));
  }

  @Test
  void theHeadTellsTheKindAndTheNode() {
    Telegram telegram = Telegram.read(Telegram.write(Kind.NOTICE, -42, out -> {}));
    assertEquals(Kind.NOTICE, telegram.kind());
    assertEquals(-42, telegram.node());
  }

  @Test
  void whatOnlyALaterVersionKnowsHasNoKind() {
    byte[] message = Telegram.write(Kind.BEAT, 42, out -> {});
    message[1] = 99;
    assertNull(Telegram.read(message).kind());
    assertEquals(42, Telegram.read(message).node());
    message[1] = 0;
    message[0] = 2;
    assertNull(Telegram.read(message).kind());
  }

  @Test
  void whatIsNoTelegramHasNoKind() {
    assertNull(Telegram.read(new byte[0]).kind());
    assertNull(Telegram.read("hello".getBytes()).kind());
  }

  @Test
  void whatIsCutOffIsNoEntry() {
    List<Entry> entries = List.of(new Entry(5, 9, AT, ALICE, "id", new Act.Say("hello", null)));
    byte[] message = Telegram.write(Kind.ENTRIES, 42, out -> EntryBytes.write(entries, out));
    for (int length = 10; length < message.length; length++) {
      DataInputStream cut = Telegram.read(Arrays.copyOf(message, length)).body();
      assertThrows(IOException.class, () -> EntryBytes.read(5, cut));
    }
    assertThrows(EOFException.class, () -> Telegram.readText(sent(out -> {})));
  }
}
