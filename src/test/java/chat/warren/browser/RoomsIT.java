package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.Guest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rooms with doors, as they look from inside. */
@ExtendWith(Served.Extension.class)
class RoomsIT {
  private final Served served;
  private final String room = Served.newRoom();

  RoomsIT(Served served) {
    this.served = served;
  }

  @Test
  void whatHappensToTheRoomIsALineOnAnOpenPageAsOnAFreshOne() {
    try (Person bob = served.person("zh-CN", ColorScheme.LIGHT, 1280, 800)) {
      Guest alice = served.guest("Alice", room);
      bob.enter("Bob <b>", room);
      alice.api(room, "{\"message\":\"one\"}");
      alice.api(room, "{\"type\":\"room\",\"title\":\"Tea {0} & cake\",\"topic\":\"<i>all</i>\"}");
      alice.api(room, "{\"type\":\"room\",\"slow\":30,\"readOnly\":false}");
      alice.api(room, "{\"message\":\"two\"}");
      bob.sees("one", "two");
      String[] lines = {
        "Alice 将聊天室改名为“Tea {0} & cake”。 Alice 将话题设为“<i>all</i>”。",
        "Alice 设为所有人都可发言。 Alice 开启了慢速模式：两条消息间隔 30 秒。"
      };
      Locator shown = bob.page().locator("#messages .line");
      assertThat(shown).hasText(lines);
      assertThat(bob.page().locator("h1")).hasText("Tea {0} & cake");
      assertThat(bob.page().locator("#topic")).hasText("<i>all</i>");
      List<String> order = bob.page().locator("#messages > li").allInnerTexts();
      bob.page().reload();
      bob.isOnline().sees("one", "two");
      assertThat(shown).hasText(lines);
      assertEquals(order.size(), bob.page().locator("#messages > li").count());
      assertEquals(List.of(), bob.complaints());
    }
  }

  @Test
  void whoIsBannedIsToldSoAndThePageDoesNotComeBackByItself() {
    try (Person bob = served.person()) {
      Guest alice = served.guest("Alice", room);
      bob.enter("Bob", room);
      String handle = bob.page().locator("body").getAttribute("data-you");
      alice.api(room, "{\"type\":\"ban\",\"name\":\"" + handle + "\"}");
      Locator status = bob.page().locator("#status");
      assertThat(status).hasText("You are banned from this room.");
      alice.api(room, "{\"type\":\"unban\",\"name\":\"" + handle + "\"}");
      bob.page().evaluate("dispatchEvent(new Event('online'))");
      assertThat(status).hasAttribute("data-state", "banned");
      bob.page().reload();
      bob.isOnline();
    }
  }

  @Test
  void aPrivateRoomIsMadeInTheLobbyAndLookedAfterOnItsSettingsPage() {
    try (Person alice = served.person("en-GB", ColorScheme.DARK, 390, 844)) {
      Guest bob = served.guest("Bob", room);
      alice.open("");
      alice.page().locator("#private").check();
      alice.page().locator("#display").fill("Alice");
      alice.page().locator("#room").fill("The attic");
      alice.page().locator("form.enter button").click();
      alice.isOnline();
      assertThat(alice.page().locator("h1")).hasText("🔒 The attic");
      alice.say("first").sees("first");
      alice.page().locator(".room-settings").click();
      alice.page().locator("#invite").fill("@" + bob.handle());
      alice.page().locator("[data-type=invite] button").click();
      assertThat(alice.page().locator("#members li")).hasCount(2);
      alice.screenshot("settings-phone");
      alice.page().locator("[name=archived]").click();
      alice.page().locator(".back").click();
      assertThat(alice.page().locator("#silence"))
          .hasText("This room is archived. It can be read, and nothing more.");
      alice.sees("first");
      assertThat(alice.page().locator("#messages .line"))
          .hasText(new String[] {"Alice invited Bob.", "Alice archived the room."});
      assertEquals(List.of(), alice.complaints());
    }
  }
}
