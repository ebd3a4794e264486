package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.push.Push;
import chat.warren.testing.ChatClient;
import chat.warren.testing.Chromium;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bell, as people see it. */
class InboxIT {
  @TempDir Path data;

  private WarProcess war;
  private Chromium chromium;
  private Site alice;
  private Push push;

  @BeforeEach
  void aliceHasAnApplication() {
    war = WarProcess.serve(data, 0);
    chromium = Chromium.start();
    alice = war.site();
    alice.setUp(war.setupToken(), "alice", "Alice", "correct horse battery");
    push = new Push(alice.uri(""), alice.makeToken("Coffee bar"));
  }

  @AfterEach
  void close() {
    chromium.close();
    war.close();
  }

  @Test
  void aPushRingsInEveryTabAndWhatWasReadInOneIsReadInAll() {
    try (Person bob = new Person(chromium.browser(), war.site(), "en-GB")) {
      String name = nameOf(bob.enter("Bob", "tea"));
      Page other = bob.anotherTab("");
      push.send(name, new Push.Event("1", "Coffee <b>").text("is ready").link("/coffee/5")).join();
      assertThat(count(bob.page())).hasText("1");
      assertThat(count(other)).hasText("1");
      try (ChatClient room = ChatClient.open(alice, "ws/chat/tea")) {
        room.say("m", "tea, @" + name + "?");
        assertThat(count(other)).hasText("2");
      }
      bob.page().locator("#bell").click();
      Locator events = bob.page().locator("#events .event");
      assertThat(events.locator(".event-title")).hasText(new String[] {"tea", "Coffee <b>"});
      assertThat(events.nth(0).locator("[data-kind=mention]")).isVisible();
      assertThat(events.nth(0).locator(".event-link")).hasAttribute("href", "/chat/tea/#1");
      assertThat(events.nth(1).locator(".event-link")).hasAttribute("href", "/coffee/5");
      assertThat(events.nth(1).locator(".event-unread")).isVisible();
      bob.screenshot("inbox");
      bob.page().locator("#inbox-read").click();
      assertThat(count(bob.page())).isHidden();
      assertThat(count(other)).isHidden();
      other.reload();
      other.locator("#bell").click();
      assertThat(other.locator("#events .event")).hasCount(2);
      assertThat(count(other)).isHidden();
      bob.page().keyboard().press("Escape");
      assertThat(bob.page().locator("#inbox")).isHidden();
      assertEquals(List.of(), bob.complaints());
    }
  }

  @Test
  void whatPeopleDoRingsWhereverOneIsAndLeadsThere() {
    try (Person bob = new Person(chromium.browser(), war.site(), "en-GB")) {
      String name = nameOf(bob.enter("Bob", "tea"));
      post("api/rooms", "{\"title\":\"Attic\",\"private\":true}");
      String attic =
          ChatClient.parse(alice.get("api/rooms").body())
              .get(0)
              .getJsonArray("own")
              .getJsonObject(0)
              .getString("room");
      post("api/contacts/" + name, "{\"act\":\"ask\"}");
      assertThat(count(bob.page())).hasText("1");
      String invitation = "{\"type\":\"invite\",\"name\":\"" + name + "\"}";
      post("api/rooms/" + attic + "/messages", invitation);
      assertThat(count(bob.page())).hasText("2");
      post("api/rooms/@" + name + "/messages", "{\"message\":\"hello Bob\"}");
      assertThat(count(bob.page())).hasText("3");
      bob.page().locator("#bell").click();
      Locator events = bob.page().locator("#events .event");
      assertThat(events.locator(".event-kind:visible"))
          .hasText(new String[] {"wrote to you", "invites you", "wants to be your contact"});
      assertThat(events.nth(2).locator(".event-link")).hasAttribute("href", "/contacts");
      bob.screenshot("inbox-people");
      events.nth(1).locator(".event-link").click();
      assertThat(bob.page().locator("h1")).containsText("Attic");
      bob.page().locator("#bell").click();
      bob.page().locator("#events .event").nth(0).locator(".event-link").click();
      assertThat(bob.page().locator("#messages .message-text")).hasText("hello Bob");
      bob.isOnline();
      post("api/rooms/@" + name + "/messages", "{\"message\":\"seen\"}");
      assertThat(bob.page().locator("#messages .message-text")).hasCount(2);
      assertThat(count(bob.page())).hasText("3");
      assertEquals(List.of(), bob.complaints());
    }
  }

