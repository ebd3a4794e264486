package chat.warren.room;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.text.Refusal;
import chat.warren.web.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomSettingsTest {
  @Test
  void whatIsAbsentStaysAbsentInTheStore() {
    RoomSettings topic = new RoomSettings(null, "tea \"& cake\"", null, null, null);
    assertEquals("{\"topic\":\"tea \\\"& cake\\\"\"}", Json.write(topic));
    assertEquals(topic, Json.read(Json.write(topic), RoomSettings.class));
    RoomSettings all = new RoomSettings("Tea", "", true, 30L, false);
    assertEquals(all, Json.read(Json.write(all), RoomSettings.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200b", "a\nb", "a\u202eb"})
  void aTitleIsSeenAndKeepsItsDirection(String title) {
    assertRefused(Refusal.BAD_TITLE, () -> new RoomSettings(title, null, null, null, null));
  }

  @Test
  void titleTopicAndPaceHaveTheirBounds() {
    assertEquals("t".repeat(64), new RoomSettings("t".repeat(64), null, null, null, null).title());
    assertRefused(
        Refusal.BAD_TITLE, () -> new RoomSettings("t".repeat(65), null, null, null, null));
    assertRefused(
        Refusal.BAD_TOPIC, () -> new RoomSettings(null, "t".repeat(201), null, null, null));
    assertRefused(Refusal.BAD_TOPIC, () -> new RoomSettings(null, "a\nb", null, null, null));
    assertRefused(Refusal.BAD_SLOW, () -> new RoomSettings(null, null, null, -1L, null));
    assertRefused(Refusal.BAD_SLOW, () -> new RoomSettings(null, null, null, 21_601L, null));
    assertEquals(21_600, new RoomSettings(null, null, null, 21_600L, null).slow());
  }

  @Test
  void titleAndEndAreTheOwners() {
    assertTrue(new RoomSettings("Tea", null, null, null, null).concernsOwners());
    assertTrue(new RoomSettings(null, null, null, null, false).concernsOwners());
    assertFalse(new RoomSettings(null, "", true, 0L, null).concernsOwners());
    assertTrue(new RoomSettings(null, null, null, null, null).changesNothing());
    assertFalse(new RoomSettings(null, "", null, null, null).changesNothing());
  }
}
