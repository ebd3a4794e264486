package chat.warren.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first administrator, and who may come in after that, as the settings say. */
class EntranceIT {
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern ADDRESS = Pattern.compile("id=\"address\">http://[^/]+/([^<]+)<");

  @TempDir Path data;

  @Test
  void theTokenInTheLogMakesTheFirstAdministratorAndNobodyElse() {
    String first;
    try (WarProcess war = serve(Map.of())) {
      first = war.setupToken();
      Site guest = war.site();
      assertTrue(guest.get("").body().contains("Warren has no administrator yet."));
      assertEquals(303, guest.enter("Guest", "tea").statusCode(), "guests can chat already");
    }
    try (WarProcess war = serve(Map.of("WARREN_REGISTRATION", "closed"))) {
      String token = war.setupToken();
      assertNotEquals(first, token, "each start has its own");
      Site ann = war.site();
      for (String wrong : List.of(first, "", token.substring(1), token + "A")) {
        HttpResponse<String> answer = setUp(ann, wrong);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("This is not the token."));
      }
      assertEquals(303, setUp(ann, token).statusCode());
      assertTrue(ann.get("").body().contains("/people"), "signed in as administrator");
      assertFalse(ann.get("").body().contains("no administrator yet"));
      assertEquals(404, ann.get("setup").statusCode());
      assertEquals(404, setUp(ann.asSomebodyElse(), token).statusCode());
    }
    try (WarProcess war = serve(Map.of())) {
      assertTrue(war.output().stream().noneMatch(line -> line.contains("/setup")));
      assertEquals(404, war.site().get("setup").statusCode());
    }
  }

  @Test
  void theTokenCannotBeGuessedAtForLong() {
    try (WarProcess war = serve(Map.of())) {
      Site mallory = war.site();
      int answer = 422;
      for (int n = 0; n < 51 && answer == 422; n++) {
        answer = setUp(mallory, "guess " + n).statusCode();
      }
      assertEquals(429, answer);
      assertEquals(429, setUp(mallory, war.setupToken()).statusCode());
    }
  }

  @Test
  void aPasswordCannotBeGuessedAtForLong() {
    try (WarProcess war = serve(Map.of())) {
      Site alice = war.site();
      assertEquals(303, alice.register("alice", "Alice", PASSWORD).statusCode());
      Site mallory = alice.asSomebodyElse();
      for (int n = 0; n < 10; n++) {
        assertEquals(422, mallory.signIn("alice", "guess " + n).statusCode());
      }
      HttpResponse<String> answer = mallory.signIn("alice", PASSWORD);
      assertEquals(429, answer.statusCode());
      assertTrue(answer.body().contains("Too many tries."));
    }
  }

  @Test
  void administratorsLookAfterThePeople() {
    try (WarProcess war = serve(Map.of("WARREN_LIMITS", "off"))) {
      Site ann = war.site();
      assertEquals(303, setUp(ann, war.setupToken()).statusCode());
      Site bob = ann.asSomebodyElse();
      bob.register("bob", "Bob", PASSWORD);
      String page = ann.get("people?q=BO").body();
      assertTrue(page.contains("data-name=\"bob\"") && !page.contains("data-name=\"ann\""), page);
      assertFalse(ann.get("people?q=%25").body().contains("data-name"));

      assertEquals(422, act(ann, "ann", "no-administrator").statusCode(), "the last one stays");
      assertEquals(
          422,
          ann.submit("profile", "profile/delete", Map.of("password", PASSWORD)).statusCode(),
          "and cannot go");

      String path = address(act(ann, "bob", "link"));
      act(ann, "bob", "end");
      assertFalse(bob.get("").body().contains("account-profile"));
      Site phone = ann.asSomebodyElse();
      assertEquals(
          "/profile#password-title",
          phone.submit(path, path, Map.of()).headers().firstValue("Location").orElse(""));
      assertFalse(phone.get("profile").body().contains("id=\"old\""));
      Map<String, String> fresh = Map.of("new", "new horse battery");
      assertEquals(303, phone.submit("profile", "profile/password", fresh).statusCode());
      assertTrue(phone.get("profile").body().contains("id=\"old\""), "only once");
      assertEquals(422, phone.submit("profile", "profile/password", fresh).statusCode());
      assertEquals(303, bob.signIn("bob", "new horse battery").statusCode());

      act(ann, "bob", "administrator");
      assertEquals(303, act(bob, "ann", "no-administrator").statusCode());
      assertEquals(403, ann.get("people").statusCode());
    }
  }

  @Test
  void withGuestsOffOnlyPeopleWithAnAccountComeIn() {
    Site guest;
    try (WarProcess war = WarProcess.serve(data, WarProcess.freePort())) {
      guest = war.site();
      guest.enter("Guest", "tea");
      war.stop();
      String port = String.valueOf(guest.uri("").getPort());
      try (WarProcess closed =
          serve(Map.of("WARREN_GUESTS", "off", "WARREN_PORT", port, "WARREN_LIMITS", "off"))) {
        for (Site stranger : List.of(guest, closed.site())) {
          turnedAway(stranger);
        }
        Site alice = closed.site();
        assertEquals(303, alice.register("alice", "Alice", PASSWORD).statusCode());
        assertEquals(200, alice.get("").statusCode());
        try (ChatClient socket = ChatClient.open(alice, "ws/chat/tea")) {
          socket.say("a-1", "hello");
          socket.next("message");
        }
        assertEquals(303, guest.register("bob", "Bob", PASSWORD).statusCode());
        assertEquals(200, guest.get("chat/tea/").statusCode());
      }
    }
  }

  private static void turnedAway(Site stranger) {
    for (String page : List.of("", "chat/", "chat/tea/", "sign-in/../chat/tea/", "nope")) {
      HttpResponse<String> answer = stranger.get(page);
      assertEquals(302, answer.statusCode(), page);
      assertTrue(answer.headers().firstValue("Location").orElse("").contains("/sign-in?to=%2F"));
    }
    assertEquals(401, stranger.get("api/rooms/tea/messages").statusCode());
    HttpResponse<String> posted =
        stranger.postJson("api/rooms/tea/messages", "{\"message\":\"x\"}", stranger.origin());
    assertEquals(401, posted.statusCode());
    assertEquals("sign-in-first", ChatClient.parse(posted.body()).get(0).getString("code"));
    assertEquals(401, ChatClient.refusalOf(stranger, "ws/chat/tea", stranger.origin()));
    assertEquals(401, ChatClient.refusalOf(stranger, "ws/push", stranger.origin()));
    HttpResponse<String> pushed = stranger.postJson("api/push/alice", "{}", stranger.origin());
    assertEquals("bad-token", ChatClient.parse(pushed.body()).get(0).getString("code"));
    assertEquals(
        401,
        stranger.submit("sign-in", "enter", Map.of("display", "G", "room", "tea")).statusCode());
    for (String open :
        List.of(
            "sign-in",
            "register",
            "health",
            "assets/any/css/warren.css",
            "pictures/icon-192.png",
            "manifest.webmanifest",
            "service-worker.js",
            "offline")) {
      assertEquals(200, stranger.get(open).statusCode(), open);
    }
  }

  @Test
  void accountsAreMadeByInvitationAloneOrNotAtAll() {
    String invitation;
    try (WarProcess war = serve(Map.of("WARREN_REGISTRATION", "invite"))) {
      Site ann = war.site();
      setUp(ann, war.setupToken());
      Site bob = ann.asSomebodyElse();
      assertEquals(403, bob.get("register").statusCode());
      assertFalse(bob.get("").body().contains("/register"));
      assertEquals(403, register(bob, "register").statusCode());
      invitation = address(ann.submit("profile", "profile/links", Map.of("uses", "5")));
      assertEquals(303, register(bob, invitation).statusCode());
      assertNamesAreNotGivenAway(ann.asSomebodyElse());
    }
    try (WarProcess war = serve(Map.of("WARREN_REGISTRATION", "closed"))) {
      Site carol = war.site();
      assertEquals(403, carol.get("register").statusCode());
      assertEquals(403, carol.get(invitation).statusCode());
      assertEquals(403, register(carol, invitation).statusCode());
      assertEquals(303, carol.signIn("bob", PASSWORD).statusCode());
      assertEquals(422, carol.submit("profile", "profile/links", Map.of("uses", "1")).statusCode());
    }
  }

  /** Whoever may not choose a name learns of none: not by a form, not by a link that has ended. */
  private static void assertNamesAreNotGivenAway(Site stranger) {
    for (String path : List.of("register", "invitation/" + "A".repeat(43))) {
      HttpResponse<String> taken = register(stranger, path, "bob");
      HttpResponse<String> free = register(stranger, path, "nobody");
      assertEquals(taken.statusCode(), free.statusCode(), path);
      assertEquals(taken.body(), free.body(), path);
      assertFalse(taken.body().contains("is taken"), path);
    }
  }

  private static HttpResponse<String> register(Site site, String path) {
    return register(site, path, "bob");
  }

  private static HttpResponse<String> register(Site site, String path, String handle) {
    return site.submit("", path, Map.of("handle", handle, "password", PASSWORD));
  }

  private static HttpResponse<String> act(Site by, String handle, String act) {
    Matcher person =
        Pattern.compile(
                "data-name=\"" + handle + "\".*?name=\"person\" value=\"(\\d+)\"", Pattern.DOTALL)
            .matcher(by.get("people").body());
    assertTrue(person.find(), handle);
    return by.submit("people", "people", Map.of("person", person.group(1), "act", act));
  }

  private static HttpResponse<String> setUp(Site site, String token) {
    return site.setUp(token, "ann", "Ann", PASSWORD);
  }

  private static String address(HttpResponse<String> page) {
    Matcher address = ADDRESS.matcher(page.body());
    assertTrue(address.find(), page.body());
    return address.group(1);
  }

  private WarProcess serve(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("WARREN_DATA", data.toString());
    all.put("WARREN_PORT", "0");
    all.putAll(settings);
    return WarProcess.start(all);
  }
}
