package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A room over plain HTTP: the same contract by the same way. */
class ApiIT extends TwoInARoom {
  @Test
  void whatIsPostedIsAcknowledgedReachesSocketsAndStandsThereOnce() {
    try (ChatClient socket = ChatClient.open(bob, "ws/chat/" + room)) {
      socket.next("hello");
      HttpResponse<String> posted = post(alice, "{\"id\":\"p-1\",\"message\":\"by HTTP 你好\"}");
      assertEquals(201, posted.statusCode());
      JsonObject own = json(posted);
      assertEquals(1, own.getInt("seq"));
      assertEquals("p-1", own.getString("id"));
      assertEquals("by HTTP 你好", socket.next("message").getString("message"));

      HttpResponse<String> again = post(alice, "{\"id\":\"p-1\",\"message\":\"by HTTP 你好\"}");
      assertEquals(200, again.statusCode());
      assertEquals(own, json(again));
      assertEquals("id-reused", code(409, post(alice, "{\"id\":\"p-1\",\"message\":\"x\"}")));
      assertEquals(
          201,
          post(alice, "{\"type\":\"edit\",\"id\":\"p-2\",\"seq\":1,\"message\":\"b\"}")
              .statusCode());
      assertEquals("b", socket.next("edit").getString("message"));
      assertEquals(
          "not-yours", code(403, post(bob, "{\"type\":\"delete\",\"id\":\"q\",\"seq\":1}")));
    }
  }

  @Test
  void aTextThatMeansMoreThanItselfComesAsHtmlByEveryWay() {
    String html = "<p><strong>hi</strong> &lt;b&gt;</p>\n";
    try (ChatClient socket = ChatClient.open(bob, "ws/chat/" + room);
        ChatClient plain = ChatClient.openPlain(bob, "ws/chat/" + room)) {
      socket.next("hello");
      HttpResponse<String> posted = post(alice, "{\"id\":\"h\",\"message\":\"**hi** <b>\"}");
      post(alice, "{\"id\":\"i\",\"message\":\"hi <b>\"}");
      assertEquals(html, json(posted).getString("html"));
      for (JsonObject said :
          List.of(
              socket.next("message"),
              plain.next("message"),
              json(bob.get(api)).getJsonArray("entries").getJsonObject(0),
              json(bob.get(api + "?since=0")).getJsonArray("entries").getJsonObject(0))) {
        assertEquals("**hi** <b>", said.getString("message"));
        assertEquals(html, said.getString("html"));
      }
      assertFalse(socket.next("message").containsKey("html"));
      String page = bob.get("chat/" + room + "/").body();
      assertTrue(page.contains(html) && page.contains(">hi &lt;b&gt;<"), page);
    }
  }

  @Test
  void pagingWithSinceFromTheBeginningGivesTheWholeLogWithoutAGap() {
    for (int n = 1; n <= 23; n++) {
      post(n % 2 == 0 ? alice : bob, "{\"id\":\"n-" + n + "\",\"message\":\"text " + n + "\"}");
    }
    List<JsonObject> all = new ArrayList<>();
    JsonObject page;
    do {
      page = json(alice.get(api + "?limit=5&since=" + all.size()));
      assertEquals(23, page.getInt("head"));
      all.addAll(entries(page));
    } while (!entries(page).isEmpty());
    assertEquals(23, all.size());
    for (int n = 1; n <= 23; n++) {
      JsonObject entry = all.get(n - 1);
      assertEquals(n, entry.getInt("seq"));
      assertEquals("text " + n, entry.getString("message"));
      assertEquals(n % 2 == 0, entry.containsKey("id"), "ids only for one's own");
    }
    List<JsonObject> earlier = entries(json(bob.get(api + "?before=10&limit=3")));
    assertEquals(List.of(7, 8, 9), earlier.stream().map(e -> e.getInt("seq")).toList());
    assertEquals(23, entries(json(alice.asSomebodyElse().get(api))).size());
  }

  @Test
  void aPageIsNamedByANumberBeforeItAfterItOrInTheMiddle() {
    for (int n = 1; n <= 12; n++) {
      post(alice, "{\"message\":\"text " + n + "\"" + (n == 12 ? ",\"replyTo\":2}" : "}"));
    }
    JsonObject middle = json(bob.get(api + "?around=8&limit=4"));
    assertEquals(List.of(6, 7, 8, 9), seqs(middle));
    assertTrue(middle.getBoolean("older") && middle.getBoolean("newer"));
    assertEquals(List.of(9, 10), seqs(json(bob.get(api + "?after=8&limit=2"))));
    JsonObject last = json(bob.get(api + "?after=10"));
    assertEquals(List.of(11, 12), seqs(last));
    assertEquals(12, last.getInt("head"));
    assertTrue(last.getBoolean("older") && !last.containsKey("newer"));
    JsonObject quote = last.getJsonArray("quotes").getJsonObject(0);
    assertEquals(2, quote.getInt("seq"));
    assertEquals("text 2", quote.getString("message"));
    assertEquals("Alice", quote.getJsonObject("from").getString("display"));
    assertEquals("bad-parameter", code(400, bob.get(api + "?around=0")));
    assertEquals("bad-parameter", code(400, bob.get(api + "?after=-1")));
  }

