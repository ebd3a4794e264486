package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How people come to an account, and what it is to them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccountsIT {
  private static final String PASSWORD = "correct horse battery";

  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @ArquillianResource private URL url;

  private Site alice;
  private String name;
  private String room;

  @BeforeEach
  void aNewBrowser() {
    alice = Site.at(url);
    String unique = UUID.randomUUID().toString().substring(0, 13);
    name = "alice-" + unique;
    room = "study-" + unique;
  }

  @Test
  void whoRegistersIsSignedInAndCanSignInElsewhere() {
    HttpResponse<String> answer = alice.register(name, "Alice", PASSWORD);
    assertEquals(303, answer.statusCode(), answer.body());
    assertTrue(alice.get("").body().contains("account-profile"));
    assertEquals("Alice", you(alice).getString("display"));
    assertEquals(name, you(alice).getString("name"));

    Site phone = alice.asSomebodyElse();
    assertFalse(phone.get("").body().contains("account-profile"));
    assertEquals(303, phone.signIn(name.toUpperCase(), PASSWORD).statusCode());
    assertEquals(name, you(phone).getString("name"));
  }

  @Test
  void aGuestWhoRegistersKeepsWhatTheyWrote() {
    alice.enter("Alice", room);
    String guest = you(alice).getString("name");
    String guestCookie = alice.cookie("warren").orElseThrow().getValue();
    say(alice, "written as a guest");
    assertTrue(guest.startsWith("guest-"));
    assertTrue(alice.get("register").body().contains("value=\"Alice\""));

    assertEquals(303, alice.register(name, "Alice", PASSWORD).statusCode());
    JsonObject message = history(alice.asSomebodyElse()).get(0);
    assertEquals("written as a guest", message.getString("message"));
    assertEquals(name, message.getJsonObject("from").getString("name"));
    assertTrue(history(alice).get(0).containsKey("id"), "it is still one's own");
    assertNotEquals(guestCookie, alice.cookie("warren").orElseThrow().getValue());
  }

  @Test
  void aWrongNameAndAWrongPasswordGetTheSameAnswer() {
    alice.register(name, "Alice", PASSWORD);
    Site guest = alice.asSomebodyElse();
    guest.enter("Bob", room);
    String guestName = you(guest).getString("name");
    Site mallory = alice.asSomebodyElse();
    HttpResponse<String> wrongPassword = mallory.signIn(name, "wrong horse battery");
    assertEquals(422, wrongPassword.statusCode());
    assertTrue(wrongPassword.body().contains("The name or the password is wrong."));
    for (String nobody :
        List.of("nobody-" + name, guestName, "no such shape!", "", "x".repeat(99))) {
      HttpResponse<String> wrongName = mallory.signIn(nobody, PASSWORD);
      assertEquals(422, wrongName.statusCode(), nobody);
      assertEquals(
          wrongPassword.body().replace(name, ""), wrongName.body().replace(nobody, ""), nobody);
    }
    assertTrue(mallory.cookie("warren").isEmpty());
  }

  @Test
  void signingOutEndsTheSessionAndNotOnlyTheCookie() {
    alice.register(name, "Alice", PASSWORD);
    String cookies = alice.cookieHeader();
    assertEquals(303, alice.submit("", "sign-out", Map.of()).statusCode());
    assertTrue(alice.cookie("warren").isEmpty());
    HttpResponse<String> stolen = alice.asSomebodyElse().get("", "Cookie", cookies);
    assertFalse(stolen.body().contains("account-profile"));
  }

  @Test
  void signingInStartsANewSessionAndEndsTheOneBefore() {
    alice.register(name, "Alice", PASSWORD);
    Site bob = alice.asSomebodyElse();
    bob.enter("Bob", room);
    String planted = bob.cookieHeader();
    bob.signIn(name, PASSWORD);
    String page = alice.asSomebodyElse().get("", "Cookie", planted).body();
    assertFalse(page.contains("Alice"), "whoever planted the cookie is not signed in");
    assertFalse(page.contains("Bob"), "and the guest's session is over");
  }

  @Test
  void afterSigningInOneIsBackWhereOneWasAndNeverElsewhere() {
    alice.register(name, "Alice", PASSWORD);
    String page = alice.contextPath() + "/chat/" + room + "/";
    assertTrue(
        alice
            .asSomebodyElse()
            .get("chat/" + room + "/")
            .body()
            .contains("/sign-in?to=" + Site.segment(page)));
    assertEquals(page, backTo(page));
    for (String elsewhere :
        List.of(
            "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)")) {
      assertEquals(alice.contextPath() + "/", backTo(elsewhere), elsewhere);
    }
  }

  private String backTo(String to) {
    return alice
        .asSomebodyElse()
        .submit("sign-in", "sign-in", Map.of("handle", name, "password", PASSWORD, "to", to))
        .headers()
        .firstValue("Location")
        .orElse("");
  }

  @Test
  void whatCannotBeRegisteredIsSaidAndTheFormStaysFilledIn() {
    alice.register(name, "Alice", PASSWORD);
    Map<List<String>, String> wrong =
        Map.of(
            List.of(name, PASSWORD), "is taken",
            List.of("x", PASSWORD), "2 to 32 characters",
            List.of("guest-1234", PASSWORD), "kept for something else",
            List.of("everyone", PASSWORD), "kept for something else",
            List.of("bob-" + name.substring(6), "short"), "at least 8 characters",
            List.of("bob-" + name.substring(6), "x".repeat(201)), "up to 200 characters",
            List.of("bob-" + name.substring(6), "BOB-" + name.substring(6)), "must not be your");
    wrong.forEach(
        (form, sentence) -> {
          Site bob = alice.asSomebodyElse();
          HttpResponse<String> answer = bob.register(form.get(0), "Bob Бо", form.get(1));
          assertEquals(422, answer.statusCode(), sentence);
          assertTrue(answer.body().contains(sentence), sentence);
          assertTrue(answer.body().contains("value=\"Bob Бо\""), sentence);
          assertFalse(answer.body().contains(form.get(1) + "\""), "no password comes back");
          assertTrue(bob.cookie("warren").isEmpty(), sentence);
        });
  }

  @Test
  void aRegisteredPersonIsNotAskedForANameInTheLobby() {
    alice.register(name, "Alice", PASSWORD);
    String lobby = alice.get("").body();
    assertTrue(lobby.contains("<input type=\"hidden\" name=\"display\" value=\"Alice\">"));
    assertEquals(303, alice.enter("Alice", room).statusCode());
    assertEquals(name, you(alice).getString("name"));
  }

  private JsonObject you(Site site) {
    try (ChatClient socket = ChatClient.open(site, "ws/chat/" + room)) {
      return socket.next("hello").getJsonObject("you");
    }
  }

  private void say(Site site, String text) {
    String json = "{\"id\":\"" + UUID.randomUUID() + "\",\"message\":\"" + text + "\"}";
    assertEquals(
        201, site.postJson("api/rooms/" + room + "/messages", json, site.origin()).statusCode());
  }

  private List<JsonObject> history(Site site) {
    String page = site.get("api/rooms/" + room + "/messages").body();
    return ChatClient.parse(page).get(0).getJsonArray("entries").getValuesAs(JsonObject.class);
  }
}
