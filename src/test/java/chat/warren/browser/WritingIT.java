package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.Guest;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of what one writes: it is edited, deleted, answered and reacted to. */
class WritingIT extends BobAlone {
  private Guest alice;

  WritingIT(Served served) {
    super(served);
  }

  @BeforeEach
  void theyMeet() {
    alice = served.guest("Alice", room);
    bob.enter("Bob", room);
  }

  @Test
  void theUpArrowEditsTheLastMessageAndTheDraftComesBack() {
    bob.say("frist").sees("frist");
    alice.api(room, "{\"message\":\"you mean first\"}");
    bob.sees("frist", "you mean first");
    page.locator("#text").press("ArrowUp");
    assertThat(page.locator("#text")).hasValue("frist");
    assertThat(page.locator("#mode")).isVisible();
    bob.say("first");
    bob.sees("first", "you mean first");
    assertThat(page.locator("#mode")).isHidden();
    assertThat(message("first").locator(".message-edited")).isVisible();

    bob.write("a draft");
    message("first").hover();
    tool("edit").click();
    assertThat(page.locator("#text")).hasValue("first");
    page.locator("#text").press("Escape");
    assertThat(page.locator("#text")).hasValue("a draft");
    bob.sees("first", "you mean first");

    message("first").hover();
    tool("edit").click();
    assertThat(page.locator("#text")).hasValue("first");
    bob.say("first of all").sees("first of all", "you mean first");
    assertThat(page.locator("#text")).hasValue("a draft");
    message("first of all").hover();
    tool("edit").click();
    assertThat(page.locator("#text")).hasValue("first of all");
    page.locator("#text").fill("");
    page.locator("#text").press("Escape");
    page.reload();
    assertThat(page.locator("#text")).hasValue("a draft");
  }

  @Test
  void whatHasToWaitSaysWhyAndIsNotOvertaken() {
    assertEquals("ok", alice.api(room, "{\"type\":\"room\",\"slow\":3}"));
    bob.say("one").say("two").say("three");
    assertThat(page.locator(".is-pending .message-note").first()).containsText("slow mode");
    bob.say("four").sees("one", "two", "three", "four");
    assertThat(bob.pending()).hasCount(0);
    page.reload();
    bob.sees("one", "two", "three", "four");
  }

  @Test
  void whereItIsOverNothingMoreIsTakenAndWhatWasBegunIsKept() {
    bob.say("one").sees("one").write("two");
    assertEquals("ok", alice.api(room, "{\"type\":\"room\",\"archived\":true}"));
    assertThat(page.locator("#composer")).isHidden();
    assertThat(bob.silence()).containsText("archived");
    message("one").hover();
    assertThat(tool("edit")).isHidden();
    assertThat(tool("link")).isVisible();
    assertEquals("ok", alice.api(room, "{\"type\":\"room\",\"archived\":false}"));
    page.reload();
    bob.isOnline();
    assertThat(page.locator("#text")).hasValue("two");
  }

  @Test
  void anEditThatIsRefusedStaysWithItsReasonAndItsText() {
    bob.say("short").sees("short");
    page.locator("#text").press("ArrowUp");
    assertThat(page.locator("#text")).hasValue("short");
    bob.say("x".repeat(8_001));
    Locator message = message("short");
    assertThat(message.locator(".message-note")).containsText("too long");
    page.reload();
    bob.isOnline().sees("short");
    assertThat(message.locator(".message-note")).containsText("too long");
    page.locator("#text").press("ArrowUp");
    assertThat(page.locator("#text")).hasValue("x".repeat(8_001));
    bob.say("shorter").sees("shorter");
    assertThat(page.locator(".is-failed")).hasCount(0);
  }

