package chat.warren.chat;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.text.Refusal;
import chat.warren.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "  indented",
        "trailing  ",
        "\n\nlines\r\n",
        "e\u0301",
        "\u00e9",
        "👩\u200d💻",
        "小明",
        "<script>alert(1)</script>",
        "'; drop table entry; --",
        "\tx\u0007",
        "\u202eabc",
        "\ufffd"
      })
  void aTextIsKeptToTheCharacter(String text) {
    assertEquals(text, new MessageBody(text).value());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", " ", "\n\r\n\t", "\u3000", "\u200b", "\u00a0", "\u3164", "\u200d\ufe0f"})
  void aTextThatNobodyCouldSeeIsRefused(String text) {
    assertRefused(Refusal.NO_TEXT, () -> new MessageBody(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "小", "👍"})
  void eightThousandCharactersAreAllowedAndOneMoreIsRefused(String character) {
    assertEquals(character.repeat(8_000), new MessageBody(character.repeat(8_000)).value());
    String sentence =
        assertRefused(Refusal.TEXT_TOO_LONG, () -> new MessageBody(character.repeat(8_001)))
            .sentence(Texts.all().get(0));
    assertTrue(sentence.contains("8,000"), sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000", "a\ud83d", "\udc4da", "\udc4d\ud83da"})
  void whatCannotBeStoredIsRefused(String text) {
    assertRefused(Refusal.BAD_TEXT, () -> new MessageBody(text));
  }
}
