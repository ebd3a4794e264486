package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is around the conversation: the sidebar, the keys, what is read aloud, how the connection
 * is.
 */
class AroundIT extends BobAlone {
  AroundIT(Served served) {
    super(served);
  }

  @BeforeEach
  void bobEnters() {
    bob.enter("Bob", room);
  }

  @Test
  void whatIsTypedFiltersRoomsAndPeople() {
    bob.say("so that the room is mine").sees("so that the room is mine");
    String other = "Garden " + room;
    bob.enter("Bob", other).say("and this one").sees("and this one");
    page.reload();
    bob.isOnline();
    assertThat(visible("#rooms li")).hasCount(2);
    page.keyboard().press("Control+k");
    assertThat(page.locator("#filter")).isFocused();
    page.keyboard().type("tea");
    assertThat(visible("#rooms li")).hasCount(2);
    page.keyboard().type(" ");
    page.locator("#filter").fill("garden");
    assertThat(visible("#rooms li bdi")).hasText(other);
    assertThat(visible("#people li")).hasCount(0);
    page.keyboard().press("Escape");
    assertThat(visible("#people li")).hasCount(1);
    page.locator("#filter").fill(room.substring(4));
    page.locator("#filter").press("ArrowDown");
    page.keyboard().press("Enter");
    bob.isOnline();
  }

  @Test
  void aRoomInWhichOneIsNamedAndADirectConversationAreMarked() {
    Guest alice = served.guest("Alice", room);
    bob.say("mine now").sees("mine now");
    bob.open("chat/" + Site.segment("Garden " + room) + "/").isOnline();
    alice.api(room, "{\"message\":\"tea, @here!\"}");
    Locator there = page.locator("#rooms li", new Page.LocatorOptions().setHasText(room)).first();
    assertThat(there.locator(".badge-mention")).isVisible();
    assertThat(there.locator(".badge-count")).hasText("1");
    alice.api("@" + bob.handle(), "{\"message\":\"psst\"}");
    Locator direct = page.locator("#rooms .directs li");
    assertThat(direct.locator("bdi")).hasText("Alice");
    assertThat(direct.locator(".badge-count")).hasText("1");
    assertThat(direct.locator(".badge-mention")).isHidden();
    bob.screenshot("sidebar-marks");
    direct.locator("a").click();
    bob.isOnline().sees("psst");
    assertThat(page.locator("#rooms .directs [aria-current] .badge")).isHidden();
  }

  @Test
  void onAPhoneTheSidebarIsADrawer() {
    try (Person mei = served.person("zh-TW", ColorScheme.DARK, 390, 844)) {
      mei.enter("小美", room);
      assertThat(mei.page().locator("#rooms")).isHidden();
      mei.opensMenu();
      assertThat(mei.page().locator("#rooms a")).isVisible();
      mei.screenshot("drawer-zh-phone-dark");
      mei.page().keyboard().press("Escape");
      assertThat(mei.page().locator("#rooms")).isHidden();
      mei.opensMenu().page().mouse().click(380, 400);
      assertThat(mei.page().locator("#rooms")).isHidden();
      assertEquals(List.of(), mei.complaints());
    }
  }

  @Test
  void allIsDoneByKeyboardAndTheFocusIsSeen() {
    bob.say("one").say("two").sees("one", "two");
    press("Shift+Tab");
    assertThat(page.locator("#scroll")).isFocused();
    press("ArrowUp");
    assertThat(message("two")).isFocused();
    assertTrue((Boolean) page.evaluate("document.activeElement.matches(':focus-visible')"));
    assertEquals("solid", page.evaluate("getComputedStyle(document.activeElement).outlineStyle"));
    press("ArrowUp");
    assertThat(message("one")).isFocused();
    press("+");
    assertThat(page.locator("#picker button").first()).isFocused();
    press("ArrowRight");
    press("Enter");
    assertThat(message("one").locator(".reaction-emoji")).hasText("❤️");
    assertThat(message("one")).isFocused();
    press("r");
    assertThat(page.locator("#text")).isFocused();
    page.keyboard().type("three");
    press("Enter");
    bob.sees("one", "two", "three");
    press("Shift+Tab");
    press("Home");
    press("e");
    assertThat(page.locator("#text")).hasValue("one");
    press("Escape");
    press("Shift+Tab");
    press("End");
    press("Tab");
    assertThat(message("three").locator(".message-reply")).isFocused();
    press("Tab");
    assertThat(page.locator("#tools button").first()).isFocused();
    press("End");
    press("Delete");
    assertThat(page.locator(".message-undo button")).isFocused();
    press("Enter");
    assertThat(message("three")).isFocused();
    bob.sees("one", "two", "three");
  }

  @Test
  void theListOfKeysShowsAndSingleKeysCanBeSwitchedOff() {
    bob.write("is this a question?");
    assertThat(page.locator("#shortcuts")).isHidden();
    press("Shift+Tab");
    press("?");
    assertThat(page.locator("#shortcuts")).isVisible();
    bob.screenshot("shortcuts");
    page.locator("#single-keys").uncheck();
    press("Escape");
    page.locator("#scroll").focus();
    press("?");
    assertThat(page.locator("#shortcuts")).isHidden();
    page.reload();
    bob.isOnline();
    page.locator("#shortcuts-open").click();
    assertThat(page.locator("#single-keys")).not().isChecked();
  }

