package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"@alice", "Hi @alice!", "@Alice, look", "ask @alice.", "(@ALICE)", "你好@alice你好"})
  void thisNamesAlice(String text) {
    namesAlice(true, text);
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
    namesAlice(false, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@here", "tea, @Here?", "大家好@here！"})
  void thisNamesEverybody(String text) {
    assertTrue(Naming.names(text, "alice"));
    Pattern inPages = Pattern.compile(Naming.pattern("alice"), Pattern.CASE_INSENSITIVE);
    assertTrue(inPages.matcher(text).find());
    assertFalse(Naming.names("come here, not @hereafter", "alice"));
  }

  /** The server's inboxes and counts, and the browser's counts. */
  private static void namesAlice(boolean expected, String text) {
    assertEquals(expected, Naming.handles(text).contains("alice"));
    Pattern inPages = Pattern.compile(Naming.pattern("alice"), Pattern.CASE_INSENSITIVE);
    assertEquals(expected, inPages.matcher(text).find());
  }

  @ParameterizedTest
  @CsvSource({
    "hello @bob, bob",
    "'@bob, tea?', bob",
    "(@Bob), bob",
    "(@Bob.), bob bob.",
    "@bob..x, bob bob..x",
    "@a.b!, a.b",
    "你好@bob, bob",
    "say：@bob-b_1, bob-b_1",
    "@bob @alice @bob, bob alice",
    "bob@example.org, ''",
    "@@bob, ''",
    "@, ''",
    "@b, ''",
    "@tooooooooooooooooooooooooooo-long, ''"
  })
  void aHandleIsFoundAsPeopleWriteIt(String text, String handles) {
    Set<String> expected =
        Arrays.stream(handles.split(" ")).filter(it -> !it.isEmpty()).collect(Collectors.toSet());
    assertEquals(expected, Naming.handles(text));
  }
}
