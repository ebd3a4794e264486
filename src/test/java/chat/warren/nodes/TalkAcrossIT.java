package chat.warren.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.push.Push;
import chat.warren.testing.ChatClient;
import chat.warren.testing.Eventually;
import chat.warren.testing.Guest;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said, seen, read and pushed on one node is so on the other. */
class TalkAcrossIT extends OnTwoNodes {
  @Test
  void whoComesTurnsAwayAndGoesIsSeenOnTheOther() {
    try (ChatClient b = bob.socket(room)) {
      try (ChatClient a = alice.socket(room)) {
        JsonObject here = b.next(isAbout("here", alice)).getJsonObject("from");
        assertEquals("online", here.getString("state"));
        a.next(isAbout("here", bob).or(event -> isHello(event, bob)));
        a.send("{\"type\":\"away\"}");
        JsonObject away = b.next(isAbout("state", alice)).getJsonObject("from");
        assertEquals("away", away.getString("state"));
        a.send("{\"type\":\"typing\"}");
        b.next(isAbout("typing", alice));
      }
      b.next(isAbout("gone", alice));
      assertTrue(bob.site().get("").body().contains(room), "the lobby of the other knows the room");
    }
  }

  private static boolean isHello(JsonObject event, Guest person) {
    return event.getString("type").equals("hello")
        && event.getJsonArray("people").toString().contains(person.handle());
  }

  @Test
  void aMarkIsTheSameInAllWindows() {
    bob.api(room, "{\"message\":\"one\"}");
    bob.api(room, "{\"message\":\"two\"}");
    try (ChatClient here = alice.socket(room);
        ChatClient there = at(1, alice).socket(room)) {
      here.send("{\"type\":\"read\",\"seq\":2}");
      assertEquals(2, there.next("read").getInt("seq"));
      here.send("{\"type\":\"level\",\"level\":\"mentions\"}");
      assertEquals("mentions", there.next("level").getString("level"));
    }
  }

  @Test
  void whatIsUnreadIsCountedWhereverItIsReadOrSaid() {
    String other = "garden-" + UUID.randomUUID();
    alice.api(room, "{\"message\":\"first\"}");
    alice.api(room, "{\"type\":\"read\",\"seq\":1}");
    try (ChatClient elsewhere = at(1, alice).socket(other)) {
      bob.api(room, "{\"message\":\"second\"}");
      assertEquals(1, elsewhere.next(isUnread(1)).getInt("unread"));
      alice.api(room, "{\"type\":\"read\",\"seq\":2}");
      elsewhere.next(isUnread(0));
    }
  }

  private Predicate<JsonObject> isUnread(int count) {
    return event ->
        event.getString("type").equals("unread")
            && event.getString("room").equals(room)
            && event.getInt("unread") == count;
  }

  @Test
  void inADirectConversationEachSeesWhatTheOtherSaysAndHowFarItWasRead() {
    Guest carol = registered("Carol");
    Guest dave = at(1, registered("Dave"));
    try (ChatClient c = carol.socket("@" + dave.handle());
        ChatClient d = dave.socket("@" + carol.handle())) {
      c.say("hello", "hello");
      assertEquals("hello", d.next("message").getString("message"));
      d.send("{\"type\":\"read\",\"seq\":1}");
      assertEquals(1, c.next(isAbout("read", dave)).getInt("seq"));
      d.say("answer", "good morning");
      assertEquals("good morning", c.next(isAbout("message", dave)).getString("message"));
    }
  }

  @Test
  void theBellRingsOnTheOtherAndIsSilencedOnBoth() {
    Guest carol = registered("Carol");
    try (ChatClient here = ChatClient.open(carol.site(), "ws/push");
        ChatClient bell = ChatClient.open(at(1, carol).site(), "ws/push")) {
      bob.api(room, "{\"message\":\"hello @" + carol.handle() + "\"}");
      long seq = here.next("event").getInt("seq");
      assertEquals(seq, bell.next("event").getInt("seq"));
      carol.site().postJson("api/inbox/read", "{\"seq\":" + seq + "}", carol.site().origin());
      assertEquals(seq, bell.next("read").getInt("seq"));
    }
  }

