package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.Chromium;
import chat.warren.testing.WarProcess;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people who know each other from a room talk alone, until one has had enough. */
class DirectIT {
  @TempDir Path data;

  @Test
  void fromThePeopleListIntoAConversationAndOutOfItByABlock() {
    try (WarProcess war = WarProcess.serve(data, 0);
        Chromium chromium = Chromium.start();
        Person alice = new Person(chromium.browser(), war.site(), "en-GB");
        Person mallory =
            new Person(chromium.browser(), war.site(), "en-GB", ColorScheme.DARK, 390, 720)) {
      alice.enter("Alice", "tea");
      mallory.enter("Mallory", "tea").seesPeople("Alice", "Mallory");
      mallory.opensMenu().page().locator("#people a").click();
      mallory.isOnline();
      assertThat(mallory.page().locator("h1")).hasText("Alice");
      mallory.say("psst, Alice");
      mallory.sees("psst, Alice");

      alice.open("");
      alice.page().locator("#conversations a").getByText("Mallory").click();
      alice.isOnline().sees("psst, Alice").seesPeople("Alice", "Mallory");
      alice.say("what is it?");
      mallory.sees("psst, Alice", "what is it?");
      mallory.screenshot("direct-dark-phone");

      Locator seen = mallory.page().locator("#seen");
      assertThat(seen).hasText("Online");
      block(alice);
      assertThat(seen).hasText(Pattern.compile("^Last seen: .*\\d"));
      mallory.say("buy this!");
      Locator failed = mallory.page().locator("#messages .message.is-failed");
      assertThat(failed).containsText("does not take messages from you just now");
      mallory.isOnline();
      alice.page().locator("#blocked a").click();
      alice.isOnline().sees("psst, Alice", "what is it?");
      assertEquals(List.of(), alice.complaints());
      assertEquals(List.of(), mallory.complaints());
    }
  }

  /** By the page of contacts, to which the conversation leads. */
  private static void block(Person alice) {
    alice.page().getByText("Contacts and blocking").click();
    assertThat(alice.page().locator("#handle")).hasValue(Pattern.compile("@guest-.+"));
    alice.page().locator("#find button[value=block]").click();
    assertThat(alice.page().locator("#blocked li")).containsText("Mallory");
    alice.screenshot("contacts");
  }

  @Test
  void contactsAreMadeWithoutJavaScript() {
    try (WarProcess war = WarProcess.serve(data, 0);
        Chromium chromium = Chromium.start();
        Person alice = Person.withoutJavaScript(chromium.browser(), war.site());
        Person bob = Person.withoutJavaScript(chromium.browser(), war.site())) {
      String handle = arrive(alice, "Alice");
      arrive(bob, "Bob");
      bob.page().locator("#handle").fill(handle);
      bob.page().locator("#find button[value=ask]").click();
      assertThat(bob.page().locator("#asked li")).containsText("Alice");

      alice.page().reload();
      alice.page().locator("#asking button[value=accept]").click();
      alice.page().locator("#contacts a").click();
      alice.write("hello Bob").page().locator("#composer button").click();
      alice.sees("hello Bob");
      bob.page().reload();
      bob.page().locator("#contacts a").click();
      bob.sees("hello Bob");
    }
  }

  /** Comes in, goes to the page of contacts and gives the handle that it tells. */
  private static String arrive(Person person, String display) {
    person.open("");
    person.page().locator("#display").fill(display);
    person.page().locator("#room").fill("tea");
    person.page().locator("form.enter button").click();
    assertThat(person.page().locator("#composer")).isVisible();
    person.open("contacts");
    return person.page().locator(".page-head strong").innerText();
  }
}
