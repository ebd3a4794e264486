package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Ranks;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do reaches those whom it concerns, wherever they are: live, on {@code /ws/push}. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TidingsIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @ArquillianResource private URL url;

  private Guest alice;
  private Guest bob;

  @BeforeEach
  void aliceAndBob() {
    String hall = "hall-" + UUID.randomUUID();
    alice = Guest.called("Alice", Site.at(url), hall);
    bob = Guest.called("Bob", Site.at(url), hall);
  }

  @Test
  void aDirectMessageReachesWhoIsNotInTheConversation() {
    String toBob = "@" + bob.handle();
    try (ChatClient inbox = inbox(bob)) {
      say(alice, toBob, "are you there?");
      JsonObject event = inbox.next("event");
      assertEquals("direct", event.getString("event"));
      assertEquals("are you there?", event.getString("text"));
      assertEquals("Alice", event.getJsonObject("from").getString("display"));
      assertEquals("@" + alice.handle(), event.getString("room"));
      assertEquals(1, event.getJsonObject("data").getInt("seq"));
      assertEquals(200, bob.page(event.getString("room")).statusCode());

      try (ChatClient alices = alice.socket(toBob)) {
        try (ChatClient conversation = bob.socket("@" + alice.handle())) {
          say(alice, toBob, "good");
          assertEquals("good", conversation.next("message").getString("message"));
          // Told in the order of the store: Bob is here until it is known that he need not be told.
          say(alice, "tower-" + UUID.randomUUID(), "@" + bob.handle());
          assertEquals("mention", inbox.next("event").getString("event"));
        }
        alices.next("gone");
      }
      say(alice, toBob, "gone again?");
      assertEquals("gone again?", inbox.next("event").getString("text"), "and not what Bob saw");
    }
    assertEquals(0, head(alice), "nobody is told of what they say themselves");
  }

  @Test
  void ofAConversationOfManyEachIsToldWhoIsElsewhere() {
    Guest carol = Guest.called("Carol", Site.at(url), "hall-" + UUID.randomUUID());
    try (ChatClient bobs = inbox(bob);
        ChatClient carols = inbox(carol);
        ChatClient there = carol.socket("@" + alice.handle() + "," + bob.handle())) {
      say(alice, "@" + bob.handle() + "," + carol.handle(), "hello you two");
      JsonObject event = bobs.next("event");
      assertEquals("Alice, Carol", titleSorted(event));
      there.next("message");
      say(bob, "@" + alice.handle(), "only us");
      assertEquals(List.of(), carols.eventsUntilNow());
    }
  }

  @Test
  void whoAsksForAContactIsSeenAtOnceAndWhoAcceptsAsWell() {
    try (ChatClient bobs = inbox(bob);
        ChatClient alices = inbox(alice)) {
      contact(alice, bob, "ask");
      JsonObject asked = bobs.next("event");
      assertEquals("contact", asked.getString("event"));
      assertEquals("@" + alice.handle(), asked.getString("title"));
      contact(bob, alice, "accept");
      JsonObject accepted = alices.next("event");
      assertEquals("accepted", accepted.getString("event"));
      assertEquals("@" + bob.handle(), accepted.getString("room"));
    }
  }

  @Test
  void whoIsInvitedIsToldWhereTo() {
    String attic = alice.makePrivate("Attic");
    try (ChatClient inbox = inbox(bob)) {
      assertEquals("ok", alice.api(attic, about("invite", bob)));
      JsonObject event = inbox.next("event");
      assertEquals("invitation", event.getString("event"));
      assertEquals("Attic", event.getString("title"));
      assertEquals(attic, event.getString("room"));
      assertEquals(200, bob.page(event.getString("room")).statusCode());
    }
  }

  @Test
  void aMentionInAPrivateRoomReachesItsMembersAlone() {
    Guest ann = Guest.called("Ann", Site.at(url), "hall-" + UUID.randomUUID());
    Ranks.makeAdministrator(ann.handle());
    String attic = alice.makePrivate("Attic");
    String all = "@" + bob.handle() + " and @" + ann.handle();
    try (ChatClient bobs = inbox(bob);
        ChatClient anns = inbox(ann)) {
      say(alice, attic, "behind the door: " + all);
      say(alice, "hall-of-" + attic.substring(1), "before the door: " + all);
      assertEquals("before the door: " + all, bobs.next("event").getString("text"));
      assertEquals("before the door: " + all, anns.next("event").getString("text"));

      alice.api(attic, about("invite", bob));
      assertEquals("invitation", bobs.next("event").getString("event"));
      say(alice, attic, "now inside: " + all);
      assertEquals("now inside: " + all, bobs.next("event").getString("text"));
      alice.api(attic, about("remove", bob));
      say(alice, attic, "outside again: " + all);
      say(alice, "@" + bob.handle(), "good-bye");
      assertEquals("good-bye", bobs.next("event").getString("text"));
      assertEquals(List.of(), anns.eventsUntilNow(), "an administrator is no member");
    }
  }

  @Test
  void whoIsBlockedReachesNoInbox() {
    Guest mallory = Guest.called("Mallory", Site.at(url), "hall-" + UUID.randomUUID());
    contact(bob, mallory, "block");
    try (ChatClient inbox = inbox(bob)) {
      String room = "room-" + UUID.randomUUID();
      say(mallory, room, "@" + bob.handle() + " look here");
      contact(mallory, bob, "ask");
      mallory.api(room, about("invite", bob));
      String hey = "{\"message\":\"hey\"}";
      assertEquals(403, mallory.post("@" + bob.handle(), hey).statusCode());
      assertEquals(403, mallory.post("@" + alice.handle() + "," + bob.handle(), hey).statusCode());
      say(alice, room, "@" + bob.handle() + " by Alice");
      assertEquals("@" + bob.handle() + " by Alice", inbox.next("event").getString("text"));
    }
    assertEquals(1, head(bob));
  }

  @Test
  void aDeletedMessageIsInNoInboxAnyMore() {
    try (ChatClient inbox = inbox(bob)) {
      say(alice, "@" + bob.handle(), "secret");
      int seq = inbox.next("event").getInt("seq");
      alice.api("@" + bob.handle(), "{\"type\":\"delete\",\"id\":\"d\",\"seq\":1}");
      // Whatever came later was worked off after it.
      say(alice, "@" + bob.handle(), "other");
      assertEquals(seq + 1, inbox.next("event").getInt("seq"));
    }
    HttpResponse<String> page = bob.site().get("api/inbox");
    assertTrue(page.body().contains("other"), page.body());
    assertEquals(-1, page.body().indexOf("secret"), page.body());
    assertEquals(-1, bob.site().get("inbox").body().indexOf("secret"));
  }

  private static ChatClient inbox(Guest guest) {
    ChatClient socket = ChatClient.open(guest.site(), "ws/push");
    socket.next("hello");
    return socket;
  }

  private static int head(Guest guest) {
    return ChatClient.parse(guest.site().get("api/inbox").body()).get(0).getInt("head");
  }

  private static void say(Guest guest, String room, String text) {
    String id = UUID.randomUUID().toString();
    String event = "{\"id\":\"" + id + "\",\"message\":\"" + text + "\"}";
    HttpResponse<String> answer = guest.post(room, event);
    assertEquals(201, answer.statusCode(), answer.body());
  }

  private static String about(String type, Guest person) {
    return "{\"type\":\"" + type + "\",\"name\":\"" + person.handle() + "\"}";
  }

  private static void contact(Guest guest, Guest other, String act) {
    HttpResponse<String> answer =
        guest
            .site()
            .postJson(
                "api/contacts/" + other.handle(),
                "{\"act\":\"" + act + "\"}",
                guest.site().origin());
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private static String titleSorted(JsonObject event) {
    return String.join(
        ", ", List.of(event.getString("title").split(", ")).stream().sorted().toList());
  }
}
