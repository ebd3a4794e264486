package chat.warren.chat;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.chat.Notification.Kind;
import chat.warren.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {
  @Test
  void isWrittenAndReadToTheCharacter() {
    Notification coffee =
        new Notification(
            Kind.PUSH,
            "Coffee \"ready\" \\ 咖啡 👩‍💻",
            "at\nthe\tcounter",
            "/coffee/orders/5?a=b&c",
            "tea",
            "{\"order\":5,\"ex\":[1.50,\"\\\"\",null]}");
    assertEquals(coffee, Notification.of(coffee.json()));
    assertEquals(
        "{\"event\":\"push\",\"title\":\"x\"}",
        new Notification(Kind.PUSH, " x ", null, null, null, null).json());
  }

  @Test
  void leadsToTheVeryMessageIfItTellsOfOne() {
    assertEquals("/w/chat/tea/#7", href(Kind.MENTION, "{\"seq\":7}"));
    assertEquals("/w/chat/tea/#7", href(Kind.DIRECT, "{\"seq\":7}"));
    assertEquals("/w/chat/tea/", href(Kind.MENTION, null));
    assertEquals("/w/chat/tea/", href(Kind.MENTION, "{}"));
    assertEquals("/w/chat/tea/", href(Kind.PUSH, "{\"seq\":7}"));
  }

  private static String href(Kind kind, String data) {
    return new Notification(kind, "x", null, null, "tea", data).href("/w");
  }

  @Test
  void aTitleIsNeeded() {
    assertRefused(Refusal.BAD_TITLE, () -> titled(null));
    assertRefused(Refusal.BAD_TITLE, () -> titled(" \u200b"));
    assertRefused(Refusal.BAD_TITLE, () -> titled("a\nb"));
    assertRefused(Refusal.BAD_TITLE, () -> titled("a".repeat(Notification.MAX_TITLE + 1)));
    titled("👍".repeat(Notification.MAX_TITLE));
  }

  @Test
  void aTextHasABoundAndNoBrokenCharacters() {
    said("a".repeat(Notification.MAX_TEXT));
    assertRefused(Refusal.TEXT_TOO_LONG, () -> said("a".repeat(Notification.MAX_TEXT + 1)));
    assertRefused(Refusal.BAD_TEXT, () -> said("\ud83d"));
    assertRefused(Refusal.BAD_TEXT, () -> said("\u0000"));
  }

  @Test
  void dataHasABoundInBytes() {
    String fits = "{\"a\":\"" + "x".repeat(Notification.MAX_DATA - 8) + "\"}";
    new Notification(Kind.PUSH, "x", null, null, null, fits);
    assertRefused(
        Refusal.DATA_TOO_LARGE,
        () -> new Notification(Kind.PUSH, "x", null, null, null, fits.replace('x', '好')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.org/a?b#c", "HTTPS://example.org", "/coffee/", "/a%20b?x=1"})
  void aLinkLeadsToTheWebOrToThisServer(String link) {
    assertEquals(link, linked(link).link());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "coffee",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "http:x",
        "https://",
        " /x",
        "/x y"
      })
  void aLinkThatLeadsElsewhereIsRefused(String link) {
    assertRefused(Refusal.BAD_LINK, () -> linked(link));
  }

  private static Notification titled(String title) {
    return new Notification(Kind.PUSH, title, null, null, null, null);
  }

  private static Notification said(String text) {
    return new Notification(Kind.PUSH, "x", text, null, null, null);
  }

  private static Notification linked(String link) {
    return new Notification(Kind.PUSH, "x", null, link, null, null);
  }
}
