package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.push.Push;
import chat.warren.push.example.CoffeeServlet;
import chat.warren.testing.ChatClient;
import chat.warren.testing.Ranks;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People are told of things: by other people, and by another application on the same server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PushIT {
  private static final HttpClient PROGRAM = HttpClient.newHttpClient();

  /** The administrator. */
  private static Site ann;

  private static String secret;

  /** Payara's container ends the server that it has started last, and forgets those before it. */
  @AfterAll
  static void endBothServers() {
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("payara-micro"))
        .forEach(
            server -> {
              server.destroy();
              server.onExit().orTimeout(30, TimeUnit.SECONDS).join();
            });
  }

  @Deployment(name = "warren", order = 1, testable = false)
  static WebArchive warren() {
    return War.archive();
  }

  /** As another project packs it: its own class, and the jar in {@code WEB-INF/lib}. */
  @Deployment(name = "coffee", order = 2, testable = false)
  static WebArchive coffee() {
    return ShrinkWrap.create(WebArchive.class, "coffee.war")
        .addClass(CoffeeServlet.class)
        .addAsLibrary(new File(System.getProperty("warren.push.jar")));
  }

  @ArquillianResource
  @OperateOnDeployment("warren")
  private URL url;

  @ArquillianResource
  @OperateOnDeployment("coffee")
  private URL coffeeUrl;

  private Site alice;
  private Site bob;
  private String room;
  private String bobsName;

  @BeforeEach
  void aliceAndBobAreThere() {
    alice = Site.at(url);
    bob = alice.asSomebodyElse();
    room = "push-" + UUID.randomUUID();
    alice.enter("Alice", room);
    bob.enter("Bob", room);
    bobsName = nameOf(bob);
    if (ann == null) {
      ann = alice.asSomebodyElse();
      ann.enter("Ann", room);
      Ranks.makeAdministrator(nameOf(ann));
      secret = ann.makeToken("Coffee bar");
    }
  }

  @Test
  void theExamplesFormTellsSomebodyInWarren() throws IOException {
    Files.writeString(
        Path.of(System.getProperty("COFFEE_SETTINGS")),
        "warren=" + alice.uri("") + "\ntoken=" + secret + "\n");
    Site coffee = Site.at(coffeeUrl);
    try (ChatClient socket = ChatClient.open(bob, "ws/push")) {
      String order = UUID.randomUUID().toString();
      Map<String, String> form = Map.of("order", order, "coffee", "flat white ☕", "for", bobsName);
      assertEquals(302, coffee.post("orders", form).statusCode());
      assertEquals(302, coffee.post("orders", form).statusCode(), "sent twice by mistake");
      JsonObject event = socket.next("event");
      assertEquals("push", event.getString("event"));
      assertEquals("Your coffee is ordered", event.getString("title"));
      assertEquals("flat white ☕", event.getString("text"));
      assertEquals("/coffee/orders", event.getString("link"));
      assertEquals("Coffee bar", event.getJsonObject("from").getString("display"));
      push(bobsName, "{\"id\":\"after-" + order + "\",\"title\":\"next\"}");
      assertEquals(event.getInt("seq") + 1, socket.next("event").getInt("seq"), "only once");
    }
  }

  @Test
  void anEventIsNumberedReplayedAndTheSameOnEveryWay() {
    String data = "{\"order\":5,\"price\":1.50,\"to\":[\"<b>\",null]}";
    for (int n = 1; n <= 3; n++) {
      HttpResponse<String> answer =
          push(
              bobsName,
              "{\"id\":\"" + room + n + "\",\"title\":\"" + n + "\",\"data\":" + data + "}");
      assertEquals(201, answer.statusCode(), answer.body());
      assertEquals(n, json(answer).getInt("seq"));
    }
    try (ChatClient socket = ChatClient.open(bob, "ws/push?since=1")) {
      JsonObject hello = socket.next("hello");
      assertEquals(3, hello.getInt("head"));
      assertEquals(0, hello.getInt("read"));
      assertFalse(hello.containsKey("people"));
      List<JsonObject> missed = List.of(socket.next("event"), socket.next("event"));
      assertEquals(List.of(2, 3), missed.stream().map(event -> event.getInt("seq")).toList());
      assertEquals(data, missed.get(0).getJsonObject("data").toString());
      JsonObject after = json(bob.get("api/inbox?since=1"));
      assertEquals(missed, after.getJsonArray("entries").getValuesAs(JsonObject.class));
      JsonObject page = json(bob.get("api/inbox?limit=2"));
      assertEquals(missed, page.getJsonArray("entries").getValuesAs(JsonObject.class));
    }
    try (ChatClient socket = ChatClient.open(bob, "ws/push?since=99")) {
      JsonObject reset = socket.next("reset");
      assertEquals(3, reset.getInt("head"));
      assertEquals(3, reset.getJsonArray("entries").size());
    }
  }

  @Test
  void anIdIsStoredOnceAndForOneEvent() {
    String body = "{\"id\":\"" + room + "\",\"title\":\"x\",\"data\":{\"a\":1}}";
    HttpResponse<String> first = push(bobsName, body);
    HttpResponse<String> again = push(bobsName, body);
    assertEquals(201, first.statusCode());
    assertEquals(200, again.statusCode());
    assertEquals(first.body(), again.body());
    assertEquals(
        "id-reused", code(409, push(bobsName, "{\"id\":\"" + room + "\",\"title\":\"y\"}")));
    assertEquals(201, push(nameOf(alice), body).statusCode(), "another person's inbox");
    assertEquals(1, json(bob.get("api/inbox")).getInt("head"));
  }

  @Test
  void aListOfPeopleGetsItAllOrNobody() {
    String list = "[\"" + bobsName + "\",\"" + nameOf(alice) + "\"]";
    String body = "{\"id\":\"" + room + "\",\"title\":\"all\",\"users\":";
    HttpResponse<String> answer = push("", body + list + "}");
    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals(1, json(answer).getJsonObject("seqs").getInt(bobsName));
    assertEquals(200, push("", body + list + "}").statusCode());
    String withStranger = body.replace("all", "none") + "[\"" + bobsName + "\",\"nobody-here\"]}";
    assertEquals("no-such-person", code(404, push("", withStranger)));
    assertEquals(1, json(bob.get("api/inbox")).getInt("head"));
  }

  @Test
  void aRoomShowsItAsACardBetweenItsMessages() {
    try (ChatClient socket = ChatClient.open(bob, "ws/chat/" + room)) {
      String body =
          "{\"id\":\""
              + room
              + "\",\"title\":\"Built <b>\",\"link\":\"/ci/5\",\"room\":\""
              + room
              + "\"}";
      assertEquals(201, push("", body).statusCode());
      JsonObject event = socket.next("event");
      assertEquals("Built <b>", event.getString("title"));
      assertEquals(200, push("", body).statusCode());
      socket.send("[{\"type\":\"read\",\"seq\":0}]").next("read");
      JsonObject unread = json(bob.get("api/unread")).getJsonArray("rooms").getJsonObject(0);
      assertEquals(1, unread.getInt("unread"));
      socket.say("m", "after");
      assertEquals(event.getInt("seq") + 1, socket.next("message").getInt("seq"));
      JsonObject page = json(bob.get("api/rooms/" + room + "/messages"));
      assertEquals(event, page.getJsonArray("entries").getJsonObject(0));
      String html = bob.get("chat/" + room + "/").body();
      assertTrue(html.contains("Built &lt;b&gt;") && html.contains("href=\"/ci/5\""), html);
    }
    String nowhere = "{\"id\":\"" + room + "2\",\"title\":\"x\",\"room\":\"not-" + room + "\"}";
    assertEquals("no-such-room", code(404, push("", nowhere)));
  }

  @Test
  void whatIsNotAsItMustBeIsRefusedAndStoredNowhere() {
    String id = "{\"id\":\"" + room + "\",";
    assertEquals("not-json", code(400, push(bobsName, "{")));
    assertEquals("not-json", code(400, push(bobsName, id + "\"title\":5}")));
    assertEquals("bad-id", code(400, push(bobsName, "{\"title\":\"x\"}")));
    assertEquals("bad-title", code(400, push(bobsName, id + "\"title\":\"\"}")));
    assertEquals(
        "text-too-long",
        code(400, push(bobsName, id + "\"title\":\"x\",\"text\":\"" + "y".repeat(4_001) + "\"}")));
    assertEquals(
        "bad-link",
        code(400, push(bobsName, id + "\"title\":\"x\",\"link\":\"javascript:alert(1)\"}")));
    assertEquals("data-too-large", code(400, push(bobsName, id + "\"title\":\"x\",\"data\":[1]}")));
    assertEquals("nobody-named", code(400, push("", id + "\"title\":\"x\"}")));
    assertEquals("frame-too-large", code(413, push(bobsName, "x".repeat(65_537))));
    assertEquals("no-such-person", code(404, push("nobody-here", id + "\"title\":\"x\"}")));
    assertEquals(0, json(bob.get("api/inbox")).getInt("head"));
  }

  @Test
  void withoutAGoodTokenNothingIsTold() {
    String body = "{\"id\":\"" + room + "\",\"title\":\"x\"}";
    String revoked = ann.makeToken("Mallory's");
    String page = ann.get("tokens").body();
    String row = page.substring(page.indexOf("Mallory&#039;s"));
    String person = row.replaceFirst("(?s).*?name=\"token\" value=\"(\\d+)\".*", "$1");
    ann.submit("tokens", "tokens/revoke", Map.of("token", person));
    String answer = push(revoked, bobsName, body).body();
    for (String wrong : List.of(revoked, "", "x", secret + "x")) {
      HttpResponse<String> refused = push(wrong, bobsName, body);
      assertEquals("bad-token", code(401, refused));
      assertEquals(answer, refused.body(), "nobody learns what is wrong with it");
    }
    assertEquals(
        "bad-token", code(401, alice.postJson("api/push/" + bobsName, body, alice.origin())));
    assertEquals(0, json(bob.get("api/inbox")).getInt("head"));
    assertTrue(ann.get("tokens").body().contains("revoked"));
    assertFalse(ann.get("tokens").body().contains(secret), "shown once");
  }

  @Test
  void onlyAdministratorsMakeTokens() {
    assertEquals(403, bob.get("tokens").statusCode());
    assertEquals(403, bob.submit("", "tokens", Map.of("label", "Mallory's")).statusCode());
    assertEquals(403, bob.submit("", "tokens/revoke", Map.of("token", "1")).statusCode());
    assertEquals(403, alice.asSomebodyElse().get("tokens").statusCode());
    assertEquals(400, ann.submit("tokens", "tokens", Map.of("label", " ")).statusCode());
    assertTrue(ann.get("people").body().contains(ann.contextPath() + "/tokens\""), "they find it");
  }

  @Test
  void anInboxIsForItsOwnerAndAStrangerHasNone() {
    Site stranger = alice.asSomebodyElse();
    assertEquals(401, ChatClient.refusalOf(stranger, "ws/push", null));
    assertTrue(stranger.cookie("warren").isEmpty(), "and does not become a guest");
    assertEquals("sign-in-first", code(401, stranger.get("api/inbox")));
    assertEquals(403, ChatClient.refusalOf(bob, "ws/push", "https://evil.example"));
    push(bobsName, "{\"id\":\"" + room + "\",\"title\":\"for Bob\"}");
    assertFalse(alice.get("api/inbox").body().contains("for Bob"));
  }

  @Test
  void theSocketIsOnlyToRead() {
    try (ChatClient socket = ChatClient.open(bob, "ws/push")) {
      socket.say("m", "hello");
      JsonObject error = socket.next("error");
      assertEquals("inbox-read-only", error.getString("code"));
      assertEquals("m", error.getString("id"));
      socket.send("[{\"type\":\"ping\"}]");
      socket.next("pong");
    }
    assertEquals("inbox-read-only", code(403, bob.postJson("api/inbox", "{}", bob.origin())));
  }

  @Test
  void whatWasSeenInOneTabIsSeenInTheOthers() {
    push(bobsName, "{\"id\":\"" + room + "\",\"title\":\"x\"}");
    try (ChatClient one = ChatClient.open(bob, "ws/push");
        ChatClient other = ChatClient.open(bob, "ws/push")) {
      HttpResponse<String> read = bob.postJson("api/inbox/read", "{\"seq\":1}", bob.origin());
      assertEquals(1, json(read).getInt("seq"));
      assertEquals(1, one.next("read").getInt("seq"));
      assertEquals(1, other.next("read").getInt("seq"));
    }
    try (ChatClient socket = ChatClient.open(bob, "ws/push")) {
      assertEquals(1, socket.next("hello").getInt("read"));
    }
    assertEquals(
        "bad-parameter",
        code(400, bob.postJson("api/inbox/read", "{\"seq\":\"x\"}", bob.origin())));
  }

  @Test
  void whoIsNamedInARoomIsToldOnce() {
    try (ChatClient inbox = ChatClient.open(bob, "ws/push");
        ChatClient socket = ChatClient.open(alice, "ws/chat/" + room)) {
      socket.say("1", "tea, @" + bobsName + "? @" + bobsName);
      JsonObject mention = inbox.next("event");
      assertEquals("mention", mention.getString("event"));
      assertEquals(room, mention.getString("room"));
      assertEquals("Alice", mention.getJsonObject("from").getString("display"));
      socket.say("2", "and @" + bobsName);
      assertEquals(mention.getInt("seq") + 1, inbox.next("event").getInt("seq"));
    }
  }

  @Test
  void theClassForOtherApplicationsSaysWhatWarrenSays() {
    Push push = new Push(URI.create(alice.uri("").toString()), secret, Duration.ofSeconds(30));
    String odd = "\"\\ \b\f\n\r\t\u0001 </script> 小明 👩‍💻 \u2028";
    Push.Event event =
        new Push.Event(room + "/odd", "Title 咖啡")
            .text(odd)
            .link("/x?a=1&b=%20")
            .data("{\"a\":[1]}");
    long seq = push.send(bobsName, event).join();
    assertEquals(seq, push.send(bobsName, event).join(), "acknowledged as the first time");
    JsonObject entry = json(bob.get("api/inbox?since=" + (seq - 1)));
    JsonObject stored = entry.getJsonArray("entries").getJsonObject(0);
    assertEquals(odd, stored.getString("text"));
    assertEquals("/x?a=1&b=%20", stored.getString("link"));
    assertEquals("{\"a\":[1]}", stored.getJsonObject("data").toString());
    try (ChatClient socket = ChatClient.open(bob, "ws/chat/" + room)) {
      push.sendToRoom(room, new Push.Event("to all")).join();
      assertEquals("to all", socket.next("event").getString("title"));
    }
    Push.Refused refused = refusal(push, "nobody-here", event);
    assertEquals(404, refused.status());
    assertEquals("no-such-person", refused.code());
    assertTrue(refused.getMessage().contains("nobody of that name"), refused.getMessage());
    Push wrong = new Push(URI.create(alice.uri("").toString()), "wrong", Duration.ofSeconds(30));
    assertEquals("bad-token", refusal(wrong, bobsName, event).code());
  }

  @Test
  void manyPushesAtOnceAllArriveOnceAndInOneOrder() {
    Push push = new Push(URI.create(alice.uri("").toString()), secret, Duration.ofSeconds(30));
    List<Long> seqs =
        IntStream.range(0, 200)
            .mapToObj(n -> push.send(bobsName, new Push.Event(room + n, "event " + n)))
            .toList()
            .stream()
            .map(stored -> stored.join())
            .sorted()
            .toList();
    assertEquals(IntStream.rangeClosed(1, 200).mapToObj(Long::valueOf).toList(), seqs);
  }

  private static Push.Refused refusal(Push push, String user, Push.Event event) {
    CompletionException failure =
        assertThrows(CompletionException.class, () -> push.send(user, event).join());
    return assertInstanceOf(Push.Refused.class, failure.getCause());
  }

  private static String nameOf(Site site) {
    try (ChatClient socket = ChatClient.open(site, "ws/push")) {
      String name = socket.next("hello").getJsonObject("you").getString("name");
      assertNotEquals("", name);
      return name;
    }
  }

  private HttpResponse<String> push(String user, String body) {
    return push(secret, user, body);
  }

  /** As a program does it: without cookies and without an origin. */
  private HttpResponse<String> push(String token, String user, String body) {
    try {
      return PROGRAM.send(
          HttpRequest.newBuilder(alice.uri("api/push" + (user.isEmpty() ? "" : "/" + user)))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String code(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    return json(answer).getString("code");
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return ChatClient.parse(answer.body()).get(0);
  }
}
