package chat.warren.web;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import chat.warren.text.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  public record Note(String text, Integer size) {}

  @Test
  void aValueComesBackFromItsText() {
    Note note = new Note("\"小明\" 👍\n\t\\ </script>", 7);
    assertEquals(note, Json.read(Json.write(note), Note.class));
  }

  @Test
  void aValueIsOneLine() {
    assertEquals("{\"size\":7,\"text\":\"a\\nb\"}", Json.write(new Note("a\nb", 7)));
  }

  @Test
  void whatIsAbsentIsLeftOutAndReadAsNull() {
    assertEquals("{\"text\":\"a\"}", Json.write(new Note("a", null)));
    assertEquals(new Note("a", null), Json.read("{\"text\":\"a\"}", Note.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":[",
        "{\"x\":{",
        "{\"x\":[{\"y\":",
        "{\"x\":[1,",
        "{\"x\":{\"y\":\"",
        "[{\"x\":["
      })
  void aTextThatBreaksOffInsideOfAnUnknownValueIsRefusedAtOnce(String text) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertRefused(Refusal.NOT_JSON, () -> Json.read(text, Note.class)));
  }

  @Test
  void aNumberThatIsNoneIsRefused() {
    assertRefused(Refusal.NOT_JSON, () -> Json.read("{\"size\":\"seven\"}", Note.class));
  }
}