  /** Safari says that the composition was over before. */
  @Test
  void theEnterThatEndsACompositionSendsNothing() {
    bob.write("にほん");
    assertThat(page.locator("#text-hint")).hasText("Enter sends, Shift+Enter starts a new line");
    String end =
        "(text, more) => text.dispatchEvent(new KeyboardEvent('keydown',"
            + " { key: 'Enter', bubbles: true, cancelable: true, ...more }))";
    assertEquals(true, page.locator("#text").evaluate(end, Map.of("keyCode", 229)));
    assertEquals(true, page.locator("#text").evaluate(end, Map.of("isComposing", true)));
    assertThat(page.locator("#text")).hasValue("にほん");
    page.locator("#text").fill("@her");
    assertThat(page.locator("#completion")).isVisible();
    assertEquals(true, page.locator("#text").evaluate(end, Map.of("keyCode", 229)));
    assertThat(page.locator("#completion")).isVisible();
    bob.say("日本").sees("日本");
  }

  @Test
  void underAFingerEnterStartsANewLineAndTheButtonSends() {
    JsonObject touch = new JsonObject();
    touch.addProperty("enabled", true);
    page.context().newCDPSession(page).send("Emulation.setTouchEmulationEnabled", touch);
    page.reload();
    bob.isOnline();
    assertThat(page.locator("#text-hint")).hasText("Enter starts a new line, the button sends");
    bob.say("one");
    page.keyboard().type("two");
    assertThat(page.locator("#text")).hasValue("one\ntwo");
    page.locator("#composer button").click();
    assertThat(bob.messages()).hasCount(1);
    assertEquals("one\ntwo", bob.messages().locator(".message-text").innerText());
  }

  @Test
  void aDeletionCanBeTakenBackForAMoment() {
    bob.say("one").say("two").sees("one", "two");
    message("one").hover();
    tool("delete").click();
    Locator undo = page.locator(".message-undo button");
    assertThat(undo).isFocused();
    bob.screenshot("undo");
    undo.click();
    bob.sees("one", "two");

    message("two").hover();
    tool("delete").click();
    assertThat(page.locator(".message.is-deleted"))
        .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
    assertThat(page.locator(".message-undo")).hasCount(0);
    bob.sees("one", "");
  }

  @Test
  void aPageThatIsClosedMeanwhileDeletes() {
    bob.say("not for long").sees("not for long");
    message("not for long").hover();
    tool("delete").click();
    assertThat(page.locator(".message-undo")).isVisible();
    bob.open("");
    page.waitForCondition(() -> alice.history(room).body().contains("\"deleted\":true"));
  }

  @Test
  void anAnswerQuotesWhatItAnswersAndLeadsBackToIt() {
    alice.api(room, "{\"message\":\"Who brings tea?\"}");
    for (int n = 1; n <= 70; n++) {
      alice.api(room, "{\"message\":\"filler " + n + "\"}");
    }
    page.reload();
    bob.isOnline();
    assertThat(page.getByText("filler 70")).isVisible();
    page.evaluate("location.hash = '#1'");
    Locator question = message("Who brings tea?");
    assertThat(question).isInViewport();
    question.hover();
    tool("reply").click();
    assertThat(page.locator("#mode")).containsText("Who brings tea?");
    bob.write("I do");
    page.reload();
    assertThat(page.locator("#mode")).containsText("Who brings tea?");
    assertThat(page.locator("#text")).hasValue("I do");
    page.locator("#text").press("Enter");

    Locator answer = bob.messages().last();
    assertThat(answer).containsText("I do");
    assertThat(answer.locator(".quote-author")).hasText("Alice");
    assertThat(answer.locator(".quote-text")).hasText("Who brings tea?");
    alice.api(room, "{\"type\":\"edit\",\"seq\":1,\"message\":\"Who brings the tea?\"}");
    assertThat(answer.locator(".quote-text")).hasText("Who brings the tea?");
    answer.locator(".message-reply").click();
    assertThat(message("Who brings the tea?")).isInViewport();
    assertThat(message("Who brings the tea?")).isFocused();
  }

  @Test
  void anAnswerToWhatIsNotOnThePageIsQuotedAsWell() {
    alice.api(room, "{\"message\":\"long ago\"}");
    for (int n = 1; n <= 55; n++) {
      alice.api(room, "{\"message\":\"filler " + n + "\"}");
    }
    page.reload();
    bob.isOnline();
    alice.api(room, "{\"message\":\"as I said\",\"replyTo\":1}");
    assertThat(bob.messages().last().locator(".quote-text")).hasText("long ago");
    page.reload();
    assertThat(bob.messages().last().locator(".quote-text")).hasText("long ago");
  }

