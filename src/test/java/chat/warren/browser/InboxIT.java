package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.push.Push;
import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bell, as people see it. */
class InboxIT extends BobAlone {
  private final Push push;

  InboxIT(Served served) {
    super(served);
    push = served.application("Coffee bar");
  }

  @Test
  void aPushRingsInEveryTabAndWhatWasReadInOneIsReadInAll() {
    String name = bob.enter("Bob", room).handle();
    Page other = bob.anotherTab("");
    push.send(name, new Push.Event("1", "Coffee <b>").text("is ready").link("/coffee/5")).join();
    assertThat(count(page)).hasText("1");
    assertThat(count(other)).hasText("1");
    try (ChatClient socket = served.administrator().socket(room)) {
      socket.say("m", "tea, @" + name + "?");
      assertThat(count(other)).hasText("2");
    }
    page.locator("#bell").click();
    Locator events = page.locator("#events .event");
    assertThat(events.locator(".event-title")).hasText(new String[] {room, "Coffee <b>"});
    assertThat(events.nth(0).locator("[data-kind=mention]")).isVisible();
    assertThat(events.nth(0).locator(".event-link"))
        .hasAttribute("href", "/chat/" + Site.segment(room) + "/#1");
    assertThat(events.nth(1).locator(".event-link")).hasAttribute("href", "/coffee/5");
    assertThat(events.nth(1).locator(".event-unread")).isVisible();
    bob.screenshot("inbox");
    page.locator("#inbox-read").click();
    assertThat(count(page)).isHidden();
    assertThat(count(other)).isHidden();
    other.reload();
    other.locator("#bell").click();
    assertThat(other.locator("#events .event")).hasCount(2);
    assertThat(count(other)).isHidden();
    page.keyboard().press("Escape");
    assertThat(page.locator("#inbox")).isHidden();
  }

  @Test
  void whatPeopleDoRingsWhereverOneIsAndLeadsThere() {
    String name = bob.enter("Bob", room).handle();
    Guest alice = served.administrator();
    String attic = alice.makePrivate("Attic");
    Site site = alice.site();
    String contact = "api/contacts/" + name;
    assertEquals(200, site.postJson(contact, "{\"act\":\"ask\"}", site.origin()).statusCode());
    assertThat(count(page)).hasText("1");
    String invitation = "{\"type\":\"invite\",\"name\":\"" + name + "\"}";
    assertEquals("ok", alice.api(attic, invitation));
    assertThat(count(page)).hasText("2");
    assertEquals("ok", alice.api("@" + name, "{\"message\":\"hello Bob\"}"));
    assertThat(count(page)).hasText("3");
    page.locator("#bell").click();
    Locator events = page.locator("#events .event");
    assertThat(events.locator(".event-kind:visible"))
        .hasText(new String[] {"wrote to you", "invites you", "wants to be your contact"});
    assertThat(events.nth(2).locator(".event-link")).hasAttribute("href", "/contacts");
    bob.screenshot("inbox-people");
    events.nth(1).locator(".event-link").click();
    assertThat(page.locator("h1")).containsText("Attic");
    page.locator("#bell").click();
    page.locator("#events .event").nth(0).locator(".event-link").click();
    assertThat(page.locator("#messages .message-text")).hasText("hello Bob");
    bob.isOnline();
    assertEquals("ok", alice.api("@" + name, "{\"message\":\"seen\"}"));
    assertThat(page.locator("#messages .message-text")).hasCount(2);
    assertThat(count(page)).hasText("3");
  }

  @Test
  void asLongAsItIsNotKnownHowFarOneHasReadNothingRings() {
    String name = bob.enter("Bob", room).handle();
    push.send(name, new Push.Event("1", "first")).join();
    assertThat(count(page)).hasText("1");
    page.locator("#bell").click();
    page.locator("#inbox-read").click();
    assertThat(count(page)).isHidden();
    page.addInitScript(
        "window.WebSocket = class extends EventTarget { close() {} }; // never opens");
    page.reload();
    page.locator("#bell").click();
    assertThat(page.locator("#events .event")).hasCount(1);
    assertThat(count(page)).isHidden();
    assertThat(page.locator("#events .is-unread")).hasCount(0);
  }

  @Test
  void whatCameDuringAnOutageIsThereAfterIt() {
    String name = bob.enter("Bob", room).handle();
    push.send(name, new Push.Event("1", "first")).join();
    assertThat(count(page)).hasText("1");
    bob.goesOffline().isOffline();
    push.send(name, new Push.Event("2", "second")).join();
    bob.comesBack().isOnline();
    assertThat(count(page)).hasText("2");
  }

  @Test
  void aCardInARoomLooksTheSameLiveAndAfterAReload() {
    try (Person mei = served.person("zh-CN", ColorScheme.DARK, 380, 700)) {
      mei.enter("小美", room);
      push.sendToRoom(room, new Push.Event("Built").text("all green").link("/ci/5")).join();
      Locator card = mei.page().locator("#messages .message-card:visible");
      assertThat(card.locator(".card-title")).hasText("Built");
      assertThat(card.locator(".card-link")).hasAttribute("href", "/ci/5");
      assertThat(mei.page().locator("#said p")).hasText("Coffee bar: Built");
      String live = card.innerText();
      mei.page().locator("#bell").click();
      mei.screenshot("inbox-phone-dark");
      mei.page().reload();
      assertThat(card.locator(".card-title")).hasText("Built");
      assertEquals(live, card.innerText());
      assertEquals(List.of(), mei.complaints());
    }
  }

  @Test
  void whereNoWebSocketGoesThroughTheBellRingsOverHttp() {
    page.addInitScript(
        """
            window.WebSocket = class extends EventTarget {
              constructor() {
                super();
                setTimeout(() => this.dispatchEvent(new Event('close')));
              }
              close() {}
            };""");
    String name = bob.enter("Bob", room).handle();
    push.send(name, new Push.Event("1", "by HTTP")).join();
    assertThat(count(page)).hasText("1");
    page.locator("#bell").click();
    page.locator("#inbox-read").click();
    assertThat(count(page)).isHidden();
    push.send(name, new Push.Event("2", "and again")).join();
    assertThat(count(page)).hasText("1");
  }

  @Test
  void withoutJavaScriptTheInboxIsAPage() {
    try (Person plain = served.withoutJavaScript()) {
      plain.open("");
      plain.page().locator("#display").fill("Bob");
      plain.page().locator("#room").fill(room);
      plain.page().locator("form.enter button").click();
      push.send(plain.handle(), new Push.Event("1", "Coffee").link("/coffee/5")).join();
      plain.page().locator("#bell").click();
      assertThat(plain.page().locator(".event.is-unread .event-title")).hasText("Coffee");
      plain.page().locator("form button").click();
      assertThat(plain.page().locator(".event .event-title")).hasText("Coffee");
      assertThat(plain.page().locator(".event.is-unread")).hasCount(0);
    }
  }

  private static Locator count(Page page) {
    return page.locator("#bell-count");
  }
}
