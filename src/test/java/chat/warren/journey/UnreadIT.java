package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is among one's rooms without one's doing, and what is unread there, in every window. */
class UnreadIT extends TwoInARoom {
  private Guest a;
  private Guest b;

  @BeforeEach
  void theirHandles() {
    a = guest(alice);
    b = guest(bob);
  }

  private static JsonObject row(Site site, String key) {
    return find(site, key).orElseThrow();
  }

  private static Optional<JsonObject> find(Site site, String key) {
    JsonObject answer = ChatClient.parse(site.get("api/unread").body()).get(0);
    return answer.getJsonArray("rooms").getValuesAs(JsonObject.class).stream()
        .filter(it -> it.getString("room").equals(key))
        .findFirst();
  }

  private static Predicate<JsonObject> unread(String key, int count) {
    return it ->
        it.getString("type").equals("unread")
            && it.getString("room").equals(key)
            && it.getInt("unread", -1) == count;
  }

  private static Predicate<JsonObject> gone(String key) {
    return it ->
        it.getString("type").equals("unread")
            && it.getString("room").equals(key)
            && it.getBoolean("gone", false);
  }

  @Test
  void aMessageOfSomebodyWhoNeverWroteBeforeIsUnreadInAllWindows() {
    String key = "@" + b.handle();
    try (ChatClient desk = ChatClient.open(alice, path);
        ChatClient phone = ChatClient.open(alice, path + "-other")) {
      desk.next("hello");
      phone.next("hello");
      assertEquals("ok", b.api("@" + a.handle(), "{\"message\":\"psst, Alice\"}"));
      assertEquals("Bob", desk.next(unread(key, 1)).getString("title"));
      phone.next(unread(key, 1));
      assertEquals(1, row(alice, key).getInt("unread"));
      assertEquals(0, row(bob, "@" + a.handle()).getInt("unread"), "it is his own");

      assertEquals("ok", b.api("@" + a.handle(), "{\"message\":\"are you there?\"}"));
      desk.next(unread(key, 2));
      a.post(key, "{\"type\":\"read\",\"seq\":2}");
      desk.next(unread(key, 0));
      phone.next(unread(key, 0));
    }
  }

  @Test
  void aConversationOfSeveralIsAmongTheRoomsOfAllOfThem() {
    Guest carol = Guest.called("Carol", alice, room);
    try (ChatClient window = ChatClient.open(carol.site(), path)) {
      window.next("hello");
      b.api("@" + a.handle() + "," + carol.handle(), "{\"message\":\"the three of us\"}");
      List<String> others = List.of(a.handle(), b.handle()).stream().sorted().toList();
      window.next(unread("@" + String.join(",", others), 1));
    }
    assertEquals(Optional.empty(), find(alice.asSomebodyElse(), "@" + b.handle()));
  }

  @Test
  void anEmptyConversationIsNobodysRoom() {
    b.socket("@" + a.handle()).close();
    assertEquals(Optional.empty(), find(alice, "@" + b.handle()));
    assertEquals(Optional.empty(), find(bob, "@" + a.handle()));
  }

  @Test
  void whoIsInvitedHasTheRoomAndReadsWhatComesAfterThat() {
    String attic = b.makePrivate("Attic");
    b.api(attic, "{\"message\":\"before\"}");
    try (ChatClient window = ChatClient.open(alice, path)) {
      window.next("hello");
      b.api(attic, "{\"type\":\"invite\",\"name\":\"" + a.handle() + "\"}");
      assertEquals("Attic", window.next(unread(attic, 0)).getString("title"));
      b.api(attic, "{\"message\":\"welcome, @" + a.handle() + "\"}");
      assertEquals(1, window.next(unread(attic, 1)).getInt("mentions"));
      assertEquals(1, row(alice, attic).getInt("unread"));

      b.api(attic, "{\"type\":\"room\",\"title\":\"Loft\"}");
      window.next(unread(attic, 1).and(it -> it.getString("title").equals("Loft")));
      b.api(attic, "{\"type\":\"remove\",\"name\":\"" + a.handle() + "\"}");
      window.next(gone(attic));
    }
    assertEquals(Optional.empty(), find(alice, attic));
    assertEquals(Optional.empty(), find(bob.asSomebodyElse(), attic));
  }

  @Test
  void anArchivedRoomIsAmongNobodysRoomsUntilItIsOpenedAgain() {
    b.api(room, "{\"message\":\"one\"}");
    b.post(room, "{\"type\":\"read\",\"seq\":1}");
    try (ChatClient window = ChatClient.open(bob, path + "-other")) {
      window.next(unread(room, 0));
      assertEquals("ok", a.api(room, "{\"type\":\"room\",\"archived\":true}"));
      window.next(gone(room));
      assertEquals(Optional.empty(), find(alice, room));
      assertEquals("ok", a.api(room, "{\"type\":\"room\",\"archived\":false}"));
      window.next(unread(room, 0));
      assertEquals(1, row(alice, room).getInt("unread"));
    }
  }
}
