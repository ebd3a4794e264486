package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What edits, deletions and reactions look like on an open page and on a fresh one. */
@ExtendWith(Served.Extension.class)
class ChangesIT {
  private final Served served;
  private final String room = Served.newRoom();

  ChangesIT(Served served) {
    this.served = served;
  }

  @Test
  void anOpenPageAndAFreshOneShowTheSameState() {
    try (Person bob = served.person()) {
      Site alice = served.site();
      alice.enter("Alice", room);
      bob.enter("Bob", room);
      try (ChatClient socket = ChatClient.open(alice, "ws/chat/" + Site.segment(room))) {
        socket.say("1", "first").say("2", "second").say("3", "third");
        bob.sees("first", "second", "third");
        socket.send("[{\"type\":\"edit\",\"id\":\"4\",\"seq\":1,\"message\":\"better\"}]");
        socket.send("[{\"type\":\"delete\",\"id\":\"5\",\"seq\":2}]");
        socket.send("[{\"type\":\"react\",\"id\":\"6\",\"seq\":3,\"emoji\":\"🍵\"}]");
        socket.send("[{\"type\":\"react\",\"id\":\"7\",\"seq\":3,\"emoji\":\"🎉\"}]");
        socket.send("[{\"type\":\"react\",\"id\":\"8\",\"seq\":3,\"emoji\":\"🍵\",\"on\":false}]");
        socket.send("[{\"type\":\"react\",\"id\":\"10\",\"seq\":3,\"emoji\":\"🍵\"}]");
        socket.send("[{\"id\":\"9\",\"message\":\"an answer\",\"replyTo\":3}]");
        bob.sees("better", "", "third", "an answer");
        looksRight(bob);
        List<String> open = bob.messages().allInnerTexts();
        bob.page().reload();
        bob.isOnline().sees("better", "", "third", "an answer");
        looksRight(bob);
        assertEquals(open, bob.messages().allInnerTexts());
      }
      assertEquals(List.of(), bob.complaints());
    }
  }

  private static void looksRight(Person person) {
    Locator messages = person.messages();
    assertThat(messages.nth(0).locator(".message-edited")).isVisible();
    assertThat(messages.nth(1).locator(".message-gone")).isVisible();
    assertThat(messages.nth(2).locator(".reaction-emoji")).hasText(new String[] {"🍵", "🎉"});
    assertThat(messages.nth(2).locator(".reaction-by")).hasText(new String[] {"Alice", "Alice"});
    assertThat(messages.nth(2).locator(".message-edited")).isHidden();
    assertThat(messages.nth(3).locator(".message-reply")).isVisible();
  }
}
