package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.Chromium;
import chat.warren.testing.WarProcess;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three people at three browsers: they talk directly, invite, moderate and ban. */
class PeopleIT {
  @TempDir static Path data;

  private static WarProcess war;
  private static Chromium chromium;

  private Person alice;
  private Person bob;
  private Person carol;

  @BeforeAll
  static void serve() {
    war = WarProcess.serve(data, 0);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    war.close();
  }

  @BeforeEach
  void threeBrowsers() {
    alice = new Person(chromium.browser(), war.site(), "en-GB");
    bob = new Person(chromium.browser(), war.site(), "en-GB", ColorScheme.DARK, 1100, 720);
    carol = new Person(chromium.browser(), war.site(), "zh-CN", ColorScheme.LIGHT, 390, 780);
  }

  @AfterEach
  void nobodysBrowserComplained() {
    for (Person person : List.of(alice, bob, carol)) {
      assertEquals(List.of(), person.complaints());
      person.close();
    }
  }

  /** Alice comes first, so the room is hers. */
  private void enter(String room) {
    alice.enter("Alice", room);
    bob.enter("Bob", room);
    carol.enter("Carol", room).seesPeople("Alice", "Bob", "Carol");
  }

  @Test
  void theyTalkDirectlyAndSeeWhoHasRead() {
    enter("salon");
    String others = bob.handle() + ", @" + carol.handle();
    alice.open("contacts").page().locator("#with").fill(others);
    alice.screenshot("contacts-together");
    alice.page().locator("#together button").click();
    alice.isOnline().say("the three of us").sees("the three of us");

    assertThat(bob.conversation().locator(".badge")).containsText("1");
    assertThat(bob.page()).hasTitle(Pattern.compile("^\\(1\\) salon"));
    bob.conversation().locator("a").click();
    bob.isOnline().sees("the three of us");
    assertThat(alice.page().locator("#receipts")).hasText("Read by \u2068Bob\u2069");
    alice.screenshot("direct-receipts");
    alice.page().reload();
    assertThat(alice.isOnline().page().locator("#receipts")).containsText("Bob");
    bob.say("and now?").sees("the three of us", "and now?");
    alice.sees("the three of us", "and now?");
    assertThat(alice.page().locator("#receipts")).isEmpty();

    assertThat(carol.conversation().locator(".badge")).containsText("2");
    carol.open("contacts").page().locator("#receipts-shown").uncheck();
    carol.page().locator("#privacy button").click();
    assertThat(carol.page().locator("#receipts-shown")).not().isChecked();
    carol.open("chat/salon/").isOnline().opensMenu().conversation().locator("a").click();
    carol.isOnline().sees("the three of us", "and now?");
    assertThat(carol.conversation().locator(".badge")).isHidden();
    carol.say("yes").sees("the three of us", "and now?", "yes");
    alice.sees("the three of us", "and now?", "yes");
    assertThat(bob.page().locator("#receipts")).isEmpty();
  }

  @Test
  void whoIsInvitedHasTheRoomAtOnceUntilBeingRemoved() {
    enter("hall");
    alice.open("");
    alice.page().locator("#private").check();
    alice.page().locator("#room").fill("The attic");
    alice.page().locator("form.enter button").click();
    alice.isOnline().say("first");
    String attic = alice.page().url();
    settings(alice, "invite", bob.handle());

    bob.room("The attic").locator("a").click();
    bob.isOnline().sees("first").say("thank you").sees("first", "thank you");
    assertThat(carol.room("The attic")).hasCount(0);
    assertEquals(404, carol.page().navigate(attic).status());
    alice.page().navigate(attic);
    alice.isOnline().sees("first", "thank you");

    assertThat(bob.page().locator("#role")).isEmpty();
    assertThat(bob.page().locator(".moderate")).hasCount(0);
    alice.page().locator(".room-settings").click();
    Locator row = alice.page().locator("#members li", withText("Bob"));
    row.locator("select").selectOption("moderator");
    row.locator("[data-type=role] button").click();
    assertThat(bob.page().locator("#role")).hasText("Moderator");
    row.locator("[data-type=remove] button").click();
    assertThat(bob.page().locator("#status")).hasText("You are no longer in this room.");
    assertEquals(404, bob.page().navigate(attic).status());
    bob.open("chat/hall/").isOnline();
    assertThat(bob.room("The attic")).hasCount(0);
    forgive(bob, carol);
  }

  @Test
  void whoIsBannedIsOutBeforeEverybodysEyesAndComesBackWhenItIsLifted() {
    enter("yard");
    carol.say("buy this!").sees("buy this!").write("and that");
    Locator moderate = alice.page().locator("#people li", withText("Carol")).locator("a").last();
    assertThat(moderate).hasAttribute("aria-label", "Moderate Carol");
    assertThat(bob.page().locator(".moderate")).hasCount(0);
    alice.screenshot("moderator");
    moderate.click();
    assertThat(alice.page().locator("#ban")).hasValue(carol.handle());
    alice.page().locator("[data-type=ban] button").click();

    assertThat(carol.page().locator("#status")).hasText("你已被禁止进入这个聊天室。");
    bob.seesPeople("Bob");
    assertThat(bob.page().locator("#messages .line")).hasText("Alice banned Carol.");
    assertEquals(403, carol.page().reload().status());
    assertThat(carol.page().locator("main")).containsText("直到");
    alice.page().locator("#banned button").click();
    assertThat(alice.page().locator("#banned")).hasCount(0);
    carol.open("chat/yard/").isOnline().sees("buy this!");
    assertThat(carol.page().locator("#text")).hasValue("and that");
    bob.seesPeople("Bob", "Carol");
    forgive(carol);
  }

  @Test
  void theFieldToWriteInGoesAndComesWithTheRightTo() {
    enter("garden");
    carol.write("a long thought");
    settings(alice, "mute", carol.handle());
    assertThat(carol.silence()).containsText("你在这个聊天室已被禁言");
    assertThat(carol.page().locator("#composer")).isHidden();
    assertThat(bob.page().locator("#composer")).isVisible();
    carol.screenshot("muted-phone");
    alice.page().locator("#muted button").click();
    assertThat(carol.silence()).isHidden();
    assertThat(carol.page().locator("#text")).hasValue("a long thought");
    carol.page().locator("#text").press("Enter");
    carol.sees("a long thought");

    alice.page().locator("[name=readOnly]").click();
    assertThat(bob.silence()).hasText("Only moderators can write in this room.");
    assertThat(carol.silence()).isVisible();
    alice.open("chat/garden/").isOnline().say("I may").sees("a long thought", "I may");
    bob.sees("a long thought", "I may").page().reload();
    assertThat(bob.isOnline().silence()).isVisible();
    alice.page().locator(".room-settings").click();
    alice.page().locator("[name=readOnly]").click();
    bob.say("so may I").sees("a long thought", "I may", "so may I");
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** Names somebody in one of the forms of the settings page, to which the room leads. */
  private static void settings(Person person, String measure, String handle) {
    person.page().locator(".room-settings").click();
    person.page().locator("#" + measure).fill("@" + handle);
    person.page().locator("[data-type=" + measure + "] button").click();
    assertThat(person.page().locator("#members")).isVisible();
  }

  /** Browsers complain about pages that are not there for them, as they should be. */
  private static void forgive(Person... people) {
    for (Person person : people) {
      person.forgets("Failed to load resource");
    }
  }
}