  private static List<Integer> seqs(JsonObject page) {
    return entries(page).stream().map(entry -> entry.getInt("seq")).toList();
  }

  @Test
  void aWaitingRequestIsAnsweredByTheNextEntryOrWhenItsTimeIsOver() {
    post(alice, "{\"message\":\"one\"}");
    long began = System.nanoTime();
    assertEquals(List.of(), entries(json(bob.get(api + "?since=1&wait=1"))));
    assertTrue(System.nanoTime() - began > 900_000_000L);
    CompletableFuture<HttpResponse<String>> waiting =
        CompletableFuture.supplyAsync(() -> bob.get(api + "?since=1&wait=25"));
    assertFalse(waiting.isDone());
    post(alice, "{\"message\":\"two\"}");
    assertEquals("two", entries(json(waiting.join())).get(0).getString("message"));
    assertTrue(System.nanoTime() - began < 20_000_000_000L);
  }

  @Test
  void aNumberAheadOfTheLogIsAnsweredByTheNewestPage() {
    post(alice, "{\"message\":\"one\"}");
    JsonObject reset = json(bob.get(api + "?since=7&wait=25"));
    assertEquals("reset", reset.getString("type"));
    assertEquals(1, reset.getInt("head"));
    assertEquals(1, entries(reset).size());
  }

  @Test
  void whatIsWrongIsSaidAsJson() {
    assertEquals("not-json", code(400, post(alice, "{")));
    assertEquals("not-json", code(400, post(alice, "[]")));
    assertEquals("no-text", code(400, post(alice, "{\"id\":\"x\"}")));
    assertEquals("unknown-type", code(400, post(alice, "{\"type\":\"ping\"}")));
    assertEquals("frame-too-large", code(413, post(alice, "x".repeat(65_537))));
    assertEquals("bad-parameter", code(400, alice.get(api + "?since=x")));
    assertEquals("bad-parameter", code(400, alice.get(api + "?since=0&wait=26")));
    assertEquals("bad-parameter", code(400, alice.get(api + "?limit=201")));
    assertEquals("room-name-blank", code(404, alice.get("api/rooms/%20/messages")));
    assertEquals(
        "json-only", code(415, alice.post(api, Map.of("message", "x"), "Origin", alice.origin())));
    assertEquals("foreign-origin", code(403, alice.postJson(api, "{}", "https://evil.example")));
    assertEquals("no-origin", code(403, alice.postJson(api, "{}", null)));
    assertEquals(404, alice.get("api/rooms/" + room).statusCode());
    assertEquals(0, json(alice.get(api)).getInt("head"), "nothing was stored");
  }

  @Test
  void aProgramWithoutASessionIsANewGuest() {
    HttpResponse<String> posted =
        alice.asSomebodyElse().postJson(api, "{\"message\":\"hi\"}", null);
    assertEquals(201, posted.statusCode());
    assertTrue(json(posted).getJsonObject("from").getString("display").startsWith("Guest-"));
    assertTrue(posted.headers().firstValue("Set-Cookie").orElse("").startsWith("warren="));
  }

  @Test
  void aFormPostsWithoutJavaScript() {
    String page = "chat/" + room + "/";
    assertEquals(
        303, alice.submit(page, page, Map.of("id", "f-1", "message", "by form")).statusCode());
    assertEquals(
        303, alice.submit(page, page, Map.of("id", "f-1", "message", "by form")).statusCode());
    assertEquals(
        1, json(alice.get(api)).getInt("head"), "a form that is sent twice is stored once");
    HttpResponse<String> refused = alice.submit(page, page, Map.of("message", "y".repeat(8_001)));
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("too long") && refused.body().contains("yyyy"));
    assertEquals(
        403, alice.post(page, Map.of("message", "x"), "Origin", alice.origin()).statusCode());
  }

  private HttpResponse<String> post(Site site, String json) {
    return site.postJson(api, json, site.origin());
  }

  private static String code(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    return json(answer).getString("code");
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return ChatClient.parse(answer.body()).get(0);
  }

  private static List<JsonObject> entries(JsonObject page) {
    return page.getJsonArray("entries").getValuesAs(JsonObject.class);
  }
}
