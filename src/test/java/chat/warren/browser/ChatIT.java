package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Chromium;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people at two browsers, on the WAR as the README starts it. */
class ChatIT {
  @TempDir static Path data;

  private static int port;
  private static WarProcess war;
  private static Chromium chromium;

  private Person alice;
  private Person bob;
  private String room;

  @BeforeAll
  static void serve() {
    port = WarProcess.freePort();
    war = WarProcess.serve(data, port);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    war.close();
  }

  @BeforeEach
  void twoPeople() {
    room = "Tea " + UUID.randomUUID();
    alice = new Person(chromium.browser(), site(), "en-GB");
    bob = new Person(chromium.browser(), site(), "en-GB");
  }

  @AfterEach
  void theyLeave() {
    alice.close();
    bob.close();
  }

  private static Site site() {
    return war.site();
  }

  @Test
  void twoPeopleChatAndSeeWhoIsHere() {
    alice.enter("Alice", room);
    alice.seesPeople("Alice");
    bob.enter("Bob", room);
    alice.seesPeople("Alice", "Bob");
    bob.seesPeople("Alice", "Bob");

    alice.say("Hello Bob");
    bob.sees("Hello Bob").say("Hello Alice");
    alice.sees("Hello Bob", "Hello Alice");
    bob.sees("Hello Bob", "Hello Alice");
    assertThat(alice.messages().first()).hasClass(Pattern.compile("is-own"));

    bob.open("");
    alice.seesPeople("Alice");
    noComplaints();
  }

  @Test
  void aReloadLosesNeitherHistoryNorTypedText() {
    alice.enter("Alice", room).say("one").say("two").sees("one", "two").write("half a thou");
    alice.page().reload();
    alice.isOnline().sees("one", "two");
    assertThat(alice.page().locator("#text")).hasValue("half a thou");
    alice.page().locator("#text").press("Enter");
    alice.sees("one", "two", "half a thou");
    alice.page().reload();
    assertThat(alice.page().locator("#text")).hasValue("");
    noComplaints();
  }

  @Test
  void whoWasOfflineComesBackByThemselvesAndMissesNothing() {
    alice.enter("Alice", room);
    bob.enter("Bob", room);
    alice.say("before");
    bob.sees("before");

    alice.goesOffline().isOffline();
    bob.seesPeople("Bob");
    alice.say("written offline 1").say("written offline 2");
    assertThat(alice.pending()).hasCount(2);
    bob.say("meanwhile").sees("before", "meanwhile");

    alice.comesBack().isOnline();
    alice.sees("before", "meanwhile", "written offline 1", "written offline 2");
    assertThat(alice.pending()).hasCount(0);
    bob.sees("before", "meanwhile", "written offline 1", "written offline 2");
    bob.seesPeople("Alice", "Bob");
  }

  @Test
  void unsentMessagesSurviveAReload() {
    alice.enter("Alice", room);
    alice.goesOffline().isOffline().say("kept through the reload");
    assertThat(alice.pending()).hasCount(1);
    alice.comesBack();
    alice.page().reload();
    alice.isOnline().sees("kept through the reload");
    assertThat(alice.pending()).hasCount(0);
    alice.page().reload();
    alice.isOnline().sees("kept through the reload");
  }

  @Test
  void aRestartOfTheServerIsSurvivedWithoutAReload() {
    alice.enter("Alice", room);
    bob.enter("Bob", room);
    alice.say("before the restart");
    bob.sees("before the restart");
    war.kill();
    alice.isOffline().say("said while the server was away");
    assertThat(alice.pending()).hasCount(1);
    war = WarProcess.serve(data, port);
    alice.isOnline().sees("before the restart", "said while the server was away");
    bob.isOnline().sees("before the restart", "said while the server was away");
    alice.seesPeople("Alice", "Bob");
  }

