package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far people have read, and what they have not. */
class ReadMarksIT extends TwoInARoom {
  private static String read(long seq) {
    return "{\"type\":\"read\",\"seq\":" + seq + "}";
  }

  private static JsonObject unread(Site site) {
    return ChatClient.parse(site.get("api/unread").body()).get(0);
  }

  /** What the API says of the room. */
  private JsonObject row(Site site) {
    return unread(site).getJsonArray("rooms").getValuesAs(JsonObject.class).stream()
        .filter(it -> it.getString("room").equals(room))
        .findFirst()
        .orElseThrow();
  }

  private void says(Site site, String... texts) {
    for (String text : texts) {
      String json = "{\"message\":\"" + text + "\"}";
      assertEquals(201, site.postJson(api, json, site.origin()).statusCode());
    }
  }

  @Test
  void aMarkIsTheSameInAllWindowsAndNeverGoesBack() {
    says(bob, "1", "2", "3");
    try (ChatClient one = ChatClient.open(alice, path);
        ChatClient other = ChatClient.open(alice, path);
        ChatClient b = ChatClient.open(bob, path)) {
      assertEquals(0, one.next("hello").getInt("read"));
      other.next("hello");
      b.next("hello");
      one.send(read(2));
      JsonObject told = other.next("read");
      assertEquals(2, told.getInt("seq"));
      assertFalse(told.containsKey("from"));
      assertEquals(2, one.next("read").getInt("seq"));
      other.send(read(1)).send(read(3));
      assertEquals(3, one.next("read").getInt("seq"), "and nothing of 1");
      assertEquals(List.of(), b.eventsUntilNow(), "in a room nobody else is told");
    }
    try (ChatClient again = ChatClient.open(alice, path)) {
      JsonObject hello = again.next("hello");
      assertEquals(3, hello.getInt("read"));
      assertEquals("everything", hello.getString("level"));
    }
  }

  @Test
  void nobodyReadsFurtherThanTheRoomGoes() {
    says(bob, "1");
    try (ChatClient a = ChatClient.open(alice, path)) {
      a.send(read(1_000_000));
      assertEquals(1, a.next("read").getInt("seq"));
    }
    assertEquals(1, row(alice).getInt("read"));
  }

  @Test
  void aMarkThatIsNoNumberIsRefused() {
    try (ChatClient a = ChatClient.open(alice, path)) {
      a.send("{\"type\":\"read\",\"id\":\"x\"}");
      assertEquals("no-such-message", a.next("error").getString("code"));
      a.send(read(-1));
      assertEquals("no-such-message", a.next("error").getString("code"));
    }
    assertEquals(0, row(alice).getInt("read"));
  }

  @Test
  void unreadCountsWhatOthersSaidAfterTheMark() {
    says(bob, "1", "2");
    assertEquals(200, alice.postJson(api, read(1), alice.origin()).statusCode());
    says(alice, "my own");
    JsonObject row = row(alice);
    assertEquals(1, row.getInt("unread"));
    assertEquals(1, row.getInt("read"));
    assertEquals(3, row.getInt("head"));
    assertEquals(room, row.getString("title"));
    assertEquals(1, row(bob).getInt("unread"), "the room is Bob's, who made it");
    assertTrue(unread(bob.asSomebodyElse()).getJsonArray("rooms").isEmpty());
  }

  @Test
  void theLevelSaysWhatCounts() {
    alice.postJson(api, read(0), alice.origin());
    String handle;
    try (ChatClient a = ChatClient.open(alice, path)) {
      handle = a.next("hello").getJsonObject("you").getString("name");
      says(bob, "to nobody", "to @" + handle);
      assertEquals(2, row(alice).getInt("unread"));
      a.send("{\"type\":\"level\",\"level\":\"mentions\"}");
      assertEquals("mentions", a.next("level").getString("level"));
      assertEquals(1, row(alice).getInt("unread"));
      a.send("{\"type\":\"level\",\"level\":\"some\"}");
      assertEquals("bad-level", a.next("error").getString("code"));
    }
    alice.postJson(api, "{\"type\":\"level\",\"level\":\"nothing\"}", alice.origin());
    assertEquals(0, row(alice).getInt("unread"));
    assertEquals(1, row(alice).getInt("mentions"));
  }

  @Test
  void theLevelIsChosenWithoutJavaScriptToo() {
    var page = "chat/" + room + "/";
    alice.submit(page, "level", Map.of("room", room, "level", "mentions"));
    assertEquals("mentions", row(alice).getString("level"));
    assertTrue(alice.get(page).body().contains("<option value=\"mentions\" selected>"));
    assertEquals(
        400, alice.submit(page, "level", Map.of("room", room, "level", "some")).statusCode());
  }

  @Test
  void whatIsUnreadElsewhereIsToldLiveAndWhenItIsReadAnywhere() {
    alice.postJson(api, read(0), alice.origin());
    try (ChatClient phone = ChatClient.open(alice, path + "-other")) {
      JsonObject first = phone.next("unread");
      assertEquals(room, first.getString("room"));
      assertEquals(0, first.getInt("unread"));
      says(bob, "1", "2");
      phone.next(it -> it.getString("type").equals("unread") && it.getInt("unread") == 2);
      try (ChatClient desk = ChatClient.open(alice, path)) {
        desk.send(read(2));
        desk.next("read");
        phone.next(it -> it.getString("type").equals("unread") && it.getInt("unread") == 0);
        says(bob, "3");
        phone.next(it -> it.getString("type").equals("unread") && it.getInt("unread") == 1);
        assertTrue(
            desk.allUntilNow().stream().noneMatch(it -> it.getString("room", "").equals(room)),
            "the window in the room itself gets the message");
      }
    }
  }

  @Test
  void aStrangerIsNotLetInForChoosingALevel() {
    Site stranger = alice.asSomebodyElse();
    Map<String, String> form = Map.of("room", "@bob", "level", "nothing");
    HttpResponse<String> answer = stranger.submit("", "level", form);
    assertEquals(401, answer.statusCode());
    assertTrue(stranger.cookie("warren").isEmpty());
  }

  @Test
  void receiptsAreSwitchedOffAndOnByOneself() {
    assertTrue(me(alice).getBoolean("receipts"));
    alice.postJson("api/me", "{\"receipts\":false}", alice.origin());
    assertFalse(me(alice).getBoolean("receipts"));
    assertTrue(me(bob).getBoolean("receipts"));
    alice.postJson("api/me", "{}", alice.origin());
    assertFalse(me(alice).getBoolean("receipts"), "what is absent stays");
    assertEquals(404, alice.asSomebodyElse().get("api/me").statusCode());
    assertEquals(400, alice.postJson("api/me", "{\"receipts\":7}", alice.origin()).statusCode());
  }

  private static JsonObject me(Site site) {
    return ChatClient.parse(site.get("api/me").body()).get(0);
  }
}
