package chat.warren.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Eventually;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import chat.warren.testing.TwoNodes;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes are one Warren: whatever is done on one of them counts on the other. */
@Timeout(300)
class TogetherIT {
  private static final String PASSWORD = "correct horse battery";
  private static final int SIGNED_OUT = 4001;
  private static final int REMOVED = 4004;
  private static final int BANNED = 4003;
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;
  private static final int TRIES = 10;

  @TempDir static Path directory;
  private static TwoNodes nodes;

  /** Alice is at the first node, Bob at the second. */
  private Guest alice;

  private Guest bob;
  private String room;

  @BeforeAll
  static void start() {
    nodes = new TwoNodes(directory);
  }

  @AfterAll
  static void stop() {
    if (nodes != null) {
      nodes.close();
    }
  }

  @BeforeEach
  void aRoomOfTheirOwn() {
    room = "tea-" + UUID.randomUUID();
    alice = Guest.called("Alice", nodes.site(0), room);
    bob = Guest.called("Bob", nodes.site(1), room);
  }

  private static Predicate<JsonObject> isAbout(String type, Guest who) {
    return event ->
        event.getString("type").equals(type)
            && event.containsKey("from")
            && event.getJsonObject("from").getString("name").equals(who.handle());
  }

  private static Guest at(int node, Guest who) {
    return new Guest(who.site().at(nodes.ports().get(node)), who.handle());
  }

  private Site registered(String handle) {
    Site site = nodes.site(0);
    assertEquals(303, site.register(handle, "Carol", PASSWORD).statusCode());
    return site;
  }

  private static String unique(String name) {
    return name + "-" + UUID.randomUUID().toString().substring(0, 13);
  }