  @Test
  void whatAnApplicationPushesToEitherIsHeardOnBothAndStoredOnce() {
    String secret = administrator().makeToken("Coffee bar");
    Push first = new Push(nodes.site(0).uri(""), secret);
    Push second = new Push(nodes.site(1).uri(""), secret);
    try (ChatClient here = ChatClient.open(alice.site(), "ws/push");
        ChatClient there = ChatClient.open(at(1, alice).site(), "ws/push")) {
      Push.Event coffee = new Push.Event("order-1", "Your coffee is ready");
      List<CompletableFuture<Long>> asked = new ArrayList<>();
      for (Push push : List.of(first, second, first, second)) {
        asked.add(push.send(alice.handle(), coffee));
      }
      asked.forEach(seq -> assertEquals(1, seq.join()));
      assertEquals(2, second.send(alice.handle(), new Push.Event("order-2", "And cake")).join());
      for (ChatClient bell : List.of(here, there)) {
        assertEquals("Your coffee is ready", bell.next("event").getString("title"));
        assertEquals("And cake", bell.next("event").getString("title"), "it came once");
      }
    }
  }

  @Test
  void aRequestThatWaitsIsAnsweredByWhatIsSaidOnTheOther() throws Exception {
    assertEquals("ok", alice.api(room, "{\"message\":\"first\"}"));
    CompletableFuture<HttpResponse<String>> waiting =
        CompletableFuture.supplyAsync(() -> bob.site().get(messages() + "?since=1&wait=25"));
    assertEquals("ok", alice.api(room, "{\"message\":\"second\"}"));
    HttpResponse<String> answer = waiting.get(60, TimeUnit.SECONDS);
    assertTrue(answer.body().contains("\"message\":\"second\""), answer.body());
  }

  @Test
  void whoAsksEachNodeInTurnGetsEverythingOnceAndInOrder() throws Exception {
    int count = 20;
    CompletableFuture<Void> talk =
        CompletableFuture.runAsync(
            () -> {
              for (int n = 1; n <= count; n++) {
                Guest speaker = at(n / 2 % 2, n % 3 == 0 ? alice : bob);
                assertEquals("ok", speaker.api(room, "{\"message\":\"message " + n + "\"}"));
                Eventually.pause(Duration.ofMillis(20));
              }
            });
    List<String> heard = new ArrayList<>();
    for (int turn = 0; heard.size() < count; turn++) {
      String path = messages() + "?since=" + heard.size() + "&wait=10";
      HttpResponse<String> answer = at(turn % 2, bob).site().get(path);
      assertEquals(200, answer.statusCode(), answer.body());
      ChatClient.parse(answer.body()).get(0).getJsonArray("entries").stream()
          .map(entry -> entry.asJsonObject().getString("message"))
          .forEach(heard::add);
    }
    talk.get(60, TimeUnit.SECONDS);
    assertEquals(IntStream.rangeClosed(1, count).mapToObj(n -> "message " + n).toList(), heard);
  }

  private String messages() {
    return "api/rooms/" + room + "/messages";
  }

  @Test
  void whoGoesOnWithTheOtherMissesNothing() {
    try (ChatClient a = alice.socket(room)) {
      a.say("one", "one");
      a.next("message");
    }
    bob.api(room, "{\"message\":\"two\"}");
    alice.api(room, "{\"message\":\"three\"}");
    String path = "ws/chat/" + room + "?since=1";
    try (ChatClient again = ChatClient.open(at(1, alice).site(), path)) {
      assertEquals("two", again.next("message").getString("message"));
      assertEquals("three", again.next("message").getString("message"));
      again.say("one", "one");
      assertEquals(1, again.next("message").getInt("seq"), "the first acknowledgement again");
    }
  }

  @Test
  void formsAndPagesNeedNotTheNodeThatTheyCameFrom() {
    Guest carol = registered("Carol");
    assertTrue(at(1, carol).site().get("profile").body().contains("Carol"));
    assertEquals(
        303, at(1, carol).form(room, "message", Map.of("message", "by form")).statusCode());
    assertTrue(carol.page(room).body().contains("by form"));
  }
}
