package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses that servers take for others than they seem to be: by {@code ..}, by needless percent
 * signs, by parameters in the path (RFC 3986, sections 2.4, 3.3 and 6). None leads past the doors.
 */
class DetoursIT extends TwoInARoom {
  private Guest a;
  private Guest b;

  /** Alice comes first, so the room is hers. */
  @BeforeEach
  void alicesRoom() {
    a = guest(alice);
    b = guest(bob);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ws/../ws/chat/ROOM",
        "ws/./chat/ROOM",
        "ws//chat/ROOM",
        "%77s/chat/ROOM",
        "ws/%63hat/ROOM",
        "ws%2Fchat/ROOM",
        "ws/chat%2FROOM",
        "ws;x=1/chat/ROOM",
        "ws/chat;jsessionid=1/ROOM",
        "ws/chat/ROOM;jsessionid=1",
        "ws/chat/;x/ROOM",
        "ws/chat/x/../ROOM",
        "ws/chat/%2e%2e/chat/ROOM",
        "nowhere/../ws/chat/ROOM",
        "css/..;/ws/chat/ROOM",
        "api/%2e%2e/ws/chat/ROOM"
      })
  void noneIntoARoom(String detour) {
    String attic = a.makePrivate("Attic");
    String open = detour.replace("ROOM", room);
    assertEquals("ok", a.api(room, "{\"type\":\"ban\",\"name\":\"" + b.handle() + "\"}"));
    assertNotEquals(101, ChatClient.refusalOf(bob, open, bob.origin()), "banned");
    assertNotEquals(
        101, ChatClient.refusalOf(bob, detour.replace("ROOM", attic), bob.origin()), "no member");
    assertNotEquals(101, ChatClient.refusalOf(alice, open, "https://evil.example"), "foreign");
    assertNotEquals(101, ChatClient.refusalOf(alice, open, null), "a cookie without an origin");
    if (ChatClient.refusalOf(alice, open, alice.origin()) == 101) {
      try (ChatClient socket = ChatClient.open(alice, open)) {
        assertEquals(room, socket.next("hello").getString("room"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ws/../ws/push",
        "ws/./push",
        "%77s/push",
        "ws/%70ush",
        "ws;x=1/push",
        "ws/push;jsessionid=1",
        "ws/chat/%2e%2e/push",
        "css/..;/ws/push"
      })
  void noneToAnInbox(String detour) {
    Site stranger = alice.asSomebodyElse();
    assertNotEquals(101, ChatClient.refusalOf(stranger, detour, stranger.origin()), "a stranger");
    assertTrue(stranger.cookie("warren").isEmpty(), "nobody was let in");
    assertNotEquals(101, ChatClient.refusalOf(alice, detour, "https://evil.example"), "foreign");
    assertNotEquals(101, ChatClient.refusalOf(alice, detour, null), "a cookie without an origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/../enter",
        "api/..;/enter",
        "api/%2e%2e/enter",
        "api/%2e%2e;x/enter",
        "api;x=1/../enter",
        "api/rooms/../../enter",
        "api/rooms/x/..;/..;/..;/enter",
        "%61pi/../enter"
      })
  void nonePastTheTokenOfAForm(String detour) {
    Site mallory = alice.asSomebodyElse();
    String form = detour + "?display=Mallory&room=" + room;
    int status = mallory.postJson(form, "{}", mallory.origin()).statusCode();
    assertTrue(status >= 400 && status < 500, "answered with " + status);
    assertTrue(mallory.cookie("warren").isEmpty(), "nobody was let in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%61pi/rooms/ROOM/messages",
        "api;x=1/rooms/ROOM/messages",
        "chat/../api/rooms/ROOM/messages",
        "api//rooms/ROOM/messages"
      })
  void noneToTheApiForAForm(String detour) {
    int status =
        alice
            .post(detour.replace("ROOM", room), Map.of("message", "x"), "Origin", alice.origin())
            .statusCode();
    assertTrue(status >= 400 && status < 500, "answered with " + status);
    assertEquals("[]", entries());
  }

  private String entries() {
    return ChatClient.parse(alice.get(api).body()).get(0).getJsonArray("entries").toString();
  }
}
