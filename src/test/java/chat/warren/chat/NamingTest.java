package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {
  private static final Naming ALICE = new Naming("alice");

  @ParameterizedTest
  @ValueSource(
      strings = {"@alice", "Hi @alice!", "@Alice, look", "ask @alice.", "(@ALICE)", "你好@alice你好"})
  void thisNamesAlice(String text) {
    assertTrue(ALICE.isIn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "mail bob@alice",
        "@alice2",
        "@alice-b",
        "@alice.b",
        "@@alice",
        "@al ice"
      })
  void thisDoesNot(String text) {
    assertFalse(ALICE.isIn(text));
  }
}