  @Test
  void theNextRoomIsAKeyAway() {
    bob.say("here").sees("here");
    String other = "Garden " + room;
    bob.enter("Bob", other).say("and here").sees("and here");
    page.reload();
    bob.isOnline();
    assertThat(page.locator("#rooms [aria-current] bdi")).hasText(other);
    press("Alt+ArrowDown");
    assertThat(page.locator("h1")).hasText(room);
    bob.isOnline();
  }

  @Test
  void newMessagesOfOthersAreReadAloudNameAndTextFirst() {
    Guest alice = served.guest("Alice", room);
    alice.api(room, "{\"message\":\"from before\"}");
    page.reload();
    bob.isOnline().say("my own").sees("from before", "my own");
    alice.api(room, "{\"message\":\"hello Bob\"}");
    Locator said = page.locator("#said");
    assertThat(said).hasAttribute("role", "log");
    assertThat(said.locator("p")).hasText("Alice: hello Bob");
    alice.api(room, "{\"type\":\"join\"}");
    assertThat(said.locator("p").last()).hasText("Alice joined.");
  }

  @Test
  void whoHasReadIsListedAsInTheReadersLanguage() {
    bob.say("my own").sees("my own");
    page.reload();
    bob.isOnline().sees("my own");
    page.evaluate(
        """
        async () => {
          const { src } = document.querySelector('script[type=module][src$="room/room.js"]');
          const { Receipts } = await import(new URL('receipts.js', src));
          const readers = [['ann', 'Ann'], ['ben', 'Ben'], ['deleted-7', 'deleted-7']];
          new Receipts().start(readers.map(([name, display]) => ({ from: { name, display }, seq: 99 })));
        }""");
    // Each name keeps its own direction.
    assertThat(page.locator("#receipts"))
        .hasText("Read by \u2068Ann\u2069, \u2068Ben\u2069 and \u2068Deleted account\u2069");
  }

  @Test
  void whoeverComesAndGoesLeavesTheFocusWhereItIs() {
    Guest alice = served.guest("Alice", room);
    Guest carol = served.guest("Carol", room);
    try (ChatClient a = alice.socket(room)) {
      bob.seesPeople("Alice", "Bob");
      Locator link = page.locator("#people a").first();
      link.focus();
      try (ChatClient c = carol.socket(room)) {
        bob.seesPeople("Alice", "Bob", "Carol");
        assertThat(link).isFocused();
      }
      bob.seesPeople("Alice", "Bob");
      a.send("{\"type\":\"away\",\"on\":true}");
      assertThat(page.locator("#people .is-away")).hasCount(1);
      assertThat(link).isFocused();
    }
  }

  @Test
  void whoIsSignedOutElsewhereIsToldAndLedBack() {
    page.locator(".account a", new Page.LocatorOptions().setHasText("Create account")).click();
    String handle = "bob" + room.substring(4, 12);
    page.locator("#handle").fill(handle);
    page.locator("#password").fill("correct horse");
    page.locator("main form button").click();
    bob.isOnline().write("half a thought");
    Page other = page.context().newPage();
    other.navigate(served.site().uri("profile").toString());
    other.locator("#sign-out").click();
    assertThat(page.locator("#status")).containsText("You are signed out.");
    bob.screenshot("signed-out");
    page.locator("#sign-in-again").click();
    page.locator("#handle").fill(handle);
    page.locator("#password").fill("correct horse");
    page.locator("main form button").click();
    bob.isOnline();
    assertThat(page.locator("#text")).hasValue("half a thought");
    // It had asked whether somebody else is signed in.
    bob.forgets("404");
  }

  @Test
  void whoRegistersInOneWindowIsTheSameInTheOthers() {
    bob.say("as a guest").write("half a thought");
    Page other = page.context().newPage();
    other.navigate(served.site().uri("register").toString());
    String handle = "bob" + room.substring(4, 12);
    other.locator("#handle").fill(handle);
    other.locator("#password").fill("correct horse");
    other.locator("main form button").click();
    assertThat(page.locator("#messages .message-author")).hasAttribute("title", "@" + handle);
    bob.isOnline().say("as myself").sees("as a guest", "as myself");
  }

  @Test
  void comingBackAfterAnUpdateIsSpreadOverSeconds() {
    Object bounds =
        page.evaluate(
            """
            async () => {
              const { src } = document.querySelector('script[type=module][src$="room/room.js"]');
              const { Backoff } = await import(new URL('../live/backoff.js', src));
              const pauses = Array.from({ length: 2_000 }, () => new Backoff().spread());
              const quarters = [0, 1, 2, 3].map(
                (quarter) => pauses.filter((pause) => Math.floor(pause / 2_000) === quarter).length);
              return quarters.every((count) => count > 350 && count < 650);
            }""");
    assertEquals(true, bounds);
  }

  private void press(String key) {
    page.keyboard().press(key);
  }

  private Locator message(String text) {
    return page.locator("#messages .message", new Page.LocatorOptions().setHasText(text)).first();
  }

  private Locator visible(String selector) {
    return page.locator(selector + ":visible");
  }
}
