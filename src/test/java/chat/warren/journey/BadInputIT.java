package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import jakarta.json.JsonObject;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever is wrong with a frame: an error with a code and a sentence, and nothing else changes.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BadInputIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @ArquillianResource private URL url;

  private Site site;
  private String path;
  private ChatClient mallory;
  private ChatClient witness;

  @BeforeEach
  void aRoomWithAWitness() {
    site = Site.at(url);
    path = "ws/chat/mill-" + UUID.randomUUID();
    witness = ChatClient.open(site.asSomebodyElse(), path);
    witness.next("hello");
    mallory = ChatClient.open(site.asSomebodyElse(), path);
    mallory.next("hello");
    witness.next("here");
  }

  @AfterEach
  void nothingElseHasChanged() {
    if (mallory.isOpen()) {
      mallory.say("after", "still here");
      assertEquals("still here", witness.next("message").getString("message"));
    } else {
      witness.next("gone");
    }
    assertEquals(List.of(), witness.eventsUntilNow());
    mallory.close();
    witness.close();
  }

  @Test
  void aFrameThatIsNoJson() {
    for (String frame :
        List.of(
            "hello",
            "",
            "{",
            "[{}",
            "5",
            "null",
            "\"text\"",
            "[null]",
            "[[]]",
            "[5]",
            "{\"message\":{\"a\":1}}",
            "{\"message\":\"a\"} trailing",
            "[".repeat(60_000))) {
      assertEquals("not-json", refusal(frame).getString("code"), frame);
    }
  }

  @Test
  void anUnknownType() {
    JsonObject error = refusal("{\"type\":\"dance\",\"id\":\"d-1\"}");
    assertEquals("unknown-type", error.getString("code"));
    assertEquals("d-1", error.getString("id"));
    assertTrue(error.getString("message").contains("dance"));
    assertFalse(error.getBoolean("retry"));
  }

  @Test
  void noText() {
    for (String frame :
        List.of(
            "{}",
            "{\"type\":\"message\",\"id\":\"n-1\"}",
            "{\"message\":null}",
            "{\"message\":\"\"}",
            "{\"message\":\" \\n\\t\\u3000\"}")) {
      assertEquals("no-text", refusal(frame).getString("code"), frame);
    }
  }

  @Test
  void aTextOverTheLimitButNotOneAtIt() {
    JsonObject error = refusal("{\"id\":\"t\",\"message\":\"" + "字".repeat(8_001) + "\"}");
    assertEquals("text-too-long", error.getString("code"));
    assertTrue(error.getString("message").contains("8,000"));
    String longest = "👋".repeat(8_000);
    mallory.say("t", longest);
    assertEquals(longest, witness.next("message").getString("message"));
  }

  @Test
  void aTextThatCannotBeKept() {
    assertEquals("bad-text", refusal("{\"message\":\"a\\u0000b\"}").getString("code"));
    assertEquals("bad-text", refusal("{\"message\":\"a\\ud800b\"}").getString("code"));
  }

  @Test
  void anIdThatIsTooLongOrEmpty() {
    String id = "i".repeat(65);
    JsonObject error = refusal("{\"id\":\"" + id + "\",\"message\":\"a\"}");
    assertEquals("bad-id", error.getString("code"));
    assertEquals(id, error.getString("id"));
    JsonObject shortened = refusal("{\"id\":\"" + id.repeat(900) + "\",\"message\":\"a\"}");
    assertEquals("bad-id", shortened.getString("code"));
    assertFalse(shortened.containsKey("id"), "far too long to be repeated");
    assertEquals("bad-id", refusal("{\"id\":\"\",\"message\":\"a\"}").getString("code"));
    assertEquals("bad-id", refusal("{\"id\":\"a\\nb\",\"message\":\"a\"}").getString("code"));
  }

  @Test
  void aBinaryFrame() {
    mallory.send(new byte[] {1, 2, 3});
    assertEquals("binary", mallory.next("error").getString("code"));
  }

  @Test
  void aTextFrameOverTheLimitClosesTheSocket() {
    mallory.send("{\"message\":\"" + "a".repeat(65_536) + "\"}");
    assertEquals(1009, mallory.closeCode());
  }

  @Test
  void aBinaryFrameOverTheLimitClosesTheSocket() {
    mallory.send(new byte[65_537]);
    assertEquals(1009, mallory.closeCode());
  }

  @Test
  void onlyTheBadEventOfAFrameIsRefused() {
    mallory.send(
        "[{\"id\":\"1\",\"message\":\"first\"},{\"type\":\"dance\"},{\"id\":\"2\",\"message\":\"second\"}]");
    assertEquals("unknown-type", mallory.next("error").getString("code"));
    assertEquals("first", witness.next("message").getString("message"));
    assertEquals("second", witness.next("message").getString("message"));
  }

  @Test
  void thePlainDialectGetsTheSameAnswers() {
    try (ChatClient plain = ChatClient.openPlain(site, path)) {
      witness.next("here");
      plain.send("what?");
      JsonObject error = ChatClient.parse(plain.frame()).get(0);
      assertEquals("error", error.getString("type"));
      assertEquals("not-json", error.getString("code"));
    }
    witness.next("gone");
  }

  @Test
  void theSentenceIsInTheReadersLanguage() {
    try (ChatClient chinese = ChatClient.open(site.asSomebodyElse().reading("zh-TW"), path)) {
      chinese.send("[{\"type\":\"dance\"}]");
      assertEquals("沒有名為「dance」的事件類型。", chinese.next("error").getString("message"));
      witness.next("here");
    }
    witness.next("gone");
  }

  @Test
  void aSocketToAnImpossibleRoomIsTurnedAway() {
    for (String name : List.of("%20", "%0A", "a%01b", "%40Alice", "x".repeat(65))) {
      assertEquals(404, ChatClient.refusalOf(site, "ws/chat/" + name, null), name);
    }
  }

  @Test
  void aSocketFromAnotherSiteIsTurnedAway() {
    assertEquals(403, ChatClient.refusalOf(site, path, "https://evil.example"));
    assertEquals(403, ChatClient.refusalOf(site, "ws/echo", "https://evil.example"));
    assertEquals(403, ChatClient.refusalOf(site, path, "null"));
  }

  @Test
  void aCookieWithoutAnOriginIsTurnedAway() {
    site.enter("Alice", "mill");
    assertEquals(403, ChatClient.refusalOf(site, path, null));
    assertEquals(101, ChatClient.refusalOf(site.asSomebodyElse(), path, null));
    witness.next("here");
    witness.next("gone");
  }

  private JsonObject refusal(String frame) {
    mallory.send(frame);
    JsonObject error = mallory.next(event -> true);
    assertEquals("error", error.getString("type"), frame);
    assertFalse(error.getString("message").isBlank());
    assertFalse(error.getBoolean("retry"));
    return error;
  }
}
