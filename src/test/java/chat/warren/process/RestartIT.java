package chat.warren.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said is there after a restart, to the character. */
class RestartIT {
  private static final List<String> SAID =
      List.of(
          "plain",
          "  leading and trailing spaces  ",
          "line one\nline two\n\n\tindented",
          "<b>&amp; \"quotes\" 'single' \\ back / slash",
          "早上好，世界 — 👩‍👩‍👧 e\u0301 \u00e9 \u202bعربى",
          "x".repeat(8_000));

  @TempDir Path data;

  @Test
  void theHistoryIsTheSameAfterAStop() {
    goOnAfter(WarProcess::stop);
  }

  @Test
  void theHistoryIsTheSameAfterTheProcessWasKilled() {
    goOnAfter(WarProcess::kill);
  }

  @Test
  void aDirectConversationIsTheSameAfterTheProcessWasKilled() {
    int port = WarProcess.freePort();
    Site alice;
    Site bob;
    String toBob;
    String toAlice;
    try (WarProcess war = WarProcess.serve(data, port)) {
      alice = war.site();
      bob = alice.asSomebodyElse();
      toAlice = "ws/chat/@" + handle(alice, "Alice");
      toBob = "ws/chat/@" + handle(bob, "Bob");
      try (ChatClient socket = ChatClient.open(alice, toBob)) {
        socket.say("said", "between the two of us");
        socket.next("message");
        war.kill();
      }
    }
    try (WarProcess war = WarProcess.serve(data, port);
        ChatClient socket = ChatClient.open(bob, toAlice + "?since=0")) {
      assertEquals("between the two of us", socket.next("message").getString("message"));
      socket.say("answer", "still");
      assertEquals(2, socket.next(event -> event.getInt("seq", 0) == 2).getInt("seq"));
      assertTrue(war.site().get("health").body().contains("up"));
    }
  }

  private static String handle(Site site, String display) {
    site.enter(display, "tea");
    try (ChatClient socket = ChatClient.open(site, "ws/chat/tea")) {
      return socket.next("hello").getJsonObject("you").getString("name");
    }
  }

  private void goOnAfter(java.util.function.Consumer<WarProcess> end) {
    int port = WarProcess.freePort();
    String cookie;
    List<JsonObject> before;
    Site alice;
    try (WarProcess war = WarProcess.serve(data, port)) {
      alice = war.site();
      alice.enter("Alice", "tea");
      cookie = alice.cookieHeader();
      try (ChatClient socket = ChatClient.open(alice, "ws/chat/tea")) {
        for (int n = 0; n < SAID.size(); n++) {
          socket.say("said-" + n, SAID.get(n));
          socket.next("message");
        }
        before = history(alice);
        end.accept(war);
        assertTrue(List.of(1001, 1006).contains(socket.closeCode()));
      }
    }
    try (WarProcess war = WarProcess.serve(data, port)) {
      assertEquals(before, history(alice));
      assertEquals(SAID, before.stream().map(entry -> entry.getString("message")).toList());
      assertEquals(SAID, rendered(war.site().get("chat/tea/").body()));
      assertEquals(cookie, alice.cookieHeader());
      try (ChatClient socket = ChatClient.open(alice, "ws/chat/tea/")) {
        JsonObject hello = socket.next("hello");
        assertEquals("Alice", hello.getJsonObject("you").getString("display"));
        assertEquals(SAID.size(), hello.getInt("head"));
        socket.say("said-0", SAID.get(0));
        assertEquals(before.get(0), socket.next("message"), "the first acknowledgement again");
        socket.say("next", "and on");
        assertEquals(SAID.size() + 1, socket.next("message").getInt("seq"));
      }
    }
  }

  private static List<JsonObject> history(Site site) {
    try (ChatClient socket = ChatClient.open(site, "ws/chat/tea?since=0")) {
      socket.next("hello");
      return SAID.stream().map(said -> socket.next("message")).toList();
    }
  }

  /** The texts of the page's messages, unescaped as a browser does it. */
  private static List<String> rendered(String page) {
    Matcher text =
        Pattern.compile("<div class=\"message-text\" dir=\"auto\">([^<]+)</div>").matcher(page);
    return text.results()
        .map(
            found ->
                found
                    .group(1)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&#034;", "\"")
                    .replace("&#039;", "'")
                    .replace("&amp;", "&"))
        .toList();
  }
}