  @Test
  void aQuoteSaysTheSameOnAnOpenPageAndOnAFreshOne() {
    bob.say("**One** :tea: for @here\n`two`\n```\nthree\n```").say("/me waves");
    assertThat(bob.messages()).hasCount(2);
    alice.api(room, "{\"message\":\"four\",\"replyTo\":1}");
    alice.api(room, "{\"message\":\"hello\",\"replyTo\":2}");
    Locator quotes = page.locator("#messages .message-reply:visible .quote-text");
    String[] said = {"One 🍵 for @here two three", "waves"};
    assertThat(quotes).hasText(said);
    page.reload();
    bob.isOnline();
    assertThat(quotes).hasText(said);
    page.locator("#text").press("ArrowUp");
    assertThat(page.locator("#text")).hasValue("/me waves");
    bob.say("/me *laughs*");
    assertThat(quotes).hasText(new String[] {said[0], "laughs"});
    page.reload();
    bob.isOnline();
    assertThat(quotes).hasText(new String[] {said[0], "laughs"});
  }

  @Test
  void reactionsAreChosenFromAPickerAndTakenBackByAClick() {
    alice.api(room, "{\"message\":\"There is cake\"}");
    Locator cake = message("There is cake");
    cake.hover();
    tool("react").click();
    bob.screenshot("picker");
    page.locator("#picker [data-emoji='🍰']").click();
    assertThat(page.locator("#picker")).isHidden();
    Locator reaction = cake.locator(".reaction");
    assertThat(reaction.locator(".reaction-by")).hasText("Bob");
    assertThat(reaction.locator("button")).hasAttribute("aria-pressed", "true");
    alice.api(room, "{\"type\":\"react\",\"seq\":1,\"emoji\":\"🍰\"}");
    assertThat(reaction.locator(".reaction-by")).hasText(new String[] {"Bob", "Alice"});
    reaction.locator("button").click();
    assertThat(reaction.locator(".reaction-by")).hasText(new String[] {"Alice"});
    assertThat(reaction.locator("button")).hasAttribute("aria-pressed", "false");

    for (String name : List.of("Carol", "Dan", "Eve")) {
      served.guest(name, room).api(room, "{\"type\":\"react\",\"seq\":1,\"emoji\":\"🍰\"}");
    }
    assertThat(reaction.locator(".reaction-count")).hasText("4");
    assertThat(reaction.locator(".reaction-count")).isVisible();
    cake.hover();
    tool("react").click();
    assertThat(page.locator("#picker-people")).containsText(Pattern.compile("Alice.*Carol.*Eve"));
    page.keyboard().press("Escape");
    assertThat(page.locator("#picker")).isHidden();
  }

  @Test
  void whatIsDoneOfflineIsDoneLater() {
    bob.say("before").sees("before");
    bob.goesOffline().isOffline();
    message("before").hover();
    tool("react").click();
    page.locator("#picker [data-emoji='👍']").click();
    bob.say("written offline");
    bob.comesBack().isOnline().sees("before", "written offline");
    assertThat(message("before").locator(".reaction-by")).hasText("Bob");
  }

  @Test
  void onAPhoneATapShowsWhatCanBeDoneToAMessage() {
    try (Person mei = served.person("zh-CN", ColorScheme.DARK, 390, 844)) {
      mei.enter("小美", room).say("你好").sees("你好");
      mei.messages().first().click();
      Locator reply = mei.page().locator("#tools [data-act=reply]");
      assertThat(reply).isVisible();
      mei.screenshot("tools-zh-phone-dark");
      reply.click();
      assertThat(mei.page().locator("#mode")).containsText("小美");
      assertEquals(
          true, mei.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
      assertEquals(List.of(), mei.complaints());
    }
  }

  private Locator message(String text) {
    return page.locator("#messages .message", new Page.LocatorOptions().setHasText(text)).first();
  }

  private Locator tool(String act) {
    return page.locator("#tools [data-act=" + act + "]");
  }
}
