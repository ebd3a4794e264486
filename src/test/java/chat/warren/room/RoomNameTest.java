package chat.warren.room;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.text.Refusal;
import chat.warren.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        "lounge",
        "Tea & Cake",
        "会议室",
        "👍",
        "👩\u200d💻",
        "...",
        "a.b",
        "a@b",
        "100%",
        "?",
        "#1",
        "<script>",
        "\"quoted\"",
        "it's",
        "a+b",
        "a;b",
        "خانه"
      })
  void aRoomMayHaveAlmostAnyName(String name) {
    assertEquals(name, new RoomName(name).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "室", "👍", "👩"})
  void sixtyFourCharactersAreAllowedAndOneMoreIsRefused(String character) {
    assertEquals(character.repeat(64), new RoomName(character.repeat(64)).value());
    assertRefused(
        Refusal.ROOM_NAME_TOO_LONG, () -> new RoomName(character.repeat(RoomName.MAX_LENGTH + 1)));
  }

  @Test
  void aJoinedEmojiCountsByItsCodePoints() {
    String family = "👩\u200d👩\u200d👧";
    assertEquals(60, new RoomName(family.repeat(12)).value().codePoints().count());
    assertRefused(Refusal.ROOM_NAME_TOO_LONG, () -> new RoomName(family.repeat(13)));
  }

  @Test
  void lengthIsCountedAfterTheAccentsAreJoined() {
    assertEquals("\u00e9".repeat(64), new RoomName("e\u0301".repeat(64)).value());
  }

  @Test
  void theRefusalOfALongNameTellsTheLimit() {
    String sentence =
        assertRefused(Refusal.ROOM_NAME_TOO_LONG, () -> new RoomName("a".repeat(65)))
            .sentence(Texts.all().get(0));
    assertTrue(sentence.contains("64"), sentence);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", " ", "   ", "\u3000", "\u200b\u200b", "\u200d", "\u3164", "\u00a0", "\n"})
  void aNameThatNobodyCouldSeeIsRefused(String name) {
    assertRefused(Refusal.ROOM_NAME_BLANK, () -> new RoomName(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\nb",
        "a\tb",
        "a\u007fb",
        "a/b",
        "/",
        "a\\b",
        "\\",
        "a\u202eb",
        "a\u2066b",
        "a\u2028b",
        "\ufffd",
        "a\ud83d",
        "\ufeffa"
      })
  void aCharacterThatNoRoomNameMayHaveIsRefused(String name) {
    assertRefused(Refusal.ROOM_NAME_CHARACTER, () -> new RoomName(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@", "@alice", "@@", " @bob", "~", "~tea", ".", "..", " .. "})
  void reservedNamesAreRefusedByName(String name) {
    String sentence =
        assertRefused(Refusal.ROOM_NAME_RESERVED, () -> new RoomName(name))
            .sentence(Texts.all().get(0));
    assertTrue(sentence.contains('"' + name.strip() + '"'), sentence);
  }

  @Test
  void namesThatLookTheSameAreTheSame() {
    assertEquals(new RoomName("caf\u00e9"), new RoomName("cafe\u0301"));
    assertEquals(new RoomName("lounge"), new RoomName("  lounge\u3000"));
    assertEquals(new RoomName("lounge"), new RoomName("lounge\u00a0"));
  }

  @Test
  void capitalLettersMakeAnotherRoom() {
    assertNotEquals(new RoomName("lounge"), new RoomName("Lounge"));
  }

  @ParameterizedTest
  @CsvSource({
    "lounge, lounge",
    "a+b, a+b",
    "a%2Bb, a+b",
    "tea%20room, tea room",
    "100%25, 100%",
    "%E4%BC%9A%E8%AE%AE%E5%AE%A4, 会议室",
    "%e4%bc%9a, 会",
    "会议室, 会议室",
    "%F0%9F%91%8D, 👍",
    "e%CC%81, é",
    "%2525, %25",
    "a;b=c, a;b=c"
  })
  void aSegmentOfAUrlNamesARoom(String segment, String name) {
    assertEquals(name, RoomKey.inSegment(segment).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%zz",
        "%",
        "%1",
        "a%",
        "%-1",
        "%+1",
        "% 1",
        "%ff",
        "%C3%28",
        "%E4%BC",
        "%ED%A0%80",
        "%C0%AF",
        "%00",
        "a%0Ab",
        "%2F",
        "a%5Cb",
        "%E2%80%AEa"
      })
  void aSegmentThatNamesNoPossibleRoomIsRefused(String segment) {
    assertRefused(Refusal.ROOM_NAME_CHARACTER, () -> RoomKey.inSegment(segment));
  }

  @Test
  void aSegmentIsHeldToAllRulesOfNames() {
    assertRefused(Refusal.ROOM_NAME_BLANK, () -> RoomKey.inSegment(""));
    assertRefused(Refusal.ROOM_NAME_BLANK, () -> RoomKey.inSegment("%20"));
    assertRefused(Refusal.ROOM_NAME_RESERVED, () -> RoomKey.inSegment("%2e%2E"));
    assertRefused(Refusal.ROOM_NAME_TOO_LONG, () -> RoomKey.inSegment("%41".repeat(65)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lounge",
        "a b",
        "a+b",
        "a%20b",
        "100%",
        "%",
        "%zz",
        "?q=1#top",
        "a&b=c",
        "a;b",
        "a~",
        "*",
        "...",
        "<b>",
        "\"'`",
        "会议室",
        "👩\u200d💻",
        "می\u200cخواهم",
        "[::1]",
        "a:b",
        "\u00e9|^"
      })
  void aNameComesBackFromItsSegment(String name) {
    RoomName room = new RoomName(name);
    assertEquals(room, RoomKey.inSegment(room.segment()));
    assertTrue(room.segment().matches("[~A-Za-z0-9._*%-]+"), room.segment());
  }
}