  @Test
  void whoComesTurnsAwayAndGoesIsSeenOnTheOther() {
    try (ChatClient b = bob.socket(room)) {
      try (ChatClient a = alice.socket(room)) {
        assertEquals(
            "online", b.next(isAbout("here", alice)).getJsonObject("from").getString("state"));
        assertTrue(
            a.next("hello").getJsonArray("people").toString().contains(bob.handle()),
            "who comes sees who is on the other");
        a.send("{\"type\":\"away\"}");
        assertEquals(
            "away", b.next(isAbout("state", alice)).getJsonObject("from").getString("state"));
        a.send("{\"type\":\"typing\"}");
        b.next(isAbout("typing", alice));
      }
      b.next(isAbout("gone", alice));
      assertTrue(bob.site().get("").body().contains(room), "the lobby of the other knows the room");
    }
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
  void inADirectConversationEachSeesHowFarTheOtherHasRead() {
    String handle = unique("carol");
    Guest carol = new Guest(registered(handle), handle);
    String other = unique("dave");
    Guest dave = at(1, new Guest(registered(other), other));
    try (ChatClient c = carol.socket("@" + other);
        ChatClient d = dave.socket("@" + handle)) {
      c.say("hello", "hello");
      assertEquals("hello", d.next("message").getString("message"));
      d.send("{\"type\":\"read\",\"seq\":1}");
      assertEquals(1, c.next(isAbout("read", dave)).getInt("seq"));
    }
  }

  @Test
  void theBellRingsOnTheOtherAndIsSilencedOnBoth() {
    String handle = unique("carol");
    Site carol = registered(handle);
    Site there = carol.at(nodes.ports().get(1));
    try (ChatClient here = ChatClient.open(carol, "ws/push");
        ChatClient bell = ChatClient.open(there, "ws/push")) {
      bob.api(room, "{\"message\":\"hello @" + handle + "\"}");
      long seq = here.next("event").getInt("seq");
      assertEquals(seq, bell.next("event").getInt("seq"));
      carol.postJson("api/inbox/read", "{\"seq\":" + seq + "}", carol.origin());
      assertEquals(seq, bell.next("read").getInt("seq"));
    }
  }

  @Test
  void aRequestThatWaitsIsAnsweredByWhatIsSaidOnTheOther() throws Exception {
    String messages = "api/rooms/" + room + "/messages";
    assertEquals("ok", alice.api(room, "{\"message\":\"first\"}"));
    CompletableFuture<HttpResponse<String>> waiting =
        CompletableFuture.supplyAsync(() -> bob.site().get(messages + "?since=1&wait=25"));
    assertEquals("ok", alice.api(room, "{\"message\":\"second\"}"));
    HttpResponse<String> answer = waiting.get(60, TimeUnit.SECONDS);
    assertTrue(answer.body().contains("\"message\":\"second\""), answer.body());
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
  void whoSignsOutIsOutOnBoth() {
    String handle = unique("carol");
    Site carol = registered(handle);
    Site phone = nodes.site(1);
    assertEquals(303, phone.signIn(handle, PASSWORD).statusCode());
    try (ChatClient there = ChatClient.open(carol.at(nodes.ports().get(1)), "ws/chat/" + room);
        ChatClient other = ChatClient.open(phone, "ws/chat/" + room)) {
      long start = System.nanoTime();
      carol.submit("profile", "sign-out", Map.of());
      assertEquals(SIGNED_OUT, there.closeCode());
      System.out.println("signed out elsewhere after " + millisSince(start) + " ms");
      other.send("{\"type\":\"ping\"}").next("pong");
    }
  }

  @Test
  void aNewPasswordEndsTheSocketsOnBoth() {
    String handle = unique("carol");
    Site carol = registered(handle);
    Site phone = nodes.site(1);
    assertEquals(303, phone.signIn(handle, PASSWORD).statusCode());
    try (ChatClient there = ChatClient.open(phone, "ws/chat/" + room)) {
      Map<String, String> change = Map.of("old", PASSWORD, "new", "new horse battery");
      assertEquals(303, carol.submit("profile", "profile/password", change).statusCode());
      assertEquals(SIGNED_OUT, there.closeCode());
    }
  }

  @Test
  void whoIsBannedOrRemovedIsOutOnBoth() {
    String hut = alice.makePrivate("Hut");
    assertEquals("ok", alice.api(hut, about("invite", bob)));
    try (ChatClient b = bob.socket(hut)) {
      assertEquals("ok", alice.api(hut, about("ban", bob)));
      assertEquals(BANNED, b.closeCode());
      assertEquals("banned", bob.api(hut, "{\"message\":\"let me in\"}"));
      assertEquals("ok", alice.api(hut, about("unban", bob)));
      assertEquals("ok", alice.api(hut, about("invite", bob)));
    }
    try (ChatClient b = bob.socket(hut)) {
      assertEquals("ok", alice.api(hut, about("remove", bob)));
      assertEquals(REMOVED, b.closeCode());
      assertEquals("no-such-room", bob.api(hut, "{\"message\":\"let me in\"}"));
    }
  }

  @Test
  void rightsReachTheOtherWhileRedisIsAway() {
    String hut = alice.makePrivate("Hut");
    String handle = unique("carol");
    Site carol = registered(handle);
    assertEquals("ok", alice.api(hut, about("invite", bob)));
    try (ChatClient b = bob.socket(hut);
        ChatClient c = ChatClient.open(carol.at(nodes.ports().get(1)), "ws/chat/" + room)) {
      nodes.redis().freeze();
      try {
        Eventually.isSo(
            "Redis is away", () -> bob.site().get("health").body().contains("\"redis\":\"down\""));
        long start = System.nanoTime();
        assertEquals("ok", alice.api(hut, about("remove", bob)));
        assertEquals(REMOVED, b.closeCode());
        System.out.println("removed elsewhere after " + millisSince(start) + " ms");
        start = System.nanoTime();
        carol.submit("profile", "sign-out", Map.of());
        assertEquals(SIGNED_OUT, c.closeCode());
        System.out.println("signed out elsewhere after " + millisSince(start) + " ms");
      } finally {
        nodes.redis().thaw();
        nodes.awaitBoth();
      }
    }
  }

  private static String about(String type, Guest person) {
    return "{\"type\":\"" + type + "\",\"name\":\"" + person.handle() + "\"}";
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  @Test
  void whoGuessesIsStoppedWhicheverNodeIsAsked() {
    String handle = unique("carol");
    registered(handle);
    for (int n = 0; n < TRIES; n++) {
      assertEquals(UNPROCESSABLE, nodes.site(0).signIn(handle, "wrong" + n).statusCode());
    }
    int refused = 0;
    for (int n = 0; n < TRIES && refused == 0; n++) {
      int status = nodes.site(1).signIn(handle, "wrong again").statusCode();
      refused += status == TOO_MANY ? 1 : 0;
    }
    assertEquals(1, refused, "the other counts on");
  }

  @Test
  void aSlowRoomIsSlowOnBoth() {
    assertEquals("ok", bob.api(room, "{\"message\":\"mine\"}"));
    assertEquals("ok", bob.api(room, "{\"type\":\"room\",\"slow\":3600}"));
    Guest carol = Guest.called("Carol", nodes.site(0), "hall");
    assertEquals("ok", carol.api(room, "{\"message\":\"one\"}"));
    assertEquals("slow-mode", at(1, carol).api(room, "{\"message\":\"two\"}"));
  }

  @Test
  void bothTellOneTokenForTheFirstAdministrator() {
    String token = nodes.node(0).setupToken();
    assertEquals(token, nodes.node(1).setupToken());
    Site ann = nodes.site(1);
    assertEquals(303, ann.setUp(token, "ann", "Ann", PASSWORD).statusCode());
    assertEquals(404, nodes.site(0).get("setup").statusCode());
    assertEquals(200, ann.at(nodes.ports().get(0)).get("people").statusCode());
  }

  @Test
  void whetherRedisAnswersIsNoQuestionOfHealth() {
    HttpResponse<String> answer = nodes.site(0).get("health");
    assertEquals(200, answer.statusCode());
    assertEquals("{\"status\":\"up\",\"redis\":\"up\"}", answer.body().strip());
    assertFalse(nodes.node(0).output().toString().contains("does not answer"));
  }
}
