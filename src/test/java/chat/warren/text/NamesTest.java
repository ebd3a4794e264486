package chat.warren.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @Test
  void aMissingNameIsAnEmptyOne() {
    assertEquals("", Names.normal(null));
  }

  @Test
  void theTwoSpellingsOfAnAccentAreOne() {
    assertEquals("Ren\u00e9e", Names.normal("Rene\u0301e"));
  }

  @Test
  void aNormalNameStaysAsItIs() {
    assertEquals("Bob the Builder", Names.normal("Bob the Builder"));
    assertEquals("小明", Names.normal("小明"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " Alice",
        "Alice  ",
        "\tAlice\n",
        "\u3000Alice\u3000",
        "\u2003Alice",
        "\u00a0Alice\u202f"
      })
  void whiteSpaceAtTheEndsIsDropped(String name) {
    assertEquals("Alice", Names.normal(name));
  }

  @Test
  void whiteSpaceInTheMiddleIsKept() {
    assertEquals("Alice  and\u3000Bob", Names.normal(" Alice  and\u3000Bob "));
  }

  @Test
  void normalTwiceIsNormalOnce() {
    String once = Names.normal(" \u0301e\u0301 \u00a0");
    assertEquals(once, Names.normal(once));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00a0",
        "\u3000",
        "\u200b",
        "\u200d\u200d",
        "\u00ad",
        "\u2060",
        "\u0301",
        "\ufe0f",
        "\u3164",
        "\u115f\u1160",
        "\uffa0",
        "\u2800",
        "\udb40\udc41",
        " \u200e\u3000\u200f "
      })
  void whatNobodyCouldSeeIsBlank(String name) {
    assertTrue(Names.isBlank(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", ".", "小", "👍", "👩\u200d💻", "\u200ba", "e\u0301", "ㅎ"})
  void whatCanBeSeenIsNotBlank(String name) {
    assertFalse(Names.isBlank(name));
  }

  @Test
  void charactersAreCountedAsCodePoints() {
    assertEquals(0, Names.length(""));
    assertEquals(5, Names.length("Alice"));
    assertEquals(2, Names.length("小明"));
    assertEquals(1, Names.length("👍"));
    assertEquals(3, Names.length("👩\u200d💻"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\tb",
        "a\nb",
        "a\rb",
        "a\u007fb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "\ud83d",
        "\udc4dx",
        "\ufffd",
        "\ufeffa",
        "\u202egnp.exe",
        "\u202aa",
        "a\u202c",
        "\u2066a",
        "a\u2069"
      })
  void controlCharactersBelongInNoName(String name) {
    assertTrue(Names.hasControl(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Alice and Bob", "小明", "👩\u200d💻", "می\u200cخواهم", "a\u200eb", "a\u3000b"})
  void whatWritingNeedsIsNoControlCharacter(String name) {
    assertFalse(Names.hasControl(name));
  }
}
