package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.warren.testing.Site;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Somebody at a browser of their own. */
final class Person implements AutoCloseable {
  /** What a browser says of a person who went offline by intention. */
  private static final String OFFLINE = "ERR_INTERNET_DISCONNECTED";

  /** What people like who have not said it. */
  private static final ColorScheme THEME =
      ColorScheme.valueOf(System.getProperty("warren.theme", "light").toUpperCase(Locale.ROOT));

  private final Site site;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  Person(Browser browser, Site site, String language) {
    this(browser, site, language, THEME, 1100, 720);
  }

  Person(Browser browser, Site site, String language, ColorScheme scheme, int width, int height) {
    this.site = site;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, height));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          boolean loud = message.type().equals("error") || message.type().equals("warning");
          if (loud && !message.text().contains(OFFLINE)) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  private Person(Site site, BrowserContext context) {
    this.site = site;
    this.context = context;
    page = context.newPage();
  }

  static Person withoutJavaScript(Browser browser, Site site) {
    return new Person(
        site,
        browser.newContext(
            new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false)));
  }

  Page page() {
    return page;
  }

  /** Is whoever has this session. */
  Person carry(Site session) {
    String cookie = session.cookie("warren").orElseThrow().getValue();
    context.addCookies(List.of(new Cookie("warren", cookie).setUrl(site.uri("").toString())));
    return this;
  }

  /** A further page of the same browser. */
  Page anotherTab(String path) {
    Page tab = context.newPage();
    tab.navigate(site.uri(path).toString());
    return tab;
  }

  /** What the browser complained about on its console. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Leaves out complaints that hold these words: they were to be expected. */
  void forgets(String words) {
    complaints.removeIf(complaint -> complaint.contains(words));
  }

  Person open(String path) {
    page.navigate(site.uri(path).toString());
    return this;
  }

  /** Comes in by the lobby, as a newcomer does. */
  Person enter(String display, String room) {
    open("");
    page.locator("#display").fill(display);
    page.locator("#room").fill(room);
    page.locator("form.enter button").click();
    return isOnline();
  }

  Person isOnline() {
    assertThat(page.locator("#status")).hasAttribute("data-state", "online");
    return this;
  }

  /** From here on there is a page at hand that needs no network. */
  Person hasWorker() {
    page.waitForCondition(
        () ->
            asks("async () => (await navigator.serviceWorker.ready).active.state === 'activated'"));
    return this;
  }

  /**
   * What a function of the page answers: one that is asynchronous too, which its own ways to wait
   * take for true.
   */
  boolean asks(String question) {
    return (Boolean) page.evaluate(question);
  }

  Person isOffline() {
    assertThat(page.locator("#status")).hasAttribute("data-state", "offline");
    return this;
  }

  Person write(String text) {
    page.locator("#text").fill(text);
    return this;
  }

  Person say(String text) {
    write(text);
    page.locator("#text").press("Enter");
    return this;
  }

  Locator messages() {
    return page.locator("#messages .message:not(.is-pending)");
  }

  Locator pending() {
    return page.locator("#messages .message.is-pending");
  }

  /** Sees exactly these messages, all of them stored, in this order. */
  Person sees(String... texts) {
    assertThat(page.locator("#messages .message:not(.is-pending) .message-text")).hasText(texts);
    return this;
  }

  Person seesPeople(String... names) {
    assertThat(page.locator("#people li")).hasText(names);
    return this;
  }

  /** On a phone rooms, people and account are in a drawer. */
  Person opensMenu() {
    page.locator(".menu").click();
    return this;
  }

  /** The handle by which others name this person, as the page of a room has it. */
  String handle() {
    return page.locator("body").getAttribute("data-you");
  }

  /** The sentence in place of the field to write in. */
  Locator silence() {
    return page.locator("#silence");
  }

  /** A room among this person's, beside the conversation. */
  Locator room(String title) {
    return page.locator("#rooms li", new Page.LocatorOptions().setHasText(title));
  }

  /** The direct conversation among them, if it is the only one. */
  Locator conversation() {
    return page.locator("#rooms li[data-room^='@']");
  }

  Person goesOffline() {
    context.setOffline(true);
    return this;
  }

  Person comesBack() {
    context.setOffline(false);
    return this;
  }

  void screenshot(String name) {
    Path directory = Path.of(System.getProperty("warren.screenshots", "target/screenshots"));
    page.screenshot(new Page.ScreenshotOptions().setPath(directory.resolve(name + ".png")));
  }

  @Override
  public void close() {
    context.close();
  }
}
