package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is signed out is out, on open sockets too; the person's other windows stay. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SignedOutIT {
  private static final String PASSWORD = "correct horse battery";
  private static final int SIGNED_OUT = 4001;
  private static final Pattern SESSION = Pattern.compile("name=\"session\" value=\"([^\"]+)\"");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @ArquillianResource private URL url;

  private Site alice;
  private Site phone;
  private String unique;

  @BeforeEach
  void aliceOnTwoBrowsers() {
    unique = UUID.randomUUID().toString().substring(0, 13);
    alice = Site.at(url);
    alice.register("alice-" + unique, "Alice", PASSWORD);
    phone = alice.asSomebodyElse();
    assertEquals(303, phone.signIn("alice-" + unique, PASSWORD).statusCode());
  }

  @ParameterizedTest
  @EnumSource
  void signingOutEndsTheSocketsOfThatBrowserAlone(Log log) {
    try (ChatClient here = ChatClient.open(alice, path(log));
        ChatClient there = ChatClient.open(phone, path(log))) {
      alice.submit("profile", "sign-out", Map.of());
      assertEquals(SIGNED_OUT, here.closeCode());
      assertStays(there);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSessionThatIsEndedFromElsewhereTakesItsSocketsAlong(Log log) {
    try (ChatClient here = ChatClient.open(alice, path(log));
        ChatClient there = ChatClient.open(phone, path(log))) {
      Matcher other = SESSION.matcher(alice.get("profile").body());
      assertTrue(other.find());
      alice.submit("profile", "profile/sessions", Map.of("session", other.group(1)));
      assertEquals(SIGNED_OUT, there.closeCode());
      assertStays(here);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewPasswordEndsAllSocketsOfBefore(Log log) {
    try (ChatClient here = ChatClient.open(alice, path(log));
        ChatClient there = ChatClient.open(phone, path(log))) {
      Map<String, String> change = Map.of("old", PASSWORD, "new", "new horse battery");
      assertEquals(303, alice.submit("profile", "profile/password", change).statusCode());
      assertEquals(SIGNED_OUT, there.closeCode());
      assertEquals(SIGNED_OUT, here.closeCode(), "its session is a new one as well");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeletedAccountHasNoSocketsLeft(Log log) {
    try (ChatClient here = ChatClient.open(alice, path(log));
        ChatClient there = ChatClient.open(phone, path(log))) {
      Map<String, String> form = Map.of("password", PASSWORD, "messages", "stay");
      assertEquals(303, alice.submit("profile", "profile/delete", form).statusCode());
      assertEquals(SIGNED_OUT, here.closeCode());
      assertEquals(SIGNED_OUT, there.closeCode());
    }
  }

  @Test
  void aRequestThatWaitsBringsNothingMoreToWhoIsSignedOut() {
    Guest owner = new Guest(alice, "alice-" + unique);
    String attic = owner.makePrivate("The attic");
    String waiting = "api/rooms/" + attic + "/messages?since=0&wait=25";
    CompletableFuture<HttpResponse<String>> news =
        CompletableFuture.supplyAsync(() -> phone.get(waiting));
    String secret = phone.cookieHeader();
    phone.submit("profile", "sign-out", Map.of());
    assertEquals("ok", owner.api(attic, "{\"message\":\"only for those who are signed in\"}"));
    assertEquals(401, news.join().statusCode(), news.join().body());

    // With a session that has ended nobody is made somebody else.
    HttpResponse<String> late =
        alice
            .asSomebodyElse()
            .postJson(
                "api/rooms/hall/messages",
                "{\"message\":\"who am I?\"}",
                alice.origin(),
                "Cookie",
                secret);
    assertEquals(401, late.statusCode(), late.body());
    assertTrue(late.headers().allValues("Set-Cookie").isEmpty());
  }

  /** What a socket follows: a room, or one's own inbox. */
  enum Log {
    ROOM,
    INBOX
  }

  private String path(Log log) {
    return log == Log.INBOX ? "ws/push" : "ws/chat/study-" + unique;
  }

  private static void assertStays(ChatClient socket) {
    socket.eventsUntilNow();
    assertTrue(socket.isOpen());
  }
}
