package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Chromium;
import chat.warren.testing.Guest;
import chat.warren.testing.WarProcess;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warren as an app: from the first page, on the home screen, and without a network. */
class InstalledIT {
  @TempDir Path data;

  private int port;
  private WarProcess war;
  private Chromium chromium;

  @BeforeEach
  void serve() {
    port = WarProcess.freePort();
    war = WarProcess.serve(data, port);
    chromium = Chromium.start();
  }

  @AfterEach
  void stop() {
    chromium.close();
    war.close();
  }

  @Test
  void fromTheFirstPageToTheFirstMessageTakeTwoInputsAndNoMouse() {
    try (Person dana = new Person(chromium.browser(), war.site(), "en-GB");
        Person mei = new Person(chromium.browser(), war.site(), "zh-CN")) {
      write(dana.open(""), "Dana");
      write(dana.isOnline(), "Anybody here?");
      dana.sees("Anybody here?");
      assertThat(dana.page().locator("h1")).hasText("Hall");
      write(mei.open(""), "小美");
      write(mei.isOnline(), "我在！");
      mei.sees("Anybody here?", "我在！");
      dana.sees("Anybody here?", "我在！");
    }
  }

  private static void write(Person person, String text) {
    assertThat(person.page().locator("#display:focus, #text:focus")).hasCount(1);
    person.page().keyboard().insertText(text);
    person.page().keyboard().press("Enter");
  }

  @Test
  void theBrowserFindsNothingThatKeepsItFromBeingInstalled() {
    try (Person dana = new Person(chromium.browser(), war.site(), "zh-TW")) {
      dana.open("");
      dana.hasWorker();
      CDPSession session = dana.page().context().newCDPSession(dana.page());
      JsonObject manifest = session.send("Page.getAppManifest");
      assertEquals(0, manifest.getAsJsonArray("errors").size(), manifest.toString());
      assertTrue(manifest.get("data").getAsString().contains("大家的聊天室"), manifest.toString());
      JsonObject errors = session.send("Page.getInstallabilityErrors");
      assertEquals(
          List.of(),
          StreamSupport.stream(errors.getAsJsonArray("installabilityErrors").spliterator(), false)
              .map(error -> error.getAsJsonObject().get("errorId").getAsString())
              // The test's browser keeps nothing, as a private window.
              .filter(error -> !error.equals("in-incognito"))
              .toList());
      assertEquals(
          List.of("192x192", "512x512", "512x512", "180x180"),
          dana.page()
              .evaluate(
                  """
                  async () => Promise.all(['icon-192', 'icon-512', 'maskable-512', 'touch-180'].map(async (name) => {
                    const image = new Image();
                    image.src = `/pictures/${name}.png`;
                    await image.decode();
                    return `${image.width}x${image.height}`;
                  }))"""));
      assertEquals(List.of(), dana.complaints());
    }
  }

  @Test
  void withoutANetworkThePageSaysSoAndKeepsWhatWaitsUntilItIsSent() {
    try (Person dana = new Person(chromium.browser(), war.site(), "en-GB");
        Person bob = new Person(chromium.browser(), war.site(), "en-GB")) {
      bob.enter("Bob", "tea 茶");
      dana.enter("Dana", "tea 茶").say("before");
      dana.sees("before");
      dana.hasWorker();
      dana.goesOffline().isOffline().say("kept *offline*");
      assertThat(dana.pending()).hasCount(1);
      dana.page().reload();
      assertThat(dana.page().locator("h1")).hasText("You are offline");
      assertThat(dana.page().locator("#waiting li")).hasText("kept *offline*");
      assertEquals(
          "grid",
          dana.page().locator("main").evaluate("e => getComputedStyle(e).display"),
          "its styles are at hand");
      dana.page().locator("#again").click();
      assertThat(dana.page().locator("#waiting li")).hasText("kept *offline*");
      dana.comesBack();
      dana.isOnline().sees("before", "kept offline");
      bob.sees("before", "kept offline");
    }
  }

  @Test
  void whereOnlyTheServerIsAwayThePageComesBackByItself() {
    try (Person dana = new Person(chromium.browser(), war.site(), "zh-CN")) {
      dana.enter("Dana", "tea");
      dana.hasWorker();
      dana.say("one").sees("one");
      war.kill();
      dana.isOffline().say("two");
      dana.page().reload();
      assertThat(dana.page().locator("h1")).hasText("你已离线");
      assertThat(dana.page().locator("#waiting li")).hasText("two");
      war = WarProcess.serve(data, port);
      dana.isOnline().sees("one", "two");
    }
  }

  @Test
  void theIconIsMarkedWhileSomethingIsUnread() {
    try (Person dana = new Person(chromium.browser(), war.site(), "en-GB")) {
      Guest alice = Guest.called("Alice", war.site(), "tea");
      dana.enter("Dana", "tea");
      alice.api("tea", "{\"message\":\"one\"}");
      dana.sees("one");
      dana.page()
          .waitForCondition(
              () ->
                  dana.asks(
                      "async () => (await (await fetch('/api/unread')).json()).rooms.some((it) => it.read === 1)"));
      dana.enter("Dana", "hall");
      Locator icon = dana.page().locator("link[rel=icon]");
      assertThat(icon).hasAttribute("href", Pattern.compile("/icons/warren\\.svg$"));
      alice.api("tea", "{\"message\":\"two\"}");
      assertThat(icon).hasAttribute("href", Pattern.compile("/icons/warren-unread\\.svg$"));
      assertThat(dana.page()).hasTitle(Pattern.compile("^\\(1\\) "));
      Page tea = dana.page();
      tea.locator("#rooms a").filter(new Locator.FilterOptions().setHasText("tea")).click();
      dana.isOnline().sees("one", "two");
      assertThat(icon).hasAttribute("href", Pattern.compile("/icons/warren\\.svg$"));
    }
  }
}