  @Test
  void aServerThatIsUpdatedSaysSoAndThePageComesBackByItself() {
    alice.enter("Alice", room);
    war.stop();
    assertThat(alice.page().locator("#status")).hasAttribute("data-state", "closing");
    assertThat(alice.page().locator("#status")).containsText("The server is being updated.");
    alice.say("written meanwhile").screenshot("server-closing");
    war = WarProcess.serve(data, port);
    assertThat(alice.page().locator("#status"))
        .hasText("Connected again", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    alice.isOnline().sees("written meanwhile");
  }

  @Test
  void aRoomWithAChineseNameAndAChinesePage() {
    String name = "茶馆🍵 " + room;
    try (Person mei = new Person(chromium.browser(), site(), "zh-CN")) {
      mei.enter("小美", name);
      assertThat(mei.page().locator("h1")).hasText(name);
      assertThat(mei.page().locator("#status")).hasText("已连接");
      bob.enter("Bob", name);
      mei.say("你好，Bob 👋");
      bob.sees("你好，Bob 👋").seesPeople("Bob", "小美");
      mei.page().reload();
      mei.isOnline().sees("你好，Bob 👋");
      mei.screenshot("room-zh");
      assertEquals(List.of(), mei.complaints());
    }
    noComplaints();
  }

  @Test
  void aLinkToARoomLetsANewcomerReadAndJoin() {
    alice.enter("Alice", room).say("welcome").sees("welcome");
    bob.open("chat/" + Site.segment(room) + "/");
    bob.sees("welcome");
    bob.page().locator("#display").fill("Bob");
    bob.page().locator("form.join button").click();
    bob.isOnline().sees("welcome");
    alice.seesPeople("Alice", "Bob");
    noComplaints();
  }

  @Test
  void aRefusedMessageStaysWithItsReasonUntilItIsDiscarded() {
    alice.enter("Alice", room).say("y".repeat(8_001));
    assertThat(alice.pending()).hasCount(1);
    assertThat(alice.page().locator(".message-note")).containsText("too long");
    alice.page().reload();
    alice.isOnline();
    assertThat(alice.page().locator(".is-failed .message-note")).containsText("too long");
    alice.page().locator(".is-failed .message-discard").click();
    assertThat(alice.page().locator(".is-failed")).hasCount(0);
    alice.say("short").sees("short");
    noComplaints();
  }

  @Test
  void whatSomebodyWritesIsShownAndNeverRun() {
    String evil =
        "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
    alice.enter("<b>Alice</b>", room).say(evil).sees(evil);
    bob.enter("Bob", room).sees(evil);
    assertThat(bob.page().locator(".message-author").first()).hasText("<b>Alice</b>");
    assertEquals(room + " · Warren", bob.page().title());
    noComplaints();
  }

  @Test
  void longTextAndManyLinesKeepTheirShapeAndThePageItsWidth() {
    alice.enter("Alice", room);
    alice.write("first line");
    alice.page().locator("#text").press("Shift+Enter");
    alice.page().locator("#text").pressSequentially("  second line");
    alice.page().locator("#text").press("Enter");
    assertThat(alice.messages()).hasCount(1);
    assertEquals(
        "first line\n  second line",
        alice.page().locator("#messages .message-text").first().evaluate("e => e.textContent"));
    alice.say("w".repeat(3_000));
    assertThat(alice.messages()).hasCount(2);
    assertEquals(
        true, alice.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
    noComplaints();
  }

  @Test
  void whoReadsFurtherUpIsLeftThereAndToldOfNewMessages() {
    alice.enter("Alice", room);
    bob.enter("Bob", room);
    for (int n = 1; n <= 40; n++) {
      alice.say("line " + n);
    }
    assertThat(bob.messages()).hasCount(40);
    assertThat(bob.messages().last()).isInViewport();
    bob.page().evaluate("document.getElementById('scroll').scrollTop = 0");
    alice.say("the newest");
    assertThat(bob.page().locator("#newest")).isVisible();
    assertThat(bob.messages().first()).isInViewport();
    bob.page().locator("#newest").click();
    assertThat(bob.messages().last()).isInViewport();
    noComplaints();
  }

  @Test
  void afterAServerThatWasLongAwayThePageIsOnASocketAgain() {
    alice
        .page()
        .context()
        .addInitScript(
            """
        const Real = window.WebSocket;
        let left = 3;
        window.WebSocket = class extends EventTarget {
          constructor(...all) {
            super();
            if (left-- <= 0 || !all[0].includes('/ws/chat/')) {
              return new Real(...all);
            }
            setTimeout(() => this.dispatchEvent(new Event('close')), 10);
          }
          close() {}
        };
        """);
    alice.enter("Alice", room);
    bob.enter("Bob", room).seesPeople("Alice", "Bob");
  }

  @Test
  void whereNoWebSocketGoesThroughThePageChatsOverHttp() {
    alice
        .page()
        .context()
        .addInitScript(
            """
        window.WebSocket = class extends EventTarget {
          constructor() {
            super();
            setTimeout(() => this.dispatchEvent(new Event('close')), 10);
          }
          close() {}
        };
        """);
    alice.enter("Alice", room);
    bob.enter("Bob", room);
    bob.say("by socket");
    alice.sees("by socket").say("by HTTP");
    bob.sees("by socket", "by HTTP").say("and back");
    alice.sees("by socket", "by HTTP", "and back");
    assertThat(alice.pending()).hasCount(0);
    alice
        .page()
        .route(
            "**/messages",
            route -> route.fulfill(new Route.FulfillOptions().setStatus(502).setBody("<p>Bad</p>")),
            new Page.RouteOptions().setTimes(1));
    alice.say("through a bad moment").say("and in order");
    bob.sees("by socket", "by HTTP", "and back", "through a bad moment", "and in order");
    alice.isOnline().forgets("502");
    assertThat(alice.pending()).hasCount(0);
    assertThat(alice.page().locator("#rooms [aria-current] .badge")).isHidden();
    alice
        .page()
        .evaluate(
            """
            async (room) => {
              const { person } = document.documentElement.dataset;
              const path = encodeURIComponent(room);
              const event = { type: 'message', id: 'again', message: 'stored before' };
              await fetch(`/api/rooms/${path}/messages`, {
                method: 'POST',
                headers: { 'Content-Type': 'application/json' },
                body: JSON.stringify(event),
              });
              const letter = JSON.stringify({ id: 'again', order: 1, event });
              localStorage.setItem(`warren-outbox::${person}:${path}:again`, letter);
            }""",
            room);
    alice.page().reload();
    alice.isOnline();
    assertThat(alice.messages().last()).containsText("stored before");
    assertThat(alice.pending()).hasCount(0);
    noComplaints();
  }

  @Test
  void withoutJavaScriptARoomCanBeReadAndWrittenTo() {
    try (Person plain = Person.withoutJavaScript(chromium.browser(), site())) {
      plain.open("");
      plain.page().locator("#display").fill("Plain");
      plain.page().locator("#room").fill(room);
      plain.page().locator("form.enter button").click();
      assertThat(plain.page().locator(":is(#text-hint, #shortcuts-open, #filter):visible"))
          .hasCount(0);
      plain.page().locator("#text").fill("no script at all");
      plain.page().locator("#composer button").click();
      plain.sees("no script at all");
      bob.enter("Bob", room).sees("no script at all");
    }
  }

  @Test
  void thePagesLookAsTheyShould() {
    String name = "Tea kitchen";
    try (Person mei = new Person(chromium.browser(), site(), "zh-CN");
        Person dan = new Person(chromium.browser(), site(), "en-GB", ColorScheme.DARK, 390, 780)) {
      mei.enter("小美", name);
      bob.enter("Bob", name);
      alice.open("").screenshot("lobby");
      alice.enter("Alice", name);
      bob.say("The new kettle has arrived ☕");
      alice.sees("The new kettle has arrived ☕").say("Wonderful! Who unpacks it?");
      mei.page().locator("#text").waitFor();
      mei.say("我来！下午三点在茶水间见 🍵");
      bob.say("See you there.\nI bring the biscuits.");
      alice.sees(
          "The new kettle has arrived ☕",
          "Wonderful! Who unpacks it?",
          "我来！下午三点在茶水间见 🍵",
          "See you there. I bring the biscuits.");
      alice.write("Perfect, see you at three");
      alice.screenshot("room");
      dan.enter("Dan", name).screenshot("room-phone-dark");
      dan.open("").screenshot("lobby-phone-dark");
      dan.open("nope/nope").screenshot("not-found-phone-dark");
      assertTrue(dan.complaints().stream().allMatch(text -> text.contains("404")));
    }
    noComplaints();
  }

  private void noComplaints() {
    assertEquals(List.of(), alice.complaints());
    assertEquals(List.of(), bob.complaints());
  }
}
