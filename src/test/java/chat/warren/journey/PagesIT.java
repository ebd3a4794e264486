package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import java.net.HttpCookie;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages as the server makes them, and what it lets nobody do. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PagesIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @ArquillianResource private URL url;

  private Site alice;
  private String room;

  @BeforeEach
  void aNewBrowser() {
    alice = Site.at(url);
    room = "hall-" + UUID.randomUUID();
  }

  @Test
  void theLobbyIsAtTheRootAndAtChat() {
    assertEquals(200, alice.get("").statusCode());
    assertTrue(alice.get("chat/").body().contains("Enter a room"));
    HttpResponse<String> redirect = alice.get("chat");
    assertEquals(302, redirect.statusCode());
    assertTrue(redirect.headers().firstValue("Location").orElse("").endsWith("/chat/"));
  }

  @Test
  void aNewcomerChoosesANameAndIsInAndTheNameIsRemembered() {
    HttpResponse<String> answer = alice.enter("Alice", room);
    assertEquals(303, answer.statusCode());
    String location = answer.headers().firstValue("Location").orElse("");
    assertEquals(alice.contextPath() + "/chat/" + room + "/", location);
    assertTrue(alice.get("chat/" + room + "/").body().contains("id=\"composer\""));
    assertTrue(alice.get("").body().contains("value=\"Alice\""));
    assertFalse(alice.asSomebodyElse().get("").body().contains("value=\"Alice\""));
  }

  @Test
  void aNewcomerWhoFollowsALinkToARoomIsAskedForANameThere() {
    String page = alice.get("chat/" + room + "/").body();
    assertFalse(page.contains("id=\"composer\""));
    assertTrue(page.contains("Join this room"));
    assertEquals(
        303,
        alice
            .submit("chat/" + room + "/", "enter", Map.of("display", "Alice", "room", room))
            .statusCode());
    assertTrue(alice.get("chat/" + room + "/").body().contains("id=\"composer\""));
  }

  @Test
  void aGuestCanTakeAnotherName() {
    alice.enter("Alice", room);
    alice.enter("Alicia", room);
    try (ChatClient socket = ChatClient.open(alice, "ws/chat/" + room)) {
      assertEquals("Alicia", socket.next("hello").getJsonObject("you").getString("display"));
    }
  }

  @Test
  void theRoomShowsItsNewestMessagesAndTheLobbyHowManyPeopleAreThere() {
    alice.enter("Alice", room);
    try (ChatClient socket = ChatClient.open(alice, "ws/chat/" + room)) {
      socket.next("hello");
      for (int n = 1; n <= 52; n++) {
        socket.say("p-" + n, "page " + n + ".");
      }
      socket.next(event -> event.getInt("seq", 0) == 52);
      String page = alice.asSomebodyElse().get("chat/" + room + "/").body();
      assertFalse(page.contains("page 2."));
      assertTrue(page.contains("page 3.") && page.contains("page 52."));
      assertTrue(page.contains("data-head=\"52\""));
      String lobby = alice.get("").body();
      String row = lobby.substring(lobby.indexOf("/chat/" + room)).split("</li>", 2)[0];
      assertTrue(row.contains("1 person here"), row);
    }
  }

  @Test
  void whatPeopleWriteIsNeverMarkup() {
    String evil = "<script>alert(1)</script>\"'&${1+1}";
    Site mallory = alice.asSomebodyElse();
    mallory.enter(evil.substring(0, 25), room);
    String evilRoom = "<img src=x onerror=alert(1)>" + room.substring(0, 12);
    try (ChatClient socket = ChatClient.open(mallory, "ws/chat/" + room)) {
      socket.say("e-1", evil);
      socket.next("message");
    }
    String page = alice.get("chat/" + room + "/").body();
    assertFalse(page.contains("<script>alert"));
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&#034;&#039;&amp;${1+1}"), page);
    // Browsers and RFC 3986 would not allow these characters bare; the name is the same.
    assertFalse(
        alice.get("chat/" + Site.segment(evilRoom.replace("/", "")) + "/").body().contains("<img"));
    HttpResponse<String> again =
        alice.submit("", "enter", Map.of("display", "", "room", "\"><script>"));
    assertEquals(422, again.statusCode());
    assertFalse(again.body().contains("\"><script>"));
  }

  @Test
  void whatTheServerDidNotTakeJustNowStandsInTheFormUnderItsId() {
    String slow = "slow-" + UUID.randomUUID();
    Guest owner = Guest.called("Olga", alice, slow);
    Guest ben = Guest.called("Ben", alice, slow);
    assertEquals("ok", owner.api(slow, "{\"type\":\"room\",\"slow\":600}"));
    assertEquals("ok", ben.api(slow, "{\"message\":\"one\"}"));
    String again = ben.form(slow, Map.of("message", "two", "id", "my-\"id")).body();
    assertTrue(again.contains("name=\"id\" value=\"my-&#034;id\""), again);
    assertTrue(again.contains(">two</textarea>"), again);
    String other = ben.form(slow, Map.of("message", "x".repeat(8_001), "id", "my-id")).body();
    assertFalse(other.contains("value=\"my-id\""), "what is refused for good is another message");
  }

  @Test
  void aRoomWithAChineseNameHasAPage() {
    String name = "茶馆🍵 " + room;
    HttpResponse<String> answer = alice.enter("爱丽丝", name);
    assertEquals(303, answer.statusCode());
    HttpResponse<String> page = alice.get("chat/" + Site.segment(name) + "/");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<bdi>" + name + "</bdi>"));
    HttpResponse<String> redirect = alice.get("chat/" + Site.segment(name));
    assertEquals(302, redirect.statusCode());
    assertTrue(
        redirect.headers().firstValue("Location").orElse("").endsWith(Site.segment(name) + "/"));
  }

  @Test
  void namesThatCannotBeAreRefusedWithASentenceAndTheFormAsItWas() {
    Map<String, String> bad =
        Map.of(
            "a/b",
            "cannot contain slashes",
            "a\nb",
            "control characters",
            "   ",
            "A room needs a name",
            "x".repeat(65),
            "up to 64 characters",
            "@bob",
            "cannot be the name of a room",
            "..",
            "cannot be the name of a room");
    bad.forEach(
        (name, sentence) -> {
          HttpResponse<String> answer = alice.enter("Alice", name);
          assertEquals(422, answer.statusCode(), name);
          assertTrue(answer.body().contains(sentence), name);
          assertTrue(answer.body().contains("value=\"Alice\""), name);
        });
    assertTrue(alice.enter("\u202e", room).body().contains("control characters"));
    assertTrue(alice.enter("x".repeat(41), room).body().contains("up to 40 characters"));
    assertTrue(alice.enter(" ", room).body().contains("Please choose a name"));
    assertTrue(alice.cookie("warren").isEmpty(), "nobody was let in");
    assertEquals(404, alice.get("chat/%20/").statusCode());
    assertEquals(401, alice.get("chat/@bob/").statusCode());
    assertTrue(alice.get("chat/" + "x".repeat(65) + "/").body().contains("up to 64 characters"));
  }

  @Test
  void aWrongAddressGetsAPageThatSaysSo() {
    for (String path : List.of("nope", "nope/nope", "js/nope.js", "chat/a/b/", "ws/", "error")) {
      HttpResponse<String> answer = alice.get(path, "Accept-Language", "en");
      assertEquals(404, answer.statusCode(), path);
      assertTrue(answer.body().contains("Back to the rooms"), path);
    }
    HttpResponse<String> socketOnly = alice.get("ws/chat/" + room);
    assertEquals(426, socketOnly.statusCode());
    assertEquals("websocket", socketOnly.headers().firstValue("Upgrade").orElse(""));
  }

  @Test
  void theInsideOfTheWarIsNotServed() {
    for (String path :
        List.of(
            "chat/warren/launch/Launcher.class",
            "chat/warren/launch/EmbeddedTomcat.class",
            "WEB-INF/web.xml",
            "WEB-INF/views/room.jsp",
            "WEB-INF/embedded-tomcat/",
            "META-INF/MANIFEST.MF")) {
      HttpResponse<String> answer = alice.get(path);
      assertEquals(404, answer.statusCode(), path);
      assertTrue(answer.body().contains("<!DOCTYPE html>"), path);
    }
  }

  @Test
  void thePageSpeaksTheLanguageOfTheBrowser() {
    assertTrue(alice.get("", "Accept-Language", "zh-CN,zh;q=0.9,en").body().contains("进入聊天室"));
    assertTrue(alice.get("", "Accept-Language", "zh-TW").body().contains("進入聊天室"));
    assertTrue(alice.get("", "Accept-Language", "zh-HK").body().contains("進入聊天室"));
    assertTrue(alice.get("", "Accept-Language", "fr, zh-Hans;q=0.5").body().contains("进入聊天室"));
    assertTrue(alice.get("", "Accept-Language", "fr").body().contains("<html lang=\"en\" "));
    assertTrue(alice.get("nope", "Accept-Language", "zh-CN").body().contains("返回聊天室列表"));
  }

  @Test
  void cookiesAreHttpOnlyAndSameSiteAndThereIsNoContainerSession() {
    HttpResponse<String> page = alice.get("");
    HttpResponse<String> entered = alice.enter("Alice", room);
    List<String> set = page.headers().allValues("Set-Cookie");
    assertEquals(1, set.size(), set.toString());
    List<String> session = entered.headers().allValues("Set-Cookie");
    assertEquals(1, session.size(), session.toString());
    for (String cookie : List.of(set.get(0), session.get(0))) {
      assertTrue(cookie.contains("HttpOnly"), cookie);
      assertTrue(cookie.contains("SameSite=Lax"), cookie);
      assertTrue(cookie.contains("Path=" + alice.contextPath()), cookie);
      assertFalse(cookie.contains("JSESSIONID"), cookie);
    }
    HttpCookie remembered = HttpCookie.parse(session.get(0)).get(0);
    assertTrue(remembered.getMaxAge() > 100 * 24 * 3600, "it outlives the browser");
  }

  @Test
  void everyAnswerTellsTheBrowserToRunNothingButWarrensOwnFiles() {
    for (String path : List.of("", "chat/" + room + "/", "nope", "js/room/room.js", "health")) {
      HttpResponse<String> answer = alice.get(path);
      String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertTrue(policy.contains("default-src 'none'"), path);
      assertTrue(policy.contains("script-src 'self'"), path);
      assertFalse(policy.contains("unsafe"), path);
      assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    }
  }

  @Test
  void aFormIsTakenOnlyFromWarrensOwnPageWithItsToken() {
    Map<String, String> fields = Map.of("display", "Alice", "room", room);
    alice.get("");
    String token = alice.cookie("warren-form").orElseThrow().getValue();
    Map<String, String> complete = Map.of("display", "Alice", "room", room, "csrf", token);
    Map<String, String> guessed = Map.of("display", "Alice", "room", room, "csrf", "guess");

    assertEquals(403, alice.post("enter", complete, "Origin", "https://evil.example").statusCode());
    assertEquals(403, alice.post("enter", complete, "Origin", "null").statusCode());
    assertEquals(403, alice.post("enter", complete).statusCode(), "a cookie without an origin");
    assertEquals(403, alice.post("enter", fields, "Origin", alice.origin()).statusCode());
    assertEquals(403, alice.post("enter", guessed, "Origin", alice.origin()).statusCode());
    assertEquals(403, alice.asSomebodyElse().post("enter", complete).statusCode());
    assertTrue(alice.cookie("warren").isEmpty());
    assertEquals(303, alice.post("enter", complete, "Origin", alice.origin()).statusCode());
  }

  @Test
  void theServerTellsThatItIsWell() {
    HttpResponse<String> answer = alice.get("health");
    assertEquals(200, answer.statusCode());
    assertEquals("{\"status\":\"up\"}", answer.body().strip());
  }
}
