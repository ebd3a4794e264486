package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
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
      assertEquals(without(name, wrongPassword), without(nobody, wrongName), nobody);
    }
    assertTrue(mallory.cookie("warren").isEmpty());
  }

  private static String without(String name, HttpResponse<String> page) {
    return page.body().replaceAll("name=\"csrf\" value=\"[^\"]+\"", "").replace(name, "");
  }

  @Test
  void signingOutEndsTheSessionAndNotOnlyTheCookie() {
    alice.register(name, "Alice", PASSWORD);
    String cookies = alice.cookieHeader();
    assertEquals(303, alice.submit("profile", "sign-out", Map.of()).statusCode());
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
    HttpResponse<String> again = alice.get("sign-in?to=" + Site.segment(page));
    assertEquals(page, again.headers().firstValue("Location").orElse(""), "nothing to sign in to");
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
    assertFalse(alice.get("").body().contains("name=\"display\""));
    assertEquals(303, alice.submit("", "enter", Map.of("room", room)).statusCode());
    assertEquals(name, you(alice).getString("name"));
  }

  @Test
  void theProfileChangesNameColourLanguageAndZone() {
    alice.register(name, "Alice", PASSWORD);
    Map<String, String> wanted =
        Map.of("display", "爱丽丝", "colour", "teal", "language", "zh-Hant", "zone", "Asia/Taipei");
    assertEquals(303, alice.submit("profile", "profile", wanted).statusCode());
    String lobby = alice.get("", "Accept-Language", "en").body();
    assertTrue(lobby.contains("<html lang=\"zh-Hant\" "), lobby);
    assertTrue(lobby.contains(" data-zone=\"Asia/Taipei\">"), lobby);
    assertTrue(lobby.contains("進入聊天室"));
    assertTrue(lobby.contains("class=\"picture teal\" data-initial=\"爱\" aria-hidden=\"true\">"));
    assertEquals("爱丽丝", you(alice).getString("display"));
    try (ChatClient socket = ChatClient.open(alice, "ws/chat/" + room)) {
      socket.send("[{\"type\":\"message\",\"id\":\"e-1\",\"message\":\"\"}]");
      assertEquals("這則訊息沒有文字。", socket.next("error").getString("message"));
    }
    assertTrue(
        alice.asSomebodyElse().get("", "Accept-Language", "en").body().contains("Enter a room"));

    Map<String, String> asTheBrowser =
        Map.of("display", "Alice", "colour", "navy", "language", "", "zone", "");
    alice.submit("profile", "profile", asTheBrowser);
    assertTrue(alice.get("", "Accept-Language", "zh-CN").body().contains("进入聊天室"));
  }

  @Test
  void theChosenColourIsSeenBesideOnesMessagesAndByWhoeverIsHere() {
    alice.register(name, "Alice", PASSWORD);
    alice.submit("profile", "profile", Map.of("display", "Alice", "colour", "teal"));
    Site bob = alice.asSomebodyElse();
    bob.enter("Bob", room);
    try (ChatClient his = ChatClient.open(bob, "ws/chat/" + room);
        ChatClient hers = ChatClient.open(alice, "ws/chat/" + room)) {
      assertFalse(his.next("hello").getJsonObject("you").containsKey("colour"), "none is chosen");
      assertEquals("teal", hers.next("hello").getJsonObject("you").getString("colour"));
      assertEquals("teal", his.next("here").getJsonObject("from").getString("colour"));
      say(alice, "in teal");
      assertEquals("teal", his.next("message").getJsonObject("from").getString("colour"));
      assertEquals("teal", history(bob).get(0).getJsonObject("from").getString("colour"));
      String page = bob.get("chat/" + room + "/").body();
      String picture = "<span class=\"picture teal\" data-initial=\"A\" aria-hidden=\"true\">";
      assertEquals(3, page.split(picture, -1).length, "beside the message and among the people");
    }
  }

  @Test
  void aProfileThatCannotBeIsRefusedAndNothingIsChanged() {
    alice.register(name, "Alice", PASSWORD);
    for (Map<String, String> wrong :
        List.of(
            Map.of("display", ""),
            Map.of("display", "Alice", "colour", "red; background: url(//evil)"),
            Map.of("display", "Alice", "language", "tlh"),
            Map.of("display", "Alice", "zone", "Middle/Earth"))) {
      assertEquals(422, alice.submit("profile", "profile", wrong).statusCode(), wrong.toString());
    }
    assertEquals("Alice", you(alice).getString("display"));
  }

  @Test
  void anAccountKeepsItsNameWhateverAnOldPageOfTheLobbySays() {
    alice.register(name, "Alice", PASSWORD);
    assertEquals(303, alice.enter("Somebody", room).statusCode());
    assertEquals("Alice", you(alice).getString("display"));
  }

  @Test
  void whoHasNoAccountIsLedFromTheProfileToSignIn() {
    alice.enter("Alice", room);
    for (Site site : List.of(alice, alice.asSomebodyElse())) {
      for (String path : List.of("profile", "people")) {
        HttpResponse<String> answer = site.get(path);
        assertEquals(302, answer.statusCode(), path);
        String location = answer.headers().firstValue("Location").orElse("");
        assertTrue(
            location.endsWith("/sign-in?to=" + Site.segment(alice.contextPath() + "/" + path)));
      }
      assertEquals(401, site.submit("", "profile/password", Map.of("new", PASSWORD)).statusCode());
      assertEquals(401, site.submit("", "profile/links", Map.of("uses", "1")).statusCode());
    }
  }

  @Test
  void changingThePasswordEndsTheOtherSessionsAndChangesThisOne() {
    alice.register(name, "Alice", PASSWORD);
    Site phone = alice.asSomebodyElse();
    phone.signIn(name, PASSWORD);
    String before = alice.cookieHeader();
    assertEquals(422, changePassword("wrong horse", "new horse battery").statusCode());
    assertEquals(422, changePassword(PASSWORD, "short").statusCode());
    assertTrue(phone.get("").body().contains("account-profile"));

    assertEquals(303, changePassword(PASSWORD, "new horse battery").statusCode());
    assertTrue(alice.get("").body().contains("account-profile"));
    assertFalse(phone.get("").body().contains("account-profile"));
    assertFalse(
        alice.asSomebodyElse().get("", "Cookie", before).body().contains("account-profile"));
    assertEquals(422, phone.signIn(name, PASSWORD).statusCode());
    assertEquals(303, phone.signIn(name, "new horse battery").statusCode());
  }

  private HttpResponse<String> changePassword(String old, String fresh) {
    return alice.submit("profile", "profile/password", Map.of("old", old, "new", fresh));
  }

  @Test
  void sessionsAreListedAndEachCanBeEndedByItsPersonAlone() {
    alice.register(name, "Alice", PASSWORD);
    Site phone = alice.asSomebodyElse();
    phone.signIn(name, PASSWORD);
    String page = alice.get("profile").body();
    assertTrue(page.contains("This one"));
    List<String> others = values(page, "session");
    assertEquals(1, others.size());

    Site mallory = alice.asSomebodyElse();
    mallory.register("mallory-" + name.substring(6), "Mallory", PASSWORD);
    mallory.submit("profile", "profile/sessions", Map.of("session", others.get(0)));
    assertTrue(phone.get("").body().contains("account-profile"));

    alice.submit("profile", "profile/sessions", Map.of("session", others.get(0)));
    assertFalse(phone.get("").body().contains("account-profile"));
    phone.signIn(name, PASSWORD);
    alice.submit("profile", "profile/sessions", Map.of());
    assertFalse(phone.get("").body().contains("account-profile"));
    assertTrue(alice.get("").body().contains("account-profile"));
  }

  @Test
  void anInvitationLetsAsManyRegisterAsItIsFor() {
    alice.register(name, "Alice", PASSWORD);
    HttpResponse<String> made = alice.submit("profile", "profile/links", Map.of("uses", "2"));
    assertTrue(made.body().contains("<svg class=\"qr\" viewBox=\"0 0 "));
    String path = address(made);
    assertTrue(path.startsWith("invitation/"));
    String suffix = name.substring(6);

    Site bob = alice.asSomebodyElse();
    assertTrue(bob.get(path).body().contains("Alice invites you to Warren."));
    assertEquals(422, invited(bob, path, name).statusCode(), "a taken name uses nothing up");
    assertEquals(303, invited(bob, path, "bob-" + suffix).statusCode());
    assertTrue(alice.get("profile").body().contains("can be used once"));
    assertEquals(303, invited(alice.asSomebodyElse(), path, "carol-" + suffix).statusCode());
    assertEquals(410, alice.asSomebodyElse().get(path).statusCode());
    assertEquals(410, bob.submit("", path, Map.of("handle", "dan")).statusCode());
    assertEquals(410, bob.get("invitation/" + "A".repeat(43)).statusCode());
    assertEquals(422, alice.submit("profile", "profile/links", Map.of("uses", "101")).statusCode());
  }

  private static HttpResponse<String> invited(Site site, String path, String handle) {
    return site.submit(path, path, Map.of("handle", handle, "password", PASSWORD));
  }

  @Test
  void aLinkThatIsTakenBackDoesNothingAnyMore() {
    alice.register(name, "Alice", PASSWORD);
    String path = address(alice.submit("profile", "profile/links", Map.of("uses", "2")));
    String number = values(alice.get("profile").body(), "revoke").get(0);
    Site mallory = alice.asSomebodyElse();
    mallory.register("mallory-" + name.substring(6), "Mallory", PASSWORD);
    mallory.submit("profile", "profile/links", Map.of("revoke", number));
    assertEquals(200, alice.asSomebodyElse().get(path).statusCode(), "only its maker can");
    alice.submit("profile", "profile/links", Map.of("revoke", number));
    assertEquals(410, alice.asSomebodyElse().get(path).statusCode());
  }

  @Test
  void aSignInLinkSignsInOnceAndNotByBeingLookedAt() {
    alice.register(name, "Alice", PASSWORD);
    String path = address(alice.submit("profile", "profile/links", Map.of()));
    assertTrue(path.startsWith("sign-in-link/"));
    Site phone = alice.asSomebodyElse();
    assertEquals(200, alice.asSomebodyElse().get(path).statusCode());
    assertEquals(303, phone.submit(path, path, Map.of()).statusCode());
    assertEquals(name, you(phone).getString("name"));
    assertEquals(
        422,
        phone.submit("profile", "profile/password", Map.of("new", "new horse")).statusCode(),
        "the old password is still asked for");
    Site mallory = alice.asSomebodyElse();
    assertEquals(410, mallory.get(path).statusCode());
    assertEquals(410, mallory.submit("", path, Map.of()).statusCode());
  }

  @Test
  void onlyAdministratorsSeeThePeople() {
    alice.register(name, "Alice", PASSWORD);
    assertEquals(403, alice.get("people").statusCode());
    assertEquals(
        403, alice.submit("profile", "people", Map.of("person", "1", "act", "link")).statusCode());
    assertFalse(alice.get("").body().contains("/people"));
  }

  @Test
  void theWordsOfADeletedAccountCanStay() {
    alice.register(name, "Alice", PASSWORD);
    say(alice, "these words stay");
    assertEquals(422, delete("wrong horse", "stay").statusCode());
    assertEquals(303, delete(PASSWORD, "stay").statusCode());
    assertTrue(alice.cookie("warren").isEmpty());
    assertEquals(422, alice.signIn(name, PASSWORD).statusCode());

    JsonObject from = history(alice).get(0).getJsonObject("from");
    assertTrue(from.getString("name").startsWith("deleted-"));
    assertEquals("Deleted account", from.getString("display"));
    String page = alice.get("chat/" + room + "/", "Accept-Language", "zh-CN").body();
    assertTrue(page.contains("these words stay") && page.contains(">已注销的账号<"));
    assertFalse(page.contains("Alice"));
    assertEquals(303, alice.asSomebodyElse().register(name, "New", PASSWORD).statusCode());
  }

  @Test
  void aDeletedAccountIsNobodysContactAndTakesNoMessages() {
    Guest bob = Guest.called("Bob", alice, room);
    alice.register(name, "Alice", PASSWORD);
    assertEquals("ok", bob.api("@" + name, "{\"message\":\"hello\"}"));
    alice.postJson("api/contacts/" + bob.handle(), "{\"act\":\"ask\"}", alice.origin());
    bob.site().postJson("api/contacts/" + name, "{\"act\":\"accept\"}", bob.site().origin());
    assertTrue(bob.site().get("contacts").body().contains("Alice"));
    assertEquals(303, delete(PASSWORD, "stay").statusCode());
    assertTrue(bob.site().get("contacts").body().contains("You have no contacts yet."));
    Matcher key = Pattern.compile("/chat/(@deleted-\\d+)/").matcher(bob.site().get("").body());
    assertTrue(key.find(), "the conversation stays to be read");
    assertTrue(bob.page(key.group(1)).body().contains("hello"));
    assertEquals("not-taking-messages", bob.api(key.group(1), "{\"message\":\"still there?\"}"));
  }

  @Test
  void aRoomOfADeletedAccountGetsAnotherOwner() {
    Guest bob = Guest.called("Bob", alice, room);
    alice.register(name, "Alice", PASSWORD);
    Guest owner = new Guest(alice, name);
    String attic = owner.makePrivate("The attic");
    for (String event :
        List.of(
            "{\"type\":\"invite\",\"name\":\"" + bob.handle() + "\"}", "{\"message\":\"hi\"}")) {
      assertEquals("ok", owner.api(attic, event));
    }
    try (ChatClient socket = bob.socket(attic)) {
      assertEquals(303, delete(PASSWORD, "stay").statusCode());
      JsonObject heir = socket.next(event -> event.getString("change", "").equals("role"));
      assertEquals("owner", heir.getString("role"));
      assertEquals(bob.handle(), heir.getJsonObject("person").getString("name"));
      socket.next(event -> event.getString("change", "").equals("left"));
    }
    assertEquals("ok", bob.api(attic, "{\"type\":\"room\",\"topic\":\"mine now\"}"));
    String chinese = bob.site().get("chat/" + attic + "/", "Accept-Language", "zh-CN").body();
    assertTrue(chinese.contains("已注销的账号") && !chinese.contains("Deleted account"), chinese);
  }

  @Test
  void theWordsOfADeletedAccountCanGoBeforeEverybodysEyes() {
    Site bob = alice.asSomebodyElse();
    bob.enter("Bob", room);
    alice.register(name, "Alice", PASSWORD);
    say(alice, "one");
    say(bob, "mine");
    say(alice, "two");
    try (ChatClient socket = ChatClient.open(bob, "ws/chat/" + room)) {
      assertEquals(303, delete(PASSWORD, "go").statusCode());
      socket.next("delete");
      socket.next("delete");
    }
    List<JsonObject> left = history(bob).stream().filter(e -> e.containsKey("message")).toList();
    assertEquals(List.of("mine"), left.stream().map(e -> e.getString("message")).toList());
  }

  private HttpResponse<String> delete(String password, String messages) {
    return alice.submit(
        "profile", "profile/delete", Map.of("password", password, "messages", messages));
  }

  private String address(HttpResponse<String> page) {
    Matcher address = Pattern.compile("id=\"address\">([^<]+)<").matcher(page.body());
    assertTrue(address.find(), page.body());
    String base = alice.uri("").toString();
    assertTrue(address.group(1).startsWith(base), address.group(1));
    return address.group(1).substring(base.length());
  }

  private static List<String> values(String page, String name) {
    return Pattern.compile("name=\"" + name + "\" value=\"(\\d+)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
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
