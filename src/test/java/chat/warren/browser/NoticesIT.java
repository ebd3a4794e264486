package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.warren.push.Push;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the browser tells somebody who looks elsewhere. */
class NoticesIT extends BobAlone {
  /** A browser without workers, or a page from an address that is not safe. */
  private static final String NO_WORKER = "delete Navigator.prototype.serviceWorker;";

  private static final String LOOKS_ELSEWHERE =
      "Object.defineProperty(document, 'hidden', { get: () => true })";

  private final Push push;

  NoticesIT(Served served) {
    super(served);
    push = served.application("Coffee bar");
  }

  @Test
  void whoLooksElsewhereIsToldIfTheBrowserMayAndAClickLeadsThere() {
    page.addInitScript(
        NO_WORKER
            + """
              window.notices = [];
              window.Notification = class extends EventTarget {
                static permission = 'default';
                static async requestPermission() { this.permission = 'granted'; }
                constructor(title, { body }) {
                  super();
                  this.said = `${title}: ${body}`;
                  window.notices.push(this);
                }
                close() {}
              };""");
    bob.enter("Bob", room);
    page.locator("#bell").click();
    page.locator("#inbox-notify").click();
    assertThat(page.locator("#inbox-notify")).isHidden();
    send(new Push.Event("1", "seen"));
    assertThat(count()).hasText("1");
    page.evaluate(LOOKS_ELSEWHERE);
    send(new Push.Event("2", "unseen").text("look").link("/contacts"));
    page.waitForCondition(() -> page.evaluate("window.notices.length").equals(1));
    assertEquals("Coffee bar: unseen\nlook", page.evaluate("window.notices[0].said"));
    page.evaluate("window.notices[0].dispatchEvent(new Event('click'))");
    page.waitForURL("**/contacts");
  }

  @Test
  void whereNothingCanBeShownTheRestOfWhatCameArrivesAllTheSame() {
    page.addInitScript(
        NO_WORKER
            + """
              window.Notification = class {
                static permission = 'granted';
                constructor() { throw new TypeError('Illegal constructor'); }
              };""");
    bob.enter("Bob", room);
    send(new Push.Event("0", "seen"));
    assertThat(count()).hasText("1");
    page.evaluate(LOOKS_ELSEWHERE);
    bob.goesOffline().isOffline();
    send(new Push.Event("1", "first"));
    send(new Push.Event("2", "second"));
    bob.comesBack().isOnline();
    assertThat(count()).hasText("3");
    assertThat(page.locator("#events .event-title"))
        .hasText(new String[] {"second", "first", "seen"});
  }

  /** As on a phone, where pages may not. */
  @Test
  void theWorkerShowsItAndAClickLeadsAnOpenWindowThere() {
    page.context().grantPermissions(List.of("notifications"));
    page.addInitScript(
        """
        window.Notification = class {
          static permission = 'granted';
          constructor() { throw new TypeError('Illegal constructor'); }
        };""");
    bob.enter("Bob", room).hasWorker();
    send(new Push.Event("0", "seen"));
    assertThat(count()).hasText("1");
    page.evaluate(LOOKS_ELSEWHERE);
    send(new Push.Event("1", "Coffee").text("is ready").link("/contacts"));
    page.waitForCondition(
        () ->
            bob.asks(
                """
                async () => {
                  const worker = await navigator.serviceWorker.ready;
                  const shown = await worker.getNotifications();
                  return shown.some(({ title, body }) => `${title}: ${body}` === 'Coffee bar: Coffee\\nis ready');
                }"""));
    // Only a hand may bring a window to the front.
    inTheWorker(
        """
        WindowClient.prototype.focus = async function () { return this; };
        registration.getNotifications().then(async ([notification]) => {
          const click = new NotificationEvent('notificationclick', { notification });
          let done;
          click.waitUntil = (promise) => { done = promise; };
          dispatchEvent(click);
          await done;
        });""");
    page.waitForURL("**/contacts");
    assertThat(page.locator("h1")).hasText(Pattern.compile("Contacts"));
  }

  private void inTheWorker(String script) {
    CDPSession session = page.context().browser().newBrowserCDPSession();
    String worker = "";
    for (JsonElement it :
        session.send("Target.getTargets").getAsJsonArray("targetInfos").asList()) {
      JsonObject target = it.getAsJsonObject();
      if (target.get("type").getAsString().equals("service_worker")) {
        worker = target.get("targetId").getAsString();
      }
    }
    JsonObject whom = new JsonObject();
    whom.addProperty("targetId", worker);
    whom.addProperty("flatten", false);
    JsonObject expression = new JsonObject();
    expression.addProperty("expression", script);
    expression.addProperty("awaitPromise", true);
    JsonObject command = new JsonObject();
    command.addProperty("id", 1);
    command.addProperty("method", "Runtime.evaluate");
    command.add("params", expression);
    JsonObject message = new JsonObject();
    message.add("sessionId", session.send("Target.attachToTarget", whom).get("sessionId"));
    message.addProperty("message", command.toString());
    List<String> answers = new CopyOnWriteArrayList<>();
    session.on(
        "Target.receivedMessageFromTarget", it -> answers.add(it.get("message").getAsString()));
    session.send("Target.sendMessageToTarget", message);
    // The worker tells of other things too.
    page.waitForCondition(() -> answers.stream().anyMatch(it -> it.contains("\"id\":1")));
    assertFalse(answers.toString().contains("exceptionDetails"), answers.toString());
  }

  private void send(Push.Event event) {
    push.send(bob.handle(), event).join();
  }

  private Locator count() {
    return page.locator("#bell-count");
  }
}