  private void post(String path, String json) {
    HttpResponse<String> answer = alice.postJson(path, json, alice.origin());
    assertTrue(answer.statusCode() < 300, answer.body());
  }

  @Test
  void whatCameDuringAnOutageIsThereAfterIt() {
    try (Person bob = new Person(chromium.browser(), war.site(), "en-GB")) {
      String name = nameOf(bob.enter("Bob", "tea"));
      push.send(name, new Push.Event("1", "first")).join();
      assertThat(count(bob.page())).hasText("1");
      bob.goesOffline().isOffline();
      push.send(name, new Push.Event("2", "second")).join();
      bob.comesBack().isOnline();
      assertThat(count(bob.page())).hasText("2");
    }
  }

  @Test
  void aCardInARoomLooksTheSameLiveAndAfterAReload() {
    try (Person bob =
        new Person(chromium.browser(), war.site(), "zh-CN", ColorScheme.DARK, 380, 700)) {
      bob.enter("Bob", "tea");
      push.sendToRoom("tea", new Push.Event("Built").text("all green").link("/ci/5")).join();
      Locator card = bob.page().locator("#messages .message-card:visible");
      assertThat(card.locator(".card-title")).hasText("Built");
      assertThat(card.locator(".card-link")).hasAttribute("href", "/ci/5");
      assertThat(bob.page().locator("#said p")).hasText("Coffee bar: Built");
      String live = card.innerText();
      bob.page().locator("#bell").click();
      bob.screenshot("inbox-phone-dark");
      bob.page().reload();
      assertThat(card.locator(".card-title")).hasText("Built");
      assertEquals(live, card.innerText());
      assertEquals(List.of(), bob.complaints());
    }
  }

  @Test
  void whereNoWebSocketGoesThroughTheBellRingsOverHttp() {
    try (Person bob = new Person(chromium.browser(), war.site(), "en-GB")) {
      bob.page()
          .addInitScript(
              """
              window.WebSocket = class extends EventTarget {
                constructor() {
                  super();
                  setTimeout(() => this.dispatchEvent(new Event('close')));
                }
                close() {}
              };""");
      String name = nameOf(bob.enter("Bob", "tea"));
      push.send(name, new Push.Event("1", "by HTTP")).join();
      assertThat(count(bob.page())).hasText("1");
      bob.page().locator("#bell").click();
      bob.page().locator("#inbox-read").click();
      assertThat(count(bob.page())).isHidden();
      push.send(name, new Push.Event("2", "and again")).join();
      assertThat(count(bob.page())).hasText("1");
    }
  }

  @Test
  void withoutJavaScriptTheInboxIsAPage() {
    try (Person bob = Person.withoutJavaScript(chromium.browser(), war.site())) {
      bob.open("");
      bob.page().locator("#display").fill("Bob");
      bob.page().locator("#room").fill("tea");
      bob.page().locator("form.enter button").click();
      push.send(nameOf(bob), new Push.Event("1", "Coffee").link("/coffee/5")).join();
      bob.page().locator("#bell").click();
      assertThat(bob.page().locator(".event.is-unread .event-title")).hasText("Coffee");
      bob.page().locator("form button").click();
      assertThat(bob.page().locator(".event .event-title")).hasText("Coffee");
      assertThat(bob.page().locator(".event.is-unread")).hasCount(0);
    }
  }

  private static Locator count(Page page) {
    return page.locator("#bell-count");
  }

  private static String nameOf(Person person) {
    return person.page().locator("body").getAttribute("data-you");
  }
}
