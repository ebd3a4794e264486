package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Conversations of exactly their people. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DirectIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @ArquillianResource private URL url;

  private Someone alice;
  private Someone bob;
  private Someone mallory;

  @BeforeEach
  void threePeople() {
    alice = newcomer("Alice");
    bob = newcomer("Bob");
    mallory = newcomer("Mallory");
  }

  @Test
  void whatEitherSaysStandsInOneLogOfWhichEachReadsUnderTheNameOfTheOther() {
    try (ChatClient a = ChatClient.open(alice.site, alice.socketTo(bob));
        ChatClient b = ChatClient.open(bob.site, bob.socketTo(alice) + "/")) {
      assertEquals("@" + bob.handle, a.next("hello").getString("room"));
      assertEquals("@" + alice.handle, b.next("hello").getString("room"));
      a.say(newId(), "hello Bob 你好");
      assertEquals("hello Bob 你好", b.next("message").getString("message"));
      b.say(newId(), "hello Alice");
      assertEquals(2, a.next(it -> it.getInt("seq", 0) == 2).getInt("seq"));

      a.send("{\"type\":\"edit\",\"id\":\"" + newId() + "\",\"seq\":1,\"message\":\"better\"}");
      assertEquals("better", b.next("edit").getString("message"));
      b.send("{\"type\":\"react\",\"id\":\"" + newId() + "\",\"seq\":1,\"emoji\":\"🍵\"}");
      assertEquals(1, a.next("react").getInt("target"));
      b.send("{\"type\":\"delete\",\"id\":\"" + newId() + "\",\"seq\":2}");
      assertEquals(2, a.next("delete").getInt("target"));
    }
    assertEquals(5, head(alice, bob));
    assertEquals(5, head(bob, alice));
    String page = alice.site.get(alice.pageTo(bob)).body();
    assertTrue(page.contains("better") && page.contains("<h1><bdi>Bob</bdi></h1>"), page);
    assertTrue(bob.site.get(bob.pageTo(alice)).body().contains("<h1><bdi>Alice</bdi></h1>"));
  }

  @Test
  void aConversationThatNobodyBeganIsAnEmptyRoom() {
    HttpResponse<String> page = alice.site.get(alice.pageTo(bob));
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("data-head=\"0\"") && page.body().contains("Bob"));
    assertEquals(0, head(alice, bob));
    assertFalse(alice.site.get("").body().contains(bob.handle), "not listed before a message");
  }

  @Test
  void formsAndWaitingRequestsGoTheSameWay() {
    CompletableFuture<HttpResponse<String>> waiting =
        CompletableFuture.supplyAsync(() -> bob.site.get(bob.apiTo(alice) + "?since=0&wait=25"));
    String page = alice.pageTo(bob);
    HttpResponse<String> posted =
        alice.site.submit(page, page, Map.of("id", newId(), "message", "by form"));
    assertEquals(303, posted.statusCode());
    assertTrue(posted.headers().firstValue("Location").orElse("").endsWith("/" + page));
    assertEquals("by form", entries(waiting.join()).get(0).getString("message"));
  }

  @Test
  void theLobbyListsOnesConversationsTheNewestOnTop() {
    say(alice, bob, "one");
    say(mallory, alice, "two");
    String lobby = alice.site.get("").body();
    int newer = lobby.indexOf(alice.pageTo(mallory));
    assertTrue(newer > 0 && newer < lobby.indexOf(alice.pageTo(bob)), lobby);
    assertFalse(mallory.site.get("").body().contains(mallory.pageTo(bob)));
    assertFalse(alice.site.asSomebodyElse().get("").body().contains("/chat/@"));
  }

  @Test
  void noSpellingLetsAThirdIn() {
    say(alice, bob, "between the two of us");
    String two = bob.handle + "," + alice.handle;
    for (String spelling :
        List.of(
            "@" + alice.handle,
            "@" + bob.handle,
            "@" + two,
            "%40" + alice.handle + "%2C" + bob.handle,
            "@" + two + "," + alice.handle,
            "@" + mallory.handle + "," + two)) {
      assertEquals(0, head(mallory.site.get("api/rooms/" + spelling + "/messages")), spelling);
      assertFalse(
          mallory.site.get("chat/" + spelling + "/").body().contains("two of us"), spelling);
      try (ChatClient m = ChatClient.open(mallory.site, "ws/chat/" + spelling + "?since=0")) {
        assertEquals(0, m.next("hello").getInt("head"), spelling);
        assertEquals(List.of(), m.eventsUntilNow(), spelling);
      }
    }
    for (String spelling : List.of("@" + bob.handle.toUpperCase(), "@" + two + ",", "@", "@,")) {
      assertEquals(404, alice.site.get("chat/" + spelling + "/").statusCode(), spelling);
    }
    assertEquals(1, head(alice, bob));
  }

  @Test
  void everySpellingOfTheTwoLeadsIntoTheOneConversation() {
    say(alice, bob, "hello");
    for (String spelling :
        List.of(
            "%40" + bob.handle,
            "@" + alice.handle + "," + bob.handle,
            "@" + bob.handle + "%2C" + alice.handle + "," + bob.handle)) {
      assertEquals(1, head(alice.site.get("api/rooms/" + spelling + "/messages")), spelling);
      try (ChatClient a = ChatClient.open(alice.site, "ws/chat/" + spelling)) {
        assertEquals("@" + bob.handle, a.next("hello").getString("room"));
      }
    }
    HttpResponse<String> redirect =
        alice.site.get("chat/@" + alice.handle + "," + bob.handle + "/");
    assertEquals(302, redirect.statusCode());
    assertTrue(redirect.headers().firstValue("Location").orElse("").endsWith(alice.pageTo(bob)));
  }

  @Test
  void eightPeopleHaveAConversationAndNineHaveNone() {
    List<Someone> others = new ArrayList<>(List.of(bob, mallory));
    for (int n = 4; n <= 8; n++) {
      others.add(newcomer("Person " + n));
    }
    String key = "@" + String.join(",", others.stream().map(it -> it.handle).toList());
    post(alice, "api/rooms/" + key + "/messages", "{\"message\":\"all eight\"}", 201);
    Collections.reverse(others);
    for (Someone person : others) {
      List<String> rest = new ArrayList<>(others.stream().map(it -> it.handle).toList());
      rest.set(rest.indexOf(person.handle), alice.handle);
      String theirs = "api/rooms/@" + String.join(",", rest) + "/messages";
      assertEquals(1, head(person.site.get(theirs)));
    }

    Someone ninth = newcomer("Ninth");
    String nine = key + "," + ninth.handle;
    assertEquals("too-many-people", code(400, alice.site.get("api/rooms/" + nine + "/messages")));
    assertEquals(400, alice.site.get("chat/" + nine + "/").statusCode());
    assertEquals(400, ChatClient.refusalOf(alice.site, "ws/chat/" + nine, alice.site.origin()));
    assertEquals(400, ninth.site.get("chat/" + key + "," + alice.handle + "/").statusCode());
    assertEquals(1, head(alice.site.get("api/rooms/" + key + "/messages")));
  }

  @Test
  void aStrangerIsToldToSignInAndNothingElse() {
    say(alice, bob, "between the two of us");
    for (String handle : List.of(bob.handle, "nobody-of-that-name")) {
      Site stranger = alice.site.asSomebodyElse();
      String api = "api/rooms/@" + handle + "/messages";
      assertEquals("sign-in-first", code(401, stranger.get(api)));
      assertEquals("sign-in-first", code(401, stranger.postJson(api, "{\"message\":\"x\"}", null)));
      assertEquals(401, stranger.get("chat/@" + handle + "/").statusCode());
      assertEquals(401, ChatClient.refusalOf(stranger, "ws/chat/@" + handle, stranger.origin()));
      assertEquals(401, stranger.get("contacts").statusCode());
      assertEquals("sign-in-first", code(401, stranger.get("api/contacts")));
      assertTrue(stranger.cookie("warren").isEmpty(), "no guest was made");
    }
  }

  @Test
  void nobodyOfThatNameIsSaidTheSameEverywhere() {
    String nobody = "@" + bob.handle + ",nobody-of-that-name";
    String api = "api/rooms/" + nobody + "/messages";
    assertEquals("no-such-person", code(404, alice.site.get(api)));
    assertEquals("no-such-person", post(alice, api, "{\"message\":\"x\"}", 404).getString("code"));
    assertEquals(404, alice.site.get("chat/" + nobody + "/").statusCode());
    assertEquals(404, ChatClient.refusalOf(alice.site, "ws/chat/" + nobody, alice.site.origin()));
    assertEquals(
        "no-such-person",
        post(alice, "api/contacts/nobody-of-that-name", "{\"act\":\"ask\"}", 404)
            .getString("code"));
  }

  @Test
  void notesToOneselfAreNobodyElses() {
    say(alice, alice, "milk");
    assertEquals(1, head(alice, alice));
    assertEquals(0, head(bob, alice));
  }

  @Test
  void aBlockCountsForTheNextMessageOnTheOpenSocketAndIsNotTold() {
    say(bob, alice, "from Bob");
    try (ChatClient a = ChatClient.open(alice.site, alice.socketTo(mallory));
        ChatClient m = ChatClient.open(mallory.site, mallory.socketTo(alice))) {
      m.say(newId(), "before");
      a.next("message");
      act(alice, "block", mallory, 200);

      m.say("m-blocked", "after");
      JsonObject error = m.next("error");
      assertEquals("m-blocked", error.getString("id"));
      assertEquals("not-taking-messages", error.getString("code"));
      assertFalse(error.getBoolean("retry"));
      m.send("{\"type\":\"edit\",\"id\":\"" + newId() + "\",\"seq\":1,\"message\":\"around\"}");
      assertEquals("not-taking-messages", m.next("error").getString("code"));
      assertEquals(List.of(), a.eventsUntilNow());
      assertTrue(m.isOpen() && a.isOpen());
      a.say(newId(), "and you?");
      assertEquals("blocked-by-you", a.next("error").getString("code"));
    }
    String page = mallory.pageTo(alice);
    HttpResponse<String> form = mallory.site.submit(page, page, Map.of("message", "by form"));
    assertEquals(403, form.statusCode());
    assertTrue(form.body().contains("does not take messages") && form.body().contains("before"));
    assertEquals(1, head(mallory, alice));
    assertEquals(1, head(alice, mallory), "what was said before stays");

    act(alice, "unblock", mallory, 200);
    say(mallory, alice, "again");
  }

  @Test
  void contactsOnlyIsRefusedInTheVeryWordsOfABlock() {
    post(bob, "api/contacts", "{\"writers\":\"contacts\"}", 200);
    act(alice, "block", mallory, 200);
    String text = "{\"message\":\"hi\"}";
    JsonObject blocked = post(mallory, mallory.apiTo(alice), text, 403);
    assertEquals(post(mallory, mallory.apiTo(bob), text, 403), blocked);

    act(mallory, "ask", bob, 200);
    post(mallory, mallory.apiTo(bob), text, 403);
    act(bob, "accept", mallory, 200);
    say(mallory, bob, "as a contact");
    say(bob, alice, "those who take messages hear as before");
  }

  @Test
  void whatTheBlockedOneSeesIsWhatARequestWithoutAnAnswerLooksLike() {
    act(mallory, "ask", alice, 200);
    act(alice, "accept", mallory, 200);
    act(alice, "block", mallory, 200);
    act(bob, "block", mallory, 200);
    act(bob, "unblock", mallory, 200);

    JsonObject toAlice = act(mallory, "ask", alice, 200);
    assertEquals(List.of("Alice"), names(toAlice, "asked"));
    JsonObject both = act(mallory, "ask", bob, 200);
    assertEquals(List.of("Alice", "Bob"), names(both, "asked"));
    assertEquals(List.of(), names(both, "contacts"));
    assertEquals(List.of(), names(both, "blocked"));
    assertEquals(List.of("Mallory"), names(book(bob), "asking"));
    assertEquals(List.of(), names(book(alice), "asking"));
    assertFalse(alice.site.get("contacts").body().contains("They ask"));
  }

  @Test
  void nobodyBringsTwoTogetherOfWhomOneHasBlockedTheOther() {
    String three = "api/rooms/@" + alice.handle + "," + mallory.handle + "/messages";
    act(alice, "block", mallory, 200);
    post(bob, three, "{\"message\":\"meet\"}", 403);
    act(alice, "unblock", mallory, 200);
    post(bob, three, "{\"message\":\"meet\"}", 201);
    act(alice, "block", mallory, 200);
    String theirs = "api/rooms/@" + alice.handle + "," + bob.handle + "/messages";
    post(mallory, theirs, "{\"message\":\"a conversation of many goes on\"}", 201);
  }

  @Test
  void contactsAreMadeAndUnmadeByFormsWithoutJavaScript() {
    assertTrue(alice.site.get("contacts").body().contains("You have no contacts yet."));
    form(alice, "ask", "@" + bob.handle.toUpperCase(), 303);
    assertTrue(alice.site.get("contacts").body().contains("You have asked"));
    assertTrue(bob.site.get("contacts").body().contains("They ask to be your contact"));
    form(bob, "accept", alice.handle, 303);
    assertTrue(alice.site.get("contacts").body().contains(alice.pageTo(bob)));
    form(alice, "remove", bob.handle, 303);
    assertTrue(bob.site.get("contacts").body().contains("You have no contacts yet."));

    assertTrue(form(alice, "ask", "nobody-of-that-name", 404).contains("nobody of that name"));
    assertTrue(form(alice, "ask", alice.handle, 400).contains("That is you."));
    assertTrue(form(alice, "accept", bob.handle, 404).contains("does not ask you any more"));
    form(alice, "marry", bob.handle, 400);
    assertEquals(
        303, alice.site.submit("contacts", "privacy", Map.of("writers", "contacts")).statusCode());
    assertEquals("contacts", book(alice).getString("writers"));
    assertEquals(
        403,
        alice
            .site
            .post(
                "contacts",
                Map.of("act", "block", "handle", bob.handle),
                "Origin",
                alice.site.origin())
            .statusCode(),
        "not without the page's token");
  }

  @Test
  void whatIsWrongAboutContactsIsSaidAsJson() {
    String path = "api/contacts/" + bob.handle;
    assertEquals("unknown-act", post(alice, path, "{}", 400).getString("code"));
    assertEquals("unknown-act", post(alice, "api/contacts", "{}", 400).getString("code"));
    assertEquals("not-json", post(alice, path, "{", 400).getString("code"));
    assertEquals("not-json", post(alice, path, "null", 400).getString("code"));
    assertEquals("oneself", act(alice, "block", alice, 400).getString("code"));
    assertEquals(404, alice.site.get(path).statusCode());
    assertEquals(
        "foreign-origin", code(403, alice.site.postJson(path, "{}", "https://evil.example")));
  }

  private Someone newcomer(String display) {
    Site site = Site.at(url);
    String room = "hall-" + UUID.randomUUID();
    site.enter(display, room);
    try (ChatClient socket = ChatClient.open(site, "ws/chat/" + room)) {
      return new Someone(site, socket.next("hello").getJsonObject("you").getString("name"));
    }
  }

  private static void say(Someone from, Someone to, String text) {
    post(from, from.apiTo(to), "{\"message\":\"" + text + "\"}", 201);
  }

  private static JsonObject act(Someone from, String act, Someone other, int status) {
    return post(from, "api/contacts/" + other.handle, "{\"act\":\"" + act + "\"}", status);
  }

  private static String form(Someone from, String act, String handle, int status) {
    HttpResponse<String> answer =
        from.site.submit("contacts", "contacts", Map.of("act", act, "handle", handle));
    assertEquals(status, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static JsonObject post(Someone from, String path, String json, int status) {
    HttpResponse<String> answer = from.site.postJson(path, json, from.site.origin());
    assertEquals(status, answer.statusCode(), answer.body());
    return ChatClient.parse(answer.body()).get(0);
  }

  private static JsonObject book(Someone person) {
    return ChatClient.parse(person.site.get("api/contacts").body()).get(0);
  }

  private static List<String> names(JsonObject book, String list) {
    return book.getJsonArray(list).getValuesAs(JsonObject.class).stream()
        .map(it -> it.getString("display"))
        .toList();
  }

  private static int head(Someone reader, Someone other) {
    return head(reader.site.get(reader.apiTo(other)));
  }

  private static int head(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return ChatClient.parse(answer.body()).get(0).getInt("head");
  }

  private static List<JsonObject> entries(HttpResponse<String> answer) {
    return ChatClient.parse(answer.body())
        .get(0)
        .getJsonArray("entries")
        .getValuesAs(JsonObject.class);
  }

  private static String code(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    return ChatClient.parse(answer.body()).get(0).getString("code");
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private record Someone(Site site, String handle) {
    String pageTo(Someone other) {
      return "chat/@" + other.handle + "/";
    }

    String socketTo(Someone other) {
      return "ws/chat/@" + other.handle;
    }

    String apiTo(Someone other) {
      return "api/rooms/@" + other.handle + "/messages";
    }
  }
}
