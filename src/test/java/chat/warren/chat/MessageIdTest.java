package chat.warren.chat;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.text.Refusal;
import chat.warren.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"1", "0f8fad5b-d9cb-469f-a165-70867728950e", " ", "小", "👍", "a/b?c", "'"})
  void aClientMayChooseAlmostAnyId(String id) {
    assertEquals(id, new MessageId(id).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "小", "👍"})
  void sixtyFourCharactersAreAllowedAndOneMoreIsRefused(String character) {
    assertEquals(character.repeat(64), new MessageId(character.repeat(64)).value());
    String sentence =
        assertRefused(Refusal.BAD_ID, () -> new MessageId(character.repeat(65)))
            .sentence(Texts.all().get(0));
    assertTrue(sentence.contains("64"), sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u0000", "a\nb", "\ud83d", "\u2028"})
  void anEmptyIdAndControlCharactersAreRefused(String id) {
    assertRefused(Refusal.BAD_ID, () -> new MessageId(id));
  }
}
