package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Chromium;
import chat.warren.testing.WarProcess;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of signs that mean something, on an open page and on a fresh one. */
class FormattingIT {
  private static final String TEXT =
      """
      **Bold**, *italic*, `code`, :tea: and <b>no HTML</b>
      - see [the docs](https://docs.example.org/x)
      - or https://example.org/
      > a quote
      and the answer
      ```java
      int answer = 42;   // *no* stars
        indented();
      ```
      """
          .strip();

  @TempDir static Path data;

  private static WarProcess war;
  private static Chromium chromium;

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

  private static Person person(String language) {
    return new Person(chromium.browser(), war.site(), language);
  }

  @Test
  void aFormattedMessageIsTheSameForItsAuthorForOthersAndAfterAReload() {
    try (Person alice = person("en-GB");
        Person bob = person("zh-CN");
        Person plain = Person.withoutJavaScript(chromium.browser(), war.site())) {
      alice.enter("Alice", "signs");
      bob.enter("Bob", "signs");
      alice.say(TEXT);
      assertThat(alice.messages()).hasCount(1);
      assertThat(bob.messages()).hasCount(1);
      looksRight(alice);
      looksRight(bob);
      String live = shown(bob);
      bob.page().reload();
      bob.isOnline();
      looksRight(bob);
      assertEquals(live, shown(bob));
      plain.open("chat/signs/");
      looksRight(plain);
      assertEquals(List.of(), alice.complaints());
      assertEquals(List.of(), bob.complaints());
    }
  }

  private static void looksRight(Person person) {
    Locator text = person.messages().locator(".message-text");
    assertThat(text.locator("strong")).hasText("Bold");
    assertThat(text.locator("em")).hasText("italic");
    assertThat(text.locator("p > code")).hasText("code");
    assertThat(text.locator("p").first()).containsText("🍵 and <b>no HTML</b>");
    assertThat(text.locator("li")).hasCount(2);
    assertThat(text.locator("blockquote")).hasText("a quote");
    assertThat(text.locator("p").last()).hasText("and the answer");
    assertEquals(
        "int answer = 42;   // *no* stars\n  indented();\n",
        text.locator("pre code").evaluate("e => e.textContent"));
    assertThat(text.locator("li a").first()).hasText("the docs (docs.example.org)");
    for (Locator link : text.locator("a").all()) {
      assertThat(link).hasAttribute("target", "_blank");
      assertThat(link).hasAttribute("rel", "nofollow noopener noreferrer");
    }
  }

  /** Without what the browser adds by itself. */
  private static String shown(Person person) {
    return (String)
        person
            .messages()
            .locator(".message-text")
            .evaluate(
                """
                e => {
                  const copy = e.cloneNode(true);
                  copy.querySelectorAll('.copy').forEach((button) => button.remove());
                  return copy.innerHTML;
                }""");
  }

  @Test
  void anEditIsFormattedToo() {
    try (Person alice = person("en-GB")) {
      alice.enter("Alice", "edits").say("plain");
      assertThat(alice.messages()).hasCount(1);
      alice
          .page()
          .evaluate(
              """
              fetch('/api/rooms/edits/messages', {
                method: 'POST',
                headers: { 'Content-Type': 'application/json' },
                body: JSON.stringify({ type: 'edit', id: 'e', seq: 1, message: '*new*' }),
              })""");
      assertThat(alice.messages().locator(".message-text em")).hasText("new");
      alice.page().reload();
      assertThat(alice.messages().locator(".message-text em")).hasText("new");
    }
  }

  @Test
  void aBlockOfCodeCanBeCopied() {
    try (Person alice = person("en-GB")) {
      alice.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      alice.enter("Alice", "code").say("```\n  a < b\n```");
      Locator button = alice.messages().locator(".copy");
      button.click();
      assertThat(button).hasText("Copied");
      assertEquals("  a < b\n", alice.page().evaluate("navigator.clipboard.readText()"));
      assertThat(button).hasText("Copy");
      alice.page().reload();
      assertThat(alice.messages().locator(".copy")).hasCount(1);
    }
  }

  @Test
  void whoIsNamedSeesItAtAGlance() {
    try (Person alice = person("en-GB");
        Person bob = person("en-GB")) {
      bob.enter("Bob", "names");
      String handle = bob.page().locator("body").getAttribute("data-you");
      alice.enter("Alice", "names").say("@" + handle + " and @carol");
      assertThat(alice.messages().locator(".mention")).hasCount(2);
      assertThat(alice.messages().locator(".mention.is-you")).hasCount(0);
      assertThat(bob.messages().locator(".mention.is-you")).hasText("@" + handle);
      bob.page().reload();
      assertThat(bob.messages().locator(".mention.is-you")).hasText("@" + handle);
    }
  }

  @Test
  void nothingBecomesMarkupThatDidNotComeFromTheServersSanitizer() {
    try (Person alice = person("en-GB")) {
      alice.enter("Alice", "strict");
      assertThrows(
          PlaywrightException.class,
          () -> alice.page().evaluate("document.body.innerHTML = '<b>x</b>'"));
      assertThrows(
          PlaywrightException.class,
          () -> alice.page().evaluate("trustedTypes.createPolicy('mine', {})"));
    }
  }

  @Test
  void longCodeAndLongAddressesKeepThePageItsWidth() {
    try (Person dan =
        new Person(chromium.browser(), war.site(), "en-GB", ColorScheme.DARK, 320, 640)) {
      dan.enter("Dan", "long");
      dan.say("```\n" + "x".repeat(2_000) + "\n```");
      dan.say("https://example.org/" + "y".repeat(1_500));
      dan.say("> - " + "z".repeat(1_500));
      dan.say("`" + "w".repeat(1_500) + "`");
      assertThat(dan.messages()).hasCount(4);
      assertTrue(
          (boolean)
              dan.page()
                  .evaluate(
                      "[document.documentElement, document.getElementById('scroll')]"
                          + ".every((e) => e.scrollWidth <= e.clientWidth)"));
    }
  }

  @Test
  void whatIsWrittenFromTheRightIsShownFromTheRight() {
    try (Person dan = person("en-GB")) {
      dan.enter("דנה", "right").say("שלום **לכולם**").say("Hello *all*");
      assertThat(dan.messages()).hasCount(2);
      Locator texts = dan.messages().locator(".message-text");
      assertEquals("rtl", texts.first().evaluate("e => getComputedStyle(e).direction"));
      assertEquals("ltr", texts.last().evaluate("e => getComputedStyle(e).direction"));
    }
  }
}
