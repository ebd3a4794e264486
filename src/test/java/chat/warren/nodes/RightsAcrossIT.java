package chat.warren.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Eventually;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What one may and may not is so on both nodes, and within the second. */
class RightsAcrossIT extends OnTwoNodes {
  private static final int SIGNED_OUT = 4001;
  private static final int BANNED = 4003;
  private static final int REMOVED = 4004;
  private static final int ARCHIVED = 4005;
  private static final int RANK = 4007;
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;
  private static final int TRIES = 10;

  /**
   * A second by contract, and what a busy machine may need on top; half of the time after which a
   * node asks for rights anyway.
   */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static String about(String type, Guest person) {
    return "{\"type\":\"" + type + "\",\"name\":\"" + person.handle() + "\"}";
  }

  private static void assertClosed(int code, ChatClient socket, Runnable act) {
    act.run();
    long start = System.nanoTime();
    assertEquals(code, socket.closeCode());
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    System.out.println(
        "closed on the other node with " + code + " after " + time.toMillis() + " ms");
    assertTrue(time.compareTo(SOON) < 0, time.toString());
  }

  private void takes(String hut, String measure) {
    assertEquals("ok", alice.api(hut, measure));
  }

  @Test
  void whoSignsOutIsOutOnBoth() {
    Guest carol = registered("Carol");
    Site phone = nodes.site(1);
    assertEquals(303, phone.signIn(carol.handle(), PASSWORD).statusCode());
    try (ChatClient there = at(1, carol).socket(room);
        ChatClient other = ChatClient.open(phone, "ws/chat/" + room)) {
      assertClosed(SIGNED_OUT, there, () -> carol.site().submit("profile", "sign-out", Map.of()));
      other.send("{\"type\":\"ping\"}").next("pong");
      assertTrue(at(1, carol).site().get("").body().contains("sign-in"), "the session is over");
    }
  }

  @Test
  void aNewPasswordEndsTheSocketsOnBoth() {
    Guest carol = registered("Carol");
    Site phone = nodes.site(1);
    assertEquals(303, phone.signIn(carol.handle(), PASSWORD).statusCode());
    try (ChatClient there = ChatClient.open(phone, "ws/chat/" + room)) {
      Map<String, String> change = Map.of("old", PASSWORD, "new", "new horse battery");
      assertClosed(
          SIGNED_OUT, there, () -> carol.site().submit("profile", "profile/password", change));
    }
  }

  @Test
  void whoIsBannedOrRemovedIsOutOnBoth() {
    String hut = alice.makePrivate("Hut");
    takes(hut, about("invite", bob));
    try (ChatClient b = bob.socket(hut)) {
      assertClosed(BANNED, b, () -> takes(hut, about("ban", bob)));
      assertEquals("banned", bob.api(hut, "{\"message\":\"let me in\"}"));
      takes(hut, about("unban", bob));
    }
    try (ChatClient b = bob.socket(hut)) {
      assertClosed(REMOVED, b, () -> takes(hut, about("remove", bob)));
      assertEquals("no-such-room", bob.api(hut, "{\"message\":\"let me in\"}"));
    }
  }

  @Test
  void anArchivedRoomIsClosedOnBoth() {
    try (ChatClient b = bob.socket(room)) {
      assertClosed(ARCHIVED, b, () -> takes(room, "{\"type\":\"room\",\"archived\":true}"));
      assertEquals(403, bob.handshake(room));
      assertEquals("room-archived", bob.api(room, "{\"message\":\"too late\"}"));
    }
    takes(room, "{\"type\":\"room\",\"archived\":false}");
    assertEquals("ok", bob.api(room, "{\"message\":\"in time\"}"));
  }

  @Test
  void whoIsMutedIsToldAndIsSilentOnBoth() {
    try (ChatClient b = bob.socket(room)) {
      takes(room, about("mute", bob));
      b.next(
          event ->
              event.getString("type").equals("standing")
                  && event.getJsonObject("silence").getString("code").equals("muted"));
      b.say("psst", "psst");
      assertEquals("muted", b.next("error").getString("code"));
    }
  }

  @Test
  void rightsReachTheOtherWhileRedisIsAway() {
    String hut = alice.makePrivate("Hut");
    Guest carol = registered("Carol");
    takes(hut, about("invite", bob));
    try (ChatClient b = bob.socket(hut);
        ChatClient c = at(1, carol).socket(room)) {
      nodes.redis().freeze();
      try {
        Eventually.isSo("Redis is away", () -> health(1).body().contains("\"redis\":\"down\""));
        assertEquals(200, health(1).statusCode(), "a node without Redis serves");
        assertClosed(REMOVED, b, () -> takes(hut, about("remove", bob)));
        assertClosed(SIGNED_OUT, c, () -> carol.site().submit("profile", "sign-out", Map.of()));
      } finally {
        nodes.redis().thaw();
        nodes.awaitAll();
      }
    }
    assertEquals("{\"status\":\"up\",\"redis\":\"up\"}", health(0).body().strip());
  }

  /** That is told by a notice alone; what is lost of it is asked for. */
  @Test
  void aRankThatWasLostWhileRedisWasAwayIsLostOnBoth() {
    Guest carol = registered("Carol");
    change(carol, "administrator");
    try (ChatClient c = at(1, carol).socket(room)) {
      nodes.redis().freeze();
      try {
        Eventually.isSo("Redis is away", () -> health(1).body().contains("\"redis\":\"down\""));
        assertClosed(RANK, c, () -> change(carol, "no-administrator"));
      } finally {
        nodes.redis().thaw();
        nodes.awaitAll();
      }
    }
  }

  private static void change(Guest whom, String act) {
    String page = administrator().get("people?q=" + whom.handle()).body();
    Matcher person = Pattern.compile("name=\"person\" value=\"(\\d+)\"").matcher(page);
    assertTrue(person.find(), page);
    assertEquals(
        303,
        administrator()
            .submit("people", "people", Map.of("person", person.group(1), "act", act))
            .statusCode());
  }

  private static HttpResponse<String> health(int node) {
    return nodes.site(node).get("health");
  }

  @Test
  void whoGuessesIsStoppedWhicheverNodeIsAsked() {
    Guest carol = registered("Carol");
    for (int n = 0; n < TRIES; n++) {
      assertEquals(UNPROCESSABLE, nodes.site(0).signIn(carol.handle(), "wrong" + n).statusCode());
    }
    boolean refused = false;
    for (int n = 0; n < TRIES && !refused; n++) {
      refused = nodes.site(1).signIn(carol.handle(), "wrong again").statusCode() == TOO_MANY;
    }
    assertTrue(refused, "the other counts on");
  }

  @Test
  void aSlowRoomIsSlowOnBoth() {
    takes(room, "{\"type\":\"room\",\"slow\":3600}");
    Guest carol = registered("Carol");
    assertEquals("ok", carol.api(room, "{\"message\":\"one\"}"));
    assertEquals("slow-mode", at(1, carol).api(room, "{\"message\":\"two\"}"));
  }
}
