package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.Guest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is unread, and who writes, as two people at two browsers see it. */
@ExtendWith(Served.Extension.class)
class UnreadIT {
  private final Served served;
  private final String room = Served.newRoom();

  UnreadIT(Served served) {
    this.served = served;
  }

  @Test
  void aBadgeAndTheTitleCountUpLiveAndClearWhenItIsRead() {
    try (Person alice = served.person();
        Person bob = served.person()) {
      String garden = "garden-" + UUID.randomUUID();
      alice.enter("Alice", room);
      assertThat(badge(alice, room)).isHidden();
      alice.open("chat/" + garden + "/").isOnline();
      bob.enter("Bob", room).say("one");
      assertThat(badge(alice, room)).containsText("1");
      assertThat(alice.page()).hasTitle(Pattern.compile("^\\(1\\) garden"));
      bob.say("two");
      assertThat(badge(alice, room)).containsText("2");
      assertThat(alice.page()).hasTitle(Pattern.compile("^\\(2\\) garden"));
      alice.screenshot("unread");

      alice.page().locator("#rooms a", new Page.LocatorOptions().setHasText(room)).click();
      alice.isOnline().sees("one", "two");
      assertThat(badge(alice, room)).isHidden();
      assertThat(alice.page()).hasTitle(Pattern.compile("^Tea"));
      alice.open("chat/" + garden + "/").isOnline();
      assertThat(badge(alice, room)).isHidden();

      assertEquals(List.of(), alice.complaints());
      assertEquals(List.of(), bob.complaints());
    }
  }

  @Test
  void theLobbyCountsEachRoomAndEveryOtherPageAllOfThem() {
    try (Person alice = served.person();
        Person plain = served.withoutJavaScript()) {
      String name = alice.enter("Alice", room).handle();
      Guest bob = served.guest("Bob", room);
      Guest dan = served.guest("Dan", room);
      dan.api(room, "{\"type\":\"join\"}");
      alice.open("contacts");
      bob.api(room, "{\"message\":\"one\"}");
      alice.open("");
      assertThat(row(alice, room).locator(".badge")).containsText("1");
      assertThat(alice.page()).hasTitle("(1) Warren");
      assertThat(alice.page().locator("link[rel=icon]"))
          .hasAttribute("href", Pattern.compile("/icons/warren-unread\\.svg$"));
      bob.api(room, "{\"message\":\"two, @" + name + "\"}");
      assertThat(row(alice, room).locator(".badge")).containsText("2");
      assertThat(row(alice, room).locator(".badge-mention")).isVisible();
      alice.open("contacts");
      assertThat(alice.page()).hasTitle("(2) Contacts · Warren");

      bob.api("@" + dan.handle(), "{\"message\":\"for Dan alone\"}");
      plain.carry(dan.site()).open("");
      assertThat(row(plain, room).locator(".badge")).containsText("2");
      assertThat(row(plain, "@" + bob.handle()).locator(".badge")).containsText("1");
      assertEquals(List.of(), alice.complaints());
    }
  }

  private static Locator row(Person person, String room) {
    return person.page().locator(".room-list li[data-room='" + room + "']").first();
  }

  @Test
  void othersAreShownAsWritingUntilTheySayIt() {
    try (Person alice = served.person();
        Person bob = served.person()) {
      alice.enter("Alice", room);
      bob.enter("Bob", room).write("Hel");
      assertThat(alice.page().locator("#typing")).containsText("Bob");
      assertThat(bob.page().locator("#typing")).isEmpty();
      bob.say("Hello");
      alice.sees("Hello");
      assertThat(alice.page().locator("#typing")).isEmpty();
    }
  }

  private static Locator badge(Person person, String room) {
    return person.page().locator("#rooms li[data-room='" + room + "'] .badge");
  }
}
