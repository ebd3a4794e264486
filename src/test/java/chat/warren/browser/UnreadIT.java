package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.Chromium;
import chat.warren.testing.Guest;
import chat.warren.testing.WarProcess;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is unread, and who writes, as two people at two browsers see it. */
class UnreadIT {
  @TempDir Path data;

  @Test
  void aBadgeAndTheTitleCountUpLiveAndClearWhenItIsRead() {
    try (WarProcess war = WarProcess.serve(data, 0);
        Chromium chromium = Chromium.start();
        Person alice = new Person(chromium.browser(), war.site(), "en-GB");
        Person bob = new Person(chromium.browser(), war.site(), "en-GB")) {
      alice.enter("Alice", "tea");
      assertThat(badge(alice, "tea")).isHidden();
      alice.open("chat/garden/").isOnline();
      bob.enter("Bob", "tea").say("one");
      assertThat(badge(alice, "tea")).containsText("1");
      assertThat(alice.page()).hasTitle(Pattern.compile("^\\(1\\) garden"));
      bob.say("two");
      assertThat(badge(alice, "tea")).containsText("2");
      assertThat(alice.page()).hasTitle(Pattern.compile("^\\(2\\) garden"));
      alice.screenshot("unread");

      alice.page().locator("#rooms a", new Page.LocatorOptions().setHasText("tea")).click();
      alice.isOnline().sees("one", "two");
      assertThat(badge(alice, "tea")).isHidden();
      assertThat(alice.page()).hasTitle(Pattern.compile("^tea"));
      alice.open("chat/garden/").isOnline();
      assertThat(badge(alice, "tea")).isHidden();

      assertEquals(List.of(), alice.complaints());
      assertEquals(List.of(), bob.complaints());
    }
  }

  @Test
  void theLobbyCountsEachRoomAndEveryOtherPageAllOfThem() {
    try (WarProcess war = WarProcess.serve(data, 0);
        Chromium chromium = Chromium.start();
        Person alice = new Person(chromium.browser(), war.site(), "en-GB");
        Person plain = Person.withoutJavaScript(chromium.browser(), war.site())) {
      String name = alice.enter("Alice", "tea").handle();
      Guest bob = Guest.called("Bob", war.site(), "tea");
      Guest dan = Guest.called("Dan", war.site(), "tea");
      dan.api("tea", "{\"type\":\"join\"}");
      alice.open("contacts");
      bob.api("tea", "{\"message\":\"one\"}");
      alice.open("");
      assertThat(row(alice, "tea").locator(".badge")).containsText("1");
      assertThat(alice.page()).hasTitle("(1) Warren");
      assertThat(alice.page().locator("link[rel=icon]"))
          .hasAttribute("href", Pattern.compile("/icons/warren-unread\\.svg$"));
      bob.api("tea", "{\"message\":\"two, @" + name + "\"}");
      assertThat(row(alice, "tea").locator(".badge")).containsText("2");
      assertThat(row(alice, "tea").locator(".badge-mention")).isVisible();
      alice.open("contacts");
      assertThat(alice.page()).hasTitle("(2) Contacts · Warren");

      bob.api("@" + dan.handle(), "{\"message\":\"for Dan alone\"}");
      plain.carry(dan.site()).open("");
      assertThat(row(plain, "tea").locator(".badge")).containsText("2");
      assertThat(row(plain, "@" + bob.handle()).locator(".badge")).containsText("1");
      assertEquals(List.of(), alice.complaints());
    }
  }

  private static Locator row(Person person, String room) {
    return person.page().locator(".room-list li[data-room='" + room + "']").first();
  }

  @Test
  void othersAreShownAsWritingUntilTheySayIt() {
    try (WarProcess war = WarProcess.serve(data, 0);
        Chromium chromium = Chromium.start();
        Person alice = new Person(chromium.browser(), war.site(), "en-GB");
        Person bob = new Person(chromium.browser(), war.site(), "en-GB")) {
      alice.enter("Alice", "tea");
      bob.enter("Bob", "tea").write("Hel");
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
