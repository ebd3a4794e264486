package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Archive;
import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way through a room's history: up, down, to a message, to what is new. */
class HistoryIT extends BobAlone {
  /** What is on the page at most: messages, and elements of all kinds. */
  private static final int MOST_MESSAGES = 300;

  private static final int MOST_ELEMENTS = 8_000;

  HistoryIT(Served served) {
    super(served);
  }

  @Test
  void aHistoryOf100000MessagesIsScrolledWithAFewHundredOnThePageAndNothingJumps() {
    fill(100_000);
    open("");
    assertThat(message(100_000)).isInViewport();
    scrollUp(20);
    long early = memory();
    scrollUp(120);
    assertTrue(firstShown() < 100_000 - 120 * 90, "first " + firstShown());
    long grown = memory() - early;
    assertTrue(grown < 5_000_000, grown + " bytes");

    open("#1");
    assertThat(message(1)).isInViewport();
    assertThat(page.locator("#older")).isHidden();
    for (int load = 0; load < 10; load++) {
      step("newer");
    }
    page.locator("#newest").click();
    assertThat(message(100_000)).isInViewport();
    assertThat(page.locator("#newest")).isHidden();
    step("older");
  }

  @Test
  void theBellLeadsToTheVeryMessageThatNamedSomebodyHowManyCameAfterIt() {
    Guest alice = served.guest("Alice", room);
    bob.enter("Bob", Served.newRoom());
    String direct = "@" + bob.handle();
    for (String place : List.of(room, direct)) {
      alice.api(place, "{\"message\":\"tea, " + direct + "?\"}");
    }
    assertThat(page.locator("#bell-count")).hasText("2");
    for (int n = 2; n <= 220; n++) {
      alice.api(room, "{\"message\":\"filler " + n + "\"}");
    }
    page.locator("#bell").click();
    Locator event = page.locator("#events .event");
    assertThat(event.locator(".event-link").first())
        .hasAttribute("href", "/chat/%40" + alice.handle() + "/#1");
    event.locator(".event-link").last().click();
    assertThat(message(1)).isInViewport();
    assertThat(message(1)).containsText("tea, " + direct);

    bob.open("inbox");
    page.locator(".event-link").last().click();
    assertThat(message(1)).isInViewport();
    page.locator("#newest").click();
    assertThat(message(220)).isInViewport();
    page.evaluate("history.replaceState(null, '', location.pathname)");
    page.locator("#bell").click();
    event.locator(".event-link").last().click();
    assertThat(page.locator("#inbox")).isHidden();
    assertThat(message(1)).isInViewport();
  }

  @Test
  void whoIsGoneHasNoNameInWhatIsLoadedLater() {
    Guest carol = served.guest("Carol", room);
    Guest alice = served.guest("Alice", room);
    alice.site().register("gone" + room.substring(4, 12), "Alice", "correct horse");
    alice.api(room, "{\"type\":\"join\"}");
    Map<String, String> form = Map.of("password", "correct horse", "messages", "stay");
    assertEquals(303, alice.site().submit("profile", "profile/delete", form).statusCode());
    for (int n = 1; n <= 70; n++) {
      carol.api(room, "{\"message\":\"filler " + n + "\"}");
    }
    bob.enter("Bob", room);
    assertThat(page.getByText("filler 70")).isVisible();
    assertThat(page.locator(".line")).hasCount(0);
    page.evaluate("location.hash = '#1'");
    assertThat(page.locator(".line").first()).hasText("Deleted account joined.");
  }

  private void scrollUp(int loads) {
    for (int load = 0; load < loads; load++) {
      step("older");
    }
  }

  /** Goes to an edge, and sees that what was there stays where it is when more comes. */
  private void step(String edge) {
    Object moved =
        page.evaluate(
            """
            async (edge) => {
              const area = document.getElementById('scroll');
              const rows = () => [...document.querySelectorAll('#messages > .message')];
              const end = () => (edge === 'older' ? rows().at(0) : rows().at(-1)).id;
              const before = end();
              area.scrollTop = edge === 'older' ? 0 : area.scrollHeight;
              const row = rows().find((row) => row.id === before);
              const top = row.getBoundingClientRect().top;
              while (end() === before) {
                await new Promise((resolve) => setTimeout(resolve, 5));
              }
              return Math.abs(row.getBoundingClientRect().top - top);
            }""",
            edge);
    assertTrue(((Number) moved).doubleValue() < 1.5, "moved by " + moved);
    staysSmall();
  }

  private void staysSmall() {
    assertTrue(page.locator("#messages .message").count() <= MOST_MESSAGES);
    assertTrue(page.locator("*").count() <= MOST_ELEMENTS, () -> "" + page.locator("*").count());
  }

  /** What the page's scripts hold after all that can be thrown away is gone, in bytes. */
  private long memory() {
    CDPSession session = page.context().newCDPSession(page);
    session.send("HeapProfiler.collectGarbage");
    JsonObject usage = session.send("Runtime.getHeapUsage");
    session.detach();
    return usage.get("usedSize").getAsLong();
  }

