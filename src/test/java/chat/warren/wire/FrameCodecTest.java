package chat.warren.wire;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.chat.Act;
import chat.warren.chat.Entry;
import chat.warren.chat.HistoryPage;
import chat.warren.chat.Level;
import chat.warren.chat.Message;
import chat.warren.chat.Message.Reaction;
import chat.warren.chat.Presence.Present;
import chat.warren.chat.Presence.State;
import chat.warren.chat.ReadMark;
import chat.warren.room.Change;
import chat.warren.room.Role;
import chat.warren.room.Room;
import chat.warren.room.RoomKey;
import chat.warren.room.RoomName;
import chat.warren.room.RoomSettings;
import chat.warren.room.Standing;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {
  private static final User ALICE = new User(7, "guest-a11c", "Alice");
  private static final User BOB = new User(8, "guest-b0b0", "Bob");
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.120Z");
  private static final Texts ENGLISH = Texts.all().get(0);

  @Test
  void helloTellsWhereWhoAndHowMuch() {
    assertEquals(
        "{\"type\":\"hello\",\"room\":\"会议室\",\"you\":{\"name\":\"guest-a11c\",\"display\":\"Alice\"},"
            + "\"head\":7,\"people\":["
            + "{\"name\":\"guest-b0b0\",\"display\":\"Bob\",\"state\":\"away\"},"
            + "{\"name\":\"guest-a11c\",\"display\":\"Alice\",\"state\":\"online\"}],"
            + "\"read\":5,\"level\":\"mentions\","
            + "\"standing\":{\"role\":\"owner\",\"moderates\":true,\"owns\":true},"
            + "\"limits\":{\"text\":8000,\"id\":64,\"frame\":65536}}",
        FrameCodec.hello(
            new Arrival(
                new Room(1, new RoomName("会议室"), "会议室"),
                ALICE,
                new ReadMark(5, Level.MENTIONS),
                standing(null, Role.OWNER),
                Map.of(),
                ENGLISH),
            7,
            List.of(new Present(BOB, State.AWAY), new Present(ALICE, State.ONLINE))));
  }

  @Test
  void helloInAConversationTellsHowFarTheOthersHaveRead() {
    Arrival arrival =
        new Arrival(
            new Room(1, RoomKey.of("@guest-b0b0"), "Bob"),
            ALICE,
            ReadMark.NONE,
            standing(new Refused(Refusal.BLOCKED_BY_YOU), null),
            Map.of(BOB, 3L),
            ENGLISH);
    String hello = FrameCodec.hello(arrival, 7, List.of());
    assertTrue(
        hello.contains(
            "\"standing\":{\"moderates\":false,\"owns\":false,\"silence\":"
                + "{\"code\":\"blocked-by-you\",\"message\":\"You have blocked this person."
                + " Take the block back to write.\"}},"
                + "\"receipts\":[{\"from\":{\"name\":\"guest-b0b0\",\"display\":\"Bob\"},\"seq\":3}]"),
        hello);
  }

  @Test
  void aStandingIsAnEventOfItsOwnInItsReadersLanguage() {
    assertEquals(
        "{\"type\":\"standing\",\"role\":\"member\",\"moderates\":false,\"owns\":false,"
            + "\"silence\":{\"code\":\"read-only\",\"message\":\"这个聊天室只有管理员可以发言。\"}}",
        FrameCodec.standing(
            standing(new Refused(Refusal.READ_ONLY), Role.MEMBER), Texts.all().get(1)));
  }

  private static Standing standing(Refused speaking, Role role) {
    return new Standing(null, null, speaking, role, false, Duration.ZERO, AT, null);
  }

  @Test
  void anEntryHidesItsIdFromOthers() {
    assertEquals(
        "{\"type\":\"message\",\"seq\":3,\"at\":\"2026-03-01T12:00:00.120Z\","
            + "\"from\":{\"name\":\"guest-a11c\",\"display\":\"Alice\"},\"message\":\"hello\"}",
        FrameCodec.entry(entry(3, "a", "hello")));
  }

  @Test
  void anEntryShowsItsIdToItsAuthor() {
    assertEquals(
        "{\"type\":\"message\",\"seq\":3,\"at\":\"2026-03-01T12:00:00.120Z\","
            + "\"from\":{\"name\":\"guest-a11c\",\"display\":\"Alice\"},"
            + "\"id\":\"a\",\"message\":\"hello\"}",
        FrameCodec.ownEntry(entry(3, "a", "hello")));
  }

  @Test
  void anEntryWithoutAnIdShowsNoneToItsAuthorEither() {
    Entry entry = entry(3, null, "hello");
    assertEquals(FrameCodec.entry(entry), FrameCodec.ownEntry(entry));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, 2026-03-01T12:00:00.000Z",
    "2026-03-01T12:00:00.5Z, 2026-03-01T12:00:00.500Z",
    "2026-03-01T23:59:59.999Z, 2026-03-01T23:59:59.999Z",
    "2024-02-29T00:00:00.001Z, 2024-02-29T00:00:00.001Z"
  })
  void aTimeAlwaysHasItsMilliseconds(String at, String written) {
    Entry entry = new Entry(1, 1, Instant.parse(at), ALICE, null, new Act.Say("hello", null));
    assertTrue(FrameCodec.entry(entry).contains("\"at\":\"" + written + "\""));
  }

  @Test
  void aTextIsWrittenToTheCharacter() {
    String text = "  \"quoted\" \\ / \b\f\n\r\t\u0001 </script> 小明 👩\u200d💻 e\u0301  ";
    assertTrue(
        FrameCodec.entry(entry(1, null, text))
            .endsWith(
                "\"message\":\"  \\\"quoted\\\" \\\\ / \\b\\f\\n\\r\\t\\u0001 </script> "
                    + "小明 👩\u200d💻 e\u0301  \"}"));
    assertEquals(text, FrameCodec.read(FrameCodec.entry(entry(1, null, text))).get(0).message());
  }

  @Test
  void aTextThatMeansMoreThanItselfIsSentAsHtmlToo() {
    assertTrue(
        FrameCodec.entry(entry(1, null, "*hello*"))
            .endsWith("\"message\":\"*hello*\",\"html\":\"<p><em>hello</em></p>\\n\"}"));
    assertTrue(
        FrameCodec.entry(change(2, new Act.Edit(1, "*new*")))
            .endsWith("\"message\":\"*new*\",\"html\":\"<p><em>new</em></p>\\n\"}"));
    assertFalse(FrameCodec.entry(change(3, new Act.React(1, "*", true))).contains("html"));
    List<Message> page = List.of(new Message(4, AT, ALICE, "a", "*hello*", null, false, List.of()));
    assertTrue(
        FrameCodec.reset(new HistoryPage(4, page), BOB)
            .contains("\"message\":\"*hello*\",\"html\":\"<p><em>hello</em></p>\\n\"}"));
  }

  @Test
  void anEventIsWrittenAsItWasStoredBehindItsPlaceAndWithoutItsId() {
    String json = "{\"event\":\"push\",\"title\":\"\\u0001\",\"data\":{\"a\":1.50}}";
    Entry event = new Entry(1, 3, AT, ALICE, "hidden", new Act.Event(json));
    String written =
        "{\"type\":\"event\",\"seq\":3,\"at\":\"2026-03-01T12:00:00.120Z\","
            + "\"from\":{\"name\":\"guest-a11c\",\"display\":\"Alice\"},"
            + json.substring(1);
    assertEquals(written, FrameCodec.entry(event));
    assertEquals(written, FrameCodec.ownEntry(event));
    assertEquals(
        "{\"head\":4,\"entries\":[" + written + "]}", FrameCodec.entries(4, List.of(event), ALICE));
  }

  @Test
  void helloOnAnInboxTellsHowFarItWasSeen() {
    assertEquals(
        "{\"type\":\"hello\",\"you\":{\"name\":\"guest-a11c\",\"display\":\"Alice\"},"
            + "\"head\":7,\"read\":5,\"limits\":{\"text\":8000,\"id\":64,\"frame\":65536}}",
        FrameCodec.hello(ALICE, 7, 5));
    assertEquals("{\"type\":\"read\",\"seq\":7}", FrameCodec.read(null, 7));
  }

  @Test
  void aResetShowsIdsOnlyToTheirAuthor() {
    List<Message> page =
        List.of(
            new Message(4, AT, ALICE, "a", "hello", null, false, List.of()),
            new Message(5, AT, BOB, "b", "hi", null, false, List.of()));
    assertEquals(
        "{\"type\":\"reset\",\"head\":5,\"entries\":["
            + "{\"type\":\"message\",\"seq\":4,\"at\":\"2026-03-01T12:00:00.120Z\","
            + "\"from\":{\"name\":\"guest-a11c\",\"display\":\"Alice\"},"
            + "\"id\":\"a\",\"message\":\"hello\"},"
            + "{\"type\":\"message\",\"seq\":5,\"at\":\"2026-03-01T12:00:00.120Z\","
            + "\"from\":{\"name\":\"guest-b0b0\",\"display\":\"Bob\"},\"message\":\"hi\"}]}",
        FrameCodec.reset(new HistoryPage(5, page), ALICE));
  }

  @Test
  void aResetOfAnEmptyLogHasNoEntries() {
    assertEquals(
        "{\"type\":\"reset\",\"head\":0,\"entries\":[]}",
        FrameCodec.reset(new HistoryPage(0, List.of()), ALICE));
  }

  @Test
  void comingAndGoingTellWho() {
    String from = "\"from\":{\"name\":\"guest-b0b0\",\"display\":\"Bob\",\"state\":";
    assertEquals("{\"type\":\"here\"," + from + "\"online\"}}", FrameCodec.here(BOB, State.ONLINE));
    assertEquals(
        "{\"type\":\"gone\"," + from + "\"offline\"}}", FrameCodec.gone(BOB, State.OFFLINE));
    assertEquals("{\"type\":\"state\"," + from + "\"away\"}}", FrameCodec.state(BOB, State.AWAY));
  }

  @Test
  void aPongIsNothingElse() {
    assertEquals("{\"type\":\"pong\"}", FrameCodec.pong());
  }

  @Test
  void aRefusalNamesTheFrameItAnswersAndWhetherToTryAgain() {
    assertEquals(
        "{\"type\":\"error\",\"id\":\"a\",\"code\":\"busy\","
            + "\"message\":\"The server is busy just now. In a moment it takes messages again.\",\"retry\":true}",
        FrameCodec.failure("a", new Refused(Refusal.BUSY), ENGLISH));
    assertEquals(
        "{\"type\":\"error\",\"code\":\"no-text\","
            + "\"message\":\"There is no text in this message.\",\"retry\":false}",
        FrameCodec.failure(null, new Refused(Refusal.NO_TEXT), ENGLISH));
  }

  @Test
  void aRefusalSpeaksTheReadersLanguage() {
    String error = FrameCodec.failure("a", new Refused(Refusal.NO_TEXT), Texts.all().get(1));
    assertTrue(error.contains("这条消息没有文字。"), error);
  }

  @Test
  void aRefusalCanBeSentWhateverTheRefusedFrameHeld() {
    String half = "\ud83d";
    String error = FrameCodec.failure(half, new Refused(Refusal.UNKNOWN_TYPE, half), ENGLISH);
    assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(error), error);
  }

  @Test
  void aPlainFrameIsOneMessage() {
    assertEquals(List.of(frame(null, null, "hello")), FrameCodec.read("{\"message\":\"hello\"}"));
  }

  @Test
  void anArrayIsAsManyEventsInItsOrder() {
    assertEquals(
        List.of(frame("message", "a", "hello"), frame("ping", null, null), frame(null, null, "hi")),
        FrameCodec.read(
            " [{\"type\":\"message\",\"id\":\"a\",\"message\":\"hello\"},"
                + " {\"type\":\"ping\"},\n{\"message\":\"hi\"}] "));
  }

  @Test
  void anEmptyArrayIsNoEvent() {
    assertEquals(List.of(), FrameCodec.read("[]"));
  }

  @Test
  void whatIsAbsentOrNullIsNull() {
    ClientFrame nothing = frame(null, null, null);
    assertEquals(List.of(nothing), FrameCodec.read("{}"));
    assertEquals(List.of(nothing), FrameCodec.read("{\"type\":null,\"id\":null,\"message\":null}"));
  }

  @Test
  void unknownKeysAreOverlooked() {
    assertEquals(
        List.of(frame("message", "a", "hello")),
        FrameCodec.read(
            "{\"x\":1,\"type\":\"message\",\"y\":{\"message\":\"no\",\"z\":[1,[{\"id\":\"no\"}]]},"
                + "\"id\":\"a\",\"\":null,\"message\":\"hello\",\"Message\":\"no\",\"last\":[]}"));
  }

  @Test
  void escapesAreReadAsTheirCharacters() {
    assertEquals(
        "\"\\/\b\f\n\r\t\u00e9👍",
        FrameCodec.read("{\"message\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\udc4d\"}")
            .get(0)
            .message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "5",
        "true",
        "\"hello\"",
        "hello",
        "NaN",
        "{",
        "[",
        "[{",
        "{}}",
        "{}{}",
        "[]]",
        "[{}],",
        "{\"message\":\"hello\"",
        "{\"message\":\"hello",
        "{\"message\"",
        "{\"message\":\"hello\",}",
        "{'message':'hello'}",
        "{message:\"hello\"}",
        "{\"message\":\"line\nend\"}",
        "{\"message\":\"\\q\"}",
        "{\"message\":\"\\u12\"}",
        "{\"x\":-}",
        "{\"x\":01}",
        "\ufeff{}",
        "\u0000",
        "/* hello */ {}"
      })
  void whatIsNoJsonObjectIsRefused(String frame) {
    assertNotJson(frame);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[null]",
        "[{},null]",
        "[5]",
        "[\"hello\"]",
        "[[]]",
        "[{\"message\":\"hello\"},5]",
        "[{},]"
      })
  void anArrayOfAnythingButObjectsIsRefused(String frame) {
    assertNotJson(frame);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":{}}",
        "{\"message\":{\"text\":\"hello\"}}",
        "{\"message\":[]}",
        "{\"message\":[\"hello\"]}",
        "{\"id\":{}}",
        "{\"id\":[1]}",
        "{\"type\":{\"x\":1}}",
        "[{\"message\":\"hello\"},{\"message\":{}}]"
      })
  void anObjectOrArrayInPlaceOfATextIsRefused(String frame) {
    assertNotJson(frame);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":[",
        "{\"x\":{",
        "{\"x\":[{\"y\":[",
        "{\"x\":[1,",
        "{\"x\":{\"y\":\"",
        "[{\"x\":[",
        "[{\"message\":\"hello\",\"x\":{",
        "{\"message\":[",
        "{\"message\":{"
      })
  void aFrameThatBreaksOffInsideOfAValueIsRefusedAtOnce(String frame) {
    assertNotJson(frame);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":", "{\"message\":["})
  void endlessNestingIsRefused(String opening) {
    assertNotJson(opening.repeat(60_000 / opening.length()));
    assertNotJson("{\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":5}",
        "{\"message\":true}",
        "[[{\"message\":\"hello\"}]]",
        "{\"message\":1e999999999}",
        "{\"id\":7,\"message\":\"hello\"}",
        "{\"x\":1e999999999}",
        "{\"message\":\"a\",\"message\":\"b\"}",
        "{\"message\":\"a\",\"message\":{}}",
        "{\"message\":\"\\ud83d\"}",
        "{\"message\":\"\\udc4d\\ud83d\"}",
        "{\"message\":\"\ud83d\"}",
        "{\"\\ud83d\":1}",
        "{\"message\":\"\\u0000\"}"
      })
  void whatIsOddIsReadOrRefused(String frame) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          try {
            assertFalse(FrameCodec.read(frame).isEmpty());
          } catch (Refused refused) {
            assertEquals(Refusal.NOT_JSON, refused.refusal());
          }
        });
  }

  private static void assertNotJson(String frame) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertRefused(Refusal.NOT_JSON, () -> FrameCodec.read(frame)));
  }

  private static Entry entry(long seq, String id, String text) {
    return new Entry(1, seq, AT, ALICE, id, new Act.Say(text, null));
  }

  private static final String HEADER =
      "\"at\":\"2026-03-01T12:00:00.120Z\",\"from\":{\"name\":\"guest-a11c\",\"display\":\"Alice\"}";

  @Test
  void changesTellWhichMessageTheyAreAbout() {
    assertEquals(
        "{\"type\":\"message\",\"seq\":2," + HEADER + ",\"message\":\"yes\",\"replyTo\":1}",
        FrameCodec.entry(change(2, new Act.Say("yes", 1L))));
    assertEquals(
        "{\"type\":\"edit\",\"seq\":3," + HEADER + ",\"target\":1,\"message\":\"new\"}",
        FrameCodec.entry(change(3, new Act.Edit(1, "new"))));
    assertEquals(
        "{\"type\":\"delete\",\"seq\":4," + HEADER + ",\"target\":1}",
        FrameCodec.entry(change(4, new Act.Delete(1))));
    assertEquals(
        "{\"type\":\"react\",\"seq\":5," + HEADER + ",\"target\":1,\"emoji\":\"👍\",\"on\":false}",
        FrameCodec.entry(change(5, new Act.React(1, "👍", false))));
  }

  @Test
  void aDeletedTextIsNotSentAnyMore() {
    String deleted = "{\"type\":\"message\",\"seq\":1," + HEADER + ",\"deleted\":true}";
    assertEquals(deleted, FrameCodec.entry(change(1, new Act.Say("x", null)).afterDeletionOf(1)));
    assertEquals(
        "{\"type\":\"edit\",\"seq\":2," + HEADER + ",\"target\":1,\"deleted\":true}",
        FrameCodec.entry(change(2, new Act.Edit(1, "x")).afterDeletionOf(1)));
    Message message = new Message(1, AT, ALICE, null, null, null, false, List.of());
    assertEquals(
        "{\"type\":\"reset\",\"head\":3,\"entries\":[" + deleted + "]}",
        FrameCodec.reset(new HistoryPage(3, List.of(message)), BOB));
  }

  @Test
  void aMessageInItsStateTellsOfItsEditAndItsReactions() {
    List<Reaction> reactions = List.of(new Reaction("👍", List.of(BOB)));
    Message message = new Message(1, AT, ALICE, "a", "new", 7L, true, reactions);
    assertEquals(
        "{\"type\":\"reset\",\"head\":3,\"entries\":[{\"type\":\"message\",\"seq\":1,"
            + HEADER
            + ",\"message\":\"new\",\"replyTo\":7,\"edited\":true,\"reactions\":[{\"emoji\":\"👍\","
            + "\"from\":[{\"name\":\"guest-b0b0\",\"display\":\"Bob\"}]}]}]}",
        FrameCodec.reset(new HistoryPage(3, List.of(message)), BOB));
  }

  @Test
  void whatHappensToAPersonOrTheRoomIsToldWithItsDetails() {
    Instant end = AT.plusSeconds(60);
    String bob = ",\"person\":{\"name\":\"guest-b0b0\",\"display\":\"Bob\"}";
    assertEquals(
        "{\"type\":\"member\",\"seq\":2," + HEADER + ",\"change\":\"joined\"" + bob + "}",
        FrameCodec.entry(change(2, new Act.Membership(Change.JOIN, BOB, null, null))));
    assertEquals(
        "{\"type\":\"member\",\"seq\":3,"
            + HEADER
            + ",\"id\":\"c\",\"change\":\"role\""
            + bob
            + ",\"role\":\"moderator\"}",
        FrameCodec.ownEntry(change(3, new Act.Membership(Change.ROLE, BOB, Role.MODERATOR, null))));
    String banned =
        "{\"type\":\"member\",\"seq\":4,"
            + HEADER
            + ",\"change\":\"banned\""
            + bob
            + ",\"until\":\"2026-03-01T12:01:00.120Z\"}";
    Entry ban = change(4, new Act.Membership(Change.BAN, BOB, null, end));
    assertEquals(banned, FrameCodec.entry(ban));
    String room = "{\"type\":\"room\",\"seq\":5," + HEADER + ",\"topic\":\"\",\"slow\":9}";
    Entry changed = change(5, new Act.RoomChange(new RoomSettings(null, "", null, 9L, null)));
    assertEquals(room, FrameCodec.entry(changed));
    assertEquals(
        "{\"head\":5,\"entries\":[" + banned + "," + room + "]}",
        FrameCodec.entries(5, List.of(ban, changed), BOB));
    assertEquals(
        "{\"type\":\"reset\",\"head\":5,\"entries\":[],\"changes\":[" + banned + "," + room + "]}",
        FrameCodec.reset(new HistoryPage(5, List.of(), List.of(ban, changed)), BOB));
  }

  @Test
  void aMeasureIsReadWithAllItsKeys() {
    assertEquals(
        List.of(
            new ClientFrame(
                "room", null, null, null, null, null, null, "alice", "owner", "soon", "Tea", "",
                true, 9L, false, null)),
        FrameCodec.read(
            "{\"type\":\"room\",\"name\":\"alice\",\"role\":\"owner\",\"until\":\"soon\","
                + "\"title\":\"Tea\",\"topic\":\"\",\"readOnly\":true,\"slow\":9,"
                + "\"archived\":false}"));
  }

  private static Entry change(long seq, Act act) {
    return new Entry(1, seq, AT, ALICE, "c", act);
  }

  private static ClientFrame frame(String type, String id, String message) {
    return new ClientFrame(
        type, id, message, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }
}
