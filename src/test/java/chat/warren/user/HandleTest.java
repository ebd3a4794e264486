package chat.warren.user;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.text.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {
  @ParameterizedTest
  @CsvSource({"al, al", "Alice, alice", "' bob ', bob", "a.b_c-9, a.b_c-9", "7up, 7up"})
  void aHandleIsKeptInSmallLetters(String typed, String handle) {
    assertEquals(handle, new Handle(typed).value());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "a", "-ab", ".ab", "_ab", "a b", "小明", "İstanbul", "a/b", "@ab", "a\nb"})
  void anotherShapeIsRefused(String typed) {
    assertRefused(Refusal.HANDLE_SHAPE, () -> new Handle(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "here",
        "ALL",
        "everyone",
        "system",
        "deleted",
        "guest-7f3a",
        "deleted-1",
        "app-tea"
      })
  void namesThatMeanSomethingElseAreRefused(String typed) {
    assertRefused(Refusal.HANDLE_RESERVED, () -> new Handle(typed));
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 33})
  void thirtyTwoCharactersAreTheMost(int length) {
    if (length <= 32) {
      assertEquals(length, new Handle("a".repeat(length)).value().length());
    } else {
      assertRefused(Refusal.HANDLE_SHAPE, () -> new Handle("a".repeat(length)));
    }
  }
}