  @Test
  void aPageThatIsOpenForADayStaysSmallAndAtTheNewest() {
    bob.enter("Bob", room);
    Guest alice = served.guest("Alice", room);
    try (ChatClient socket = alice.socket(room)) {
      for (int n = 1; n <= 2_000; n++) {
        socket.say("m" + n, "message " + n);
        socket.send("[{\"type\":\"react\",\"id\":\"r" + n + "\",\"seq\":1,\"emoji\":\"☕\"}]");
      }
      assertThat(page.locator("#messages").getByText("message 2000"))
          .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(120_000));
    }
    assertThat(bob.messages().last()).isInViewport();
    assertThat(bob.messages()).hasCount(MOST_MESSAGES);
    staysSmall();
  }

  @Test
  void aPermalinkShowsItsMessageAndWhatIsAroundItWhereverItStands() {
    fill(1_000);
    open("#42");
    assertThat(message(42)).isInViewport();
    assertThat(message(42)).isFocused();
    assertThat(message(12)).isAttached();
    assertThat(message(60)).isAttached();
    assertThat(page.locator("#newest")).isVisible();
    bob.screenshot("permalink");

    bob.say("back to now");
    assertThat(bob.messages().last()).containsText("back to now");
    assertThat(bob.messages().last()).isInViewport();
    page.evaluate("location.hash = '#700'");
    assertThat(message(700)).isInViewport();
    message(700).locator(".message-link").click();
    assertThat(message(700)).isFocused();
    page.goBack();
    assertThat(message(42)).isInViewport();
  }

  @Test
  void whatIsNewSinceTheLastVisitIsMarkedAndReachedByAButton() {
    Guest alice = served.guest("Alice", room);
    bob.enter("Bob", room);
    alice.api(room, "{\"message\":\"seen\"}");
    bob.sees("seen");
    assertThat(page.locator("#messages .since")).hasCount(0);
    waitsUntilRead(1);
    bob.open("");
    for (int n = 1; n <= 80; n++) {
      alice.api(room, "{\"message\":\"new " + n + "\"}");
    }
    open("");
    bob.isOnline();
    assertThat(bob.messages().last()).isInViewport();
    bob.screenshot("since-button");
    page.locator("#since").click();
    Locator line = page.locator("#messages .since");
    assertThat(line).isInViewport();
    assertThat(page.locator(".since + .message")).containsText("new 1");
    assertThat(page.locator("#since")).isHidden();
    bob.screenshot("since-line");
  }

  private void waitsUntilRead(int seq) {
    page.waitForCondition(
        () ->
            page.evaluate(
                    "fetch('/api/unread').then((r) => r.json()).then((all) => all.rooms[0]?.read)")
                .equals(seq));
  }

  @Test
  void messagesOfOnePersonStandTogetherUnderTheirDay() {
    Guest alice = served.guest("Alice", room);
    Guest carol = served.guest("Carol", room);
    alice.api(room, "{\"message\":\"one\"}");
    alice.api(room, "{\"message\":\"two\"}");
    carol.api(room, "{\"message\":\"three\"}");
    carol.api(room, "{\"message\":\"four\",\"replyTo\":1}");
    for (int visit = 0; visit < 2; visit++) {
      open("");
      assertThat(page.locator("#messages .day")).hasText("today");
      assertThat(page.locator("#messages .is-continued .message-text")).hasText("two");
    }
  }

  @Test
  void theHistoryOfSeveralDaysHasALineForEachDayInTheReadersTimeZone() {
    fill(50, 3_600);
    try (Person mei = served.person("zh-CN", ColorScheme.DARK, 390, 844)) {
      mei.open("chat/" + Site.segment(room) + "/#26");
      assertThat(mei.page().locator("[id='26']")).isInViewport();
      assertThat(mei.page().locator("#messages .day").getByText("今天")).hasCount(1);
      assertThat(mei.page().locator("#messages .day").getByText("昨天")).hasCount(1);
      assertThat(mei.page().locator("#messages .day").first()).containsText("星期");
      mei.screenshot("days-zh-phone-dark");
      assertEquals(List.of(), mei.complaints());
    }
  }

  @Test
  void withoutJavaScriptTheHistoryIsReadPageByPage() {
    fill(120);
    try (Person plain = served.withoutJavaScript()) {
      plain.open("chat/" + Site.segment(room) + "/");
      assertThat(plain.messages()).hasCount(50);
      plain.page().locator("#older a").click();
      assertThat(plain.messages().last()).containsText("message 70");
      plain.page().locator("#older a").click();
      assertThat(plain.messages()).hasCount(20);
      assertThat(plain.page().locator("#older a")).isHidden();
      plain.page().locator("#newer a").click();
      assertThat(plain.messages().first()).containsText("message 21");
      plain.open("chat/" + Site.segment(room) + "/?around=60#60");
      assertThat(plain.page().locator("[id='60']")).isInViewport();
    }
  }

  private void fill(long messages) {
    fill(messages, 60);
  }

  private void fill(long messages, int seconds) {
    bob.enter("Bob", room);
    Guest alice = served.guest("Alice", room);
    bob.open("");
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    Archive.fill(served.data(), room, alice.handle(), messages, now, seconds);
  }

  private void open(String hash) {
    bob.open("");
    bob.open("chat/" + Site.segment(room) + "/" + hash);
  }

  private Locator message(int seq) {
    return page.locator("[id='" + seq + "']");
  }

  private int firstShown() {
    return Integer.parseInt(page.locator("#messages .message").first().getAttribute("id"));
  }
}
