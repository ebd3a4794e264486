package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import java.net.URL;
import java.util.Map;
import java.util.UUID;
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
  private String path;

  @BeforeEach
  void aliceOnTwoBrowsers() {
    String unique = UUID.randomUUID().toString().substring(0, 13);
    alice = Site.at(url);
    alice.register("alice-" + unique, "Alice", PASSWORD);
    phone = alice.asSomebodyElse();
    assertEquals(303, phone.signIn("alice-" + unique, PASSWORD).statusCode());
    path = "ws/chat/study-" + unique;
  }

  @Test
  void signingOutEndsTheSocketsOfThatBrowserAlone() {
    try (ChatClient here = ChatClient.open(alice, path);
        ChatClient there = ChatClient.open(phone, path)) {
      alice.submit("profile", "sign-out", Map.of());
      assertEquals(SIGNED_OUT, here.closeCode());
      assertStays(there);
    }
  }

  @Test
  void aSessionThatIsEndedFromElsewhereTakesItsSocketsAlong() {
    try (ChatClient here = ChatClient.open(alice, path);
        ChatClient there = ChatClient.open(phone, path)) {
      Matcher other = SESSION.matcher(alice.get("profile").body());
      assertTrue(other.find());
      alice.submit("profile", "profile/sessions", Map.of("session", other.group(1)));
      assertEquals(SIGNED_OUT, there.closeCode());
      assertStays(here);
    }
  }

  @Test
  void aNewPasswordEndsAllSocketsOfBefore() {
    try (ChatClient here = ChatClient.open(alice, path);
        ChatClient there = ChatClient.open(phone, path)) {
      Map<String, String> change = Map.of("old", PASSWORD, "new", "new horse battery");
      assertEquals(303, alice.submit("profile", "profile/password", change).statusCode());
      assertEquals(SIGNED_OUT, there.closeCode());
      assertEquals(SIGNED_OUT, here.closeCode(), "its session is a new one as well");
    }
  }

  @Test
  void aDeletedAccountHasNoSocketsLeft() {
    try (ChatClient here = ChatClient.open(alice, path);
        ChatClient there = ChatClient.open(phone, path)) {
      Map<String, String> form = Map.of("password", PASSWORD, "messages", "stay");
      assertEquals(303, alice.submit("profile", "profile/delete", form).statusCode());
      assertEquals(SIGNED_OUT, here.closeCode());
      assertEquals(SIGNED_OUT, there.closeCode());
    }
  }

  private static void assertStays(ChatClient socket) {
    socket.say(UUID.randomUUID().toString(), "still here");
    assertEquals("still here", socket.next("message").getString("message"));
  }
}
