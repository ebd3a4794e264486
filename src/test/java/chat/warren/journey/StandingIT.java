package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Ranks;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people may do in a room is told to the windows that they have open there. */
class StandingIT extends TwoInARoom {
  private Guest a;
  private Guest b;

  /** Alice comes first, so the room is hers. */
  @BeforeEach
  void alicesRoom() {
    a = guest(alice);
    b = guest(bob);
  }

  private void takes(String measure) {
    assertEquals("ok", a.api(room, measure));
  }

  private String aboutBob(String type) {
    return "{\"type\":\"" + type + "\",\"name\":\"" + b.handle() + "\"}";
  }

  private String role(String role) {
    return aboutBob("role").replace("}", ",\"role\":\"" + role + "\"}");
  }

  private static String silence(JsonObject standing) {
    return standing.containsKey("silence")
        ? standing.getJsonObject("silence").getString("code")
        : "none";
  }

  @Test
  void aRoleReachesThePersonsOpenWindowsAndNobodyElses() {
    takes(aboutBob("invite"));
    try (ChatClient owner = ChatClient.open(alice, path);
        ChatClient one = ChatClient.open(bob, path);
        ChatClient other = ChatClient.open(bob, path)) {
      assertTrue(owner.next("hello").getJsonObject("standing").getBoolean("owns"));
      JsonObject before = one.next("hello").getJsonObject("standing");
      assertEquals("member", before.getString("role"));
      assertFalse(before.getBoolean("moderates"));
      takes(role("moderator"));
      for (ChatClient window : new ChatClient[] {one, other}) {
        JsonObject standing = window.next("standing");
        assertEquals("moderator", standing.getString("role"));
        assertTrue(standing.getBoolean("moderates"));
        assertFalse(standing.getBoolean("owns"));
      }
      assertEquals("ok", b.api(room, "{\"type\":\"room\",\"topic\":\"tea\"}"));
      takes(role("member"));
      assertFalse(one.next("standing").getBoolean("moderates"));
      takes(aboutBob("unban").replace("unban", "ban"));
      assertEquals(4003, one.closeCode());
      assertTrue(
          owner.eventsUntilNow().stream().noneMatch(it -> it.getString("type").equals("standing")));
    }
  }

  @Test
  void aMuteIsToldAndThatItEndsByItself() {
    try (ChatClient window = ChatClient.open(bob, path)) {
      assertEquals("none", silence(window.next("hello").getJsonObject("standing")));
      takes(aboutBob("mute"));
      JsonObject muted = window.next("standing");
      assertEquals("muted", silence(muted));
      assertEquals(
          "You are muted in this room.", muted.getJsonObject("silence").getString("message"));
      takes(aboutBob("unmute"));
      assertEquals("none", silence(window.next("standing")));

      String end = Instant.now().plusMillis(1_500).toString();
      takes(aboutBob("mute").replace("}", ",\"until\":\"" + end + "\"}"));
      assertEquals("muted", silence(window.next("standing")));
      Duration patience = Duration.ofSeconds(40);
      JsonObject over = window.next(it -> it.getString("type").equals("standing"), patience);
      assertEquals("none", silence(over));
    }
  }

  @Test
  void aRoomThatTurnsReadOnlySilencesAllButItsModerators() {
    takes(aboutBob("invite"));
    takes(role("moderator"));
    Guest carol = Guest.called("Carol", alice, room);
    try (ChatClient moderator = ChatClient.open(bob, path);
        ChatClient reader = carol.socket(room)) {
      takes("{\"type\":\"room\",\"readOnly\":true}");
      assertEquals("read-only", silence(reader.next("standing")));
      try (ChatClient late = carol.socket(room)) {
        assertEquals("read-only", silence(late.next("hello").getJsonObject("standing")));
      }
      takes("{\"type\":\"room\",\"readOnly\":false}");
      assertEquals("none", silence(reader.next("standing")));
      assertTrue(
          moderator.eventsUntilNow().stream()
              .noneMatch(it -> it.getString("type").equals("standing")));
    }
  }

  @Test
  void whoIsNoAdministratorAnyMoreIsOutOfOthersRoomsAtOnce() {
    Guest ann = Guest.called("Ann", alice, room);
    Ranks.makeAdministrator(ann.handle());
    Ranks.makeAdministrator(b.handle());
    Ranks.setPassword(b.handle());
    String attic = a.makePrivate("Attic");
    try (ChatClient inside = b.socket(attic);
        ChatClient owner = a.socket(attic)) {
      assertTrue(inside.next("hello").getJsonObject("standing").getBoolean("owns"));
      assertEquals(303, act(ann, b.handle(), "no-administrator"));
      assertEquals(4007, inside.closeCode());
      assertTrue(owner.isOpen());
    }
    assertEquals(404, b.handshake(attic));
  }

  private static int act(Guest by, String handle, String act) {
    String page = by.site().get("people?q=" + handle).body();
    Matcher person = Pattern.compile("name=\"person\" value=\"(\\d+)\"").matcher(page);
    assertTrue(person.find(), page);
    Map<String, String> form = Map.of("person", person.group(1), "act", act);
    return by.site().submit("people", "people", form).statusCode();
  }

  @Test
  void nobodyHearsThatSomebodyTypesWhoMayNotSpeak() {
    takes(aboutBob("mute"));
    try (ChatClient owner = ChatClient.open(alice, path);
        ChatClient muted = ChatClient.open(bob, path)) {
      owner.next(it -> it.getString("type").equals("here"));
      muted.send("{\"type\":\"typing\"}");
      assertEquals("muted", muted.say("1", "hello?").next("error").getString("code"));
      assertTrue(
          owner.eventsUntilNow().stream().noneMatch(it -> it.getString("type").equals("typing")));
    }
  }
}
