package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is here, who looks, who writes. */
class PresenceIT extends TwoInARoom {
  private static final String TYPING = "{\"type\":\"typing\"}";
  private static final String AWAY = "{\"type\":\"away\",\"on\":true}";
  private static final String BACK = "{\"type\":\"away\",\"on\":false}";

  private static String who(JsonObject event) {
    JsonObject from = event.getJsonObject("from");
    return from.getString("display") + " " + from.getString("state", "");
  }

  @Test
  void aPersonWithThreeTabsIsOnePerson() {
    try (ChatClient a = ChatClient.open(alice, path)) {
      ChatClient first = ChatClient.open(bob, path);
      assertEquals("Bob online", who(a.next("here")));
      ChatClient second = ChatClient.open(bob, path);
      ChatClient third = ChatClient.open(bob, path);
      assertEquals(2, third.next("hello").getJsonArray("people").size());
      for (ChatClient tab : List.of(second, first)) {
        tab.close();
        tab.closeCode();
      }
      assertEquals(List.of(), a.eventsUntilNow());
      third.close();
      assertEquals("Bob offline", who(a.next("gone")));
    }
  }

  @Test
  void whoLooksAtNoWindowIsAwayAndBackWithTheFirstThatIsLookedAt() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient first = ChatClient.open(bob, path);
        ChatClient second = ChatClient.open(bob, path + "-other")) {
      first.next("hello");
      first.send(AWAY);
      assertEquals(List.of(), first.eventsUntilNow(), "the other window is still looked at");
      second.send(AWAY);
      assertEquals("Bob away", who(a.next("state")));
      try (ChatClient late = ChatClient.open(alice.asSomebodyElse(), path)) {
        assertEquals(
            "away", late.next("hello").getJsonArray("people").getJsonObject(1).getString("state"));
      }
      second.send(BACK);
      assertEquals("Bob online", who(a.next("state")));
      second.close();
      first.send(AWAY);
      assertEquals("Bob away", who(a.next("state")));
    }
  }

  @Test
  void howSomebodyIsAndWhenTheyWereLastSeenIsToldToWhoMayWriteToThem() {
    Guest b = guest(bob);
    String page = "chat/@" + b.handle() + "/";
    try (ChatClient window = ChatClient.open(bob, path)) {
      window.next("hello");
      assertEquals("online null", sighting(alice, b.handle()));
      assertTrue(alice.get(page).body().contains("data-state=\"online\""));
      window.send(AWAY).eventsUntilNow();
      assertEquals("away null", sighting(alice, b.handle()));
    }
    Instant giveUp = Instant.now().plusSeconds(20);
    while (sighting(alice, b.handle()).endsWith("null") && Instant.now().isBefore(giveUp)) {
      Thread.onSpinWait();
    }
    String[] last = sighting(alice, b.handle()).split(" ");
    assertEquals("offline", last[0]);
    assertTrue(Duration.between(Instant.parse(last[1]), Instant.now()).toSeconds() < 60, last[1]);
    String shown = alice.get(page).body();
    assertTrue(shown.contains("Last seen: <time datetime=\"" + last[1] + "\">"), shown);

    bob.submit("contacts", "privacy", Map.of("writers", "contacts"));
    assertEquals("null null", sighting(alice, b.handle()));
    assertFalse(alice.get(page).body().contains("Last seen: <"));
    assertEquals(404, alice.get("api/people/nobody-of-that-name").statusCode());
    assertEquals(401, alice.asSomebodyElse().get("api/people/" + b.handle()).statusCode());
  }

  private static String sighting(Site site, String handle) {
    JsonObject person = ChatClient.parse(site.get("api/people/" + handle).body()).get(0);
    assertEquals(handle, person.getString("name"));
    return person.getString("state", null) + " " + person.getString("seen", null);
  }

  @Test
  void whoTurnsAwayAndBackAHundredTimesIsToldOfAFewTimes() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient b = ChatClient.open(bob, path)) {
      a.next("here");
      for (int i = 0; i < 100; i++) {
        b.send(AWAY).send(BACK);
      }
      b.send(AWAY);
      b.eventsUntilNow();
      int told = 1;
      while (!who(a.next("state")).equals("Bob away")) {
        told++;
      }
      assertEquals(true, told < 20, "told " + told + " times");
    }
  }

  @Test
  void typingIsToldToOthersAndNotToOnesOwnWindows() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient own = ChatClient.open(alice, path);
        ChatClient b = ChatClient.open(bob, path)) {
      b.next("hello");
      a.send(TYPING);
      assertEquals("Alice ", who(b.next("typing")));
      a.next("here");
      own.next("here");
      assertEquals(List.of(), a.eventsUntilNow());
      assertEquals(List.of(), own.eventsUntilNow());
    }
  }

  @Test
  void typingWithoutEndIsPassedOnOnce() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient b = ChatClient.open(bob, path)) {
      for (int i = 0; i < 50; i++) {
        a.send(TYPING);
      }
      a.say("1", "said").next("message");
      b.next("typing");
      assertEquals("message", b.next(event -> true).getString("type"));
    }
  }

  @Test
  void typingIsNotStoredAndNotForThePlainDialect() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient plain = ChatClient.openPlain(bob, path)) {
      a.next("here");
      a.send(TYPING);
      a.say("1", "said");
      assertEquals(1, a.next("message").getInt("seq"));
      assertEquals("said", plain.next(event -> true).getString("message"));
    }
  }
}
