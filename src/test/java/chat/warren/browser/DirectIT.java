package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people who know each other from a room talk alone, until one has had enough. */
@ExtendWith(Served.Extension.class)
class DirectIT {
  private final Served served;
  private final String room = Served.newRoom();

  DirectIT(Served served) {
    this.served = served;
  }

  @Test
  void fromThePeopleListIntoAConversationAndOutOfItByABlock() {
    try (Person alice = served.person();
        Person mallory = served.person("en-GB", ColorScheme.DARK, 390, 720)) {
      alice.enter("Alice", room);
      mallory.enter("Mallory", room).seesPeople("Alice", "Mallory");
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
    try (Person alice = served.withoutJavaScript();
        Person bob = served.withoutJavaScript()) {
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
  private String arrive(Person person, String display) {
    person.open("");
    person.page().locator("#display").fill(display);
    person.page().locator("#room").fill(room);
    person.page().locator("form.enter button").click();
    assertThat(person.page().locator("#composer")).isVisible();
    person.open("contacts");
    return person.page().locator(".page-head strong").innerText();
  }
}
