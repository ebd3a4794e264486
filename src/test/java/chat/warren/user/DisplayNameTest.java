package chat.warren.user;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.text.Refusal;
import chat.warren.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"A", "Alice", "小明", "👩\u200d💻", "O'Brien", "<b>Bob</b>", "a/b\\c", "@bob", "."})
  void peopleMayCallThemselvesAlmostAnything(String name) {
    assertEquals(name, new DisplayName(name).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "明", "👍"})
  void fortyCharactersAreAllowedAndOneMoreIsRefused(String character) {
    assertEquals(character.repeat(40), new DisplayName(character.repeat(40)).value());
    String sentence =
        assertRefused(Refusal.DISPLAY_NAME_TOO_LONG, () -> new DisplayName(character.repeat(41)))
            .sentence(Texts.all().get(0));
    assertTrue(sentence.contains("40"), sentence);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "\u3000\u3000", "\u200b", "\u200d", "\u3164", "\t\n"})
  void aNameThatNobodyCouldSeeIsRefused(String name) {
    assertRefused(Refusal.DISPLAY_NAME_BLANK, () -> new DisplayName(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Al\u0000ice", "Al\nice", "Al\u202eice", "Al\u2067ice", "Al\ud83d", "\ufffd"})
  void aControlCharacterIsRefused(String name) {
    assertRefused(Refusal.DISPLAY_NAME_CHARACTER, () -> new DisplayName(name));
  }

  @Test
  void aNameIsKeptInItsOneSpelling() {
    assertEquals("Ren\u00e9e", new DisplayName("  Rene\u0301e\u3000").value());
  }
}
