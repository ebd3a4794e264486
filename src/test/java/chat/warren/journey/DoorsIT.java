package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Rooms with doors: who is in, who is kept out, and how soon it counts. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DoorsIT {
  /** A second by contract, and what a busy machine may need on top. */
  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @ArquillianResource private URL url;

  private String room;
  private Guest alice;
  private Guest bob;
  private Guest mallory;

  /** Alice comes first, so the room is hers. */
  @BeforeEach
  void alicesRoom() {
    room = "doors-" + UUID.randomUUID();
    Site anybody = Site.at(url);
    alice = Guest.called("Alice", anybody, room);
    bob = Guest.called("Bob", anybody, room);
    mallory = Guest.called("Mallory", anybody, room);
  }

  @Test
  void peopleJoinAndLeaveAndEverybodySeesItAsALine() {
    try (ChatClient a = alice.socket(room)) {
      assertEquals("ok", bob.api(room, "{\"type\":\"join\",\"id\":\"j\"}"));
      JsonObject joined = a.next("member");
      assertEquals("joined", joined.getString("change"));
      assertEquals("Bob", joined.getJsonObject("person").getString("display"));
      assertEquals(bob.handle(), joined.getJsonObject("from").getString("name"));
      assertEquals(1, joined.getInt("seq"));
      assertFalse(joined.containsKey("id"));
      assertEquals("already-a-member", bob.api(room, "{\"type\":\"join\"}"));
      assertTrue(own(bob).contains(room));

      assertEquals("ok", bob.api(room, "{\"type\":\"leave\"}"));
      assertEquals("left", a.next("member").getString("change"));
      assertEquals("not-a-member", bob.api(room, "{\"type\":\"leave\"}"));
      assertFalse(own(bob).contains(room));
      assertEquals("ok", bob.api(room, "{\"message\":\"I can still speak\"}"));
    }
    String page = mallory.page(room).body();
    assertTrue(page.contains("Bob joined.") && page.contains("Bob left."), page);
    assertTrue(page.indexOf("Bob left.") < page.indexOf("I can still speak"));
  }

  @Test
  void aMeasureOverASocketIsAcknowledgedAndRepeatedSafely() {
    try (ChatClient a = alice.socket(room)) {
      String mute = "{\"type\":\"mute\",\"id\":\"m\",\"name\":\"" + bob.handle() + "\"}";
      a.send(mute);
      JsonObject own = a.next("member");
      assertEquals("m", own.getString("id"));
      assertEquals("muted", own.getString("change"));
      a.send(mute);
      assertEquals(own, a.next("member"));
      a.send("{\"type\":\"mute\",\"id\":\"n\",\"name\":\"nobody\"}");
      assertEquals("no-such-person", a.next("error").getString("code"));
    }
    assertEquals("muted", bob.api(room, "{\"message\":\"psst\"}"));
    assertEquals("ok", alice.api(room, measure("unmute", bob)));
    assertEquals("ok", bob.api(room, "{\"message\":\"at last\"}"));
  }

  @Test
  void theRoomsSettingsAreAnEventAndInForceAtOnce() {
    try (ChatClient b = bob.socket(room)) {
      String to =
          "{\"type\":\"room\",\"title\":\"Tea & cake\",\"topic\":\"<b>all</b>\",\"readOnly\":true}";
      assertEquals("ok", alice.api(room, to));
      JsonObject event = b.next("room");
      assertEquals("Tea & cake", event.getString("title"));
      assertEquals("<b>all</b>", event.getString("topic"));
      assertTrue(event.getBoolean("readOnly"));
      assertFalse(event.containsKey("slow") || event.containsKey("archived"));
      b.say("b-1", "may I?");
      assertEquals("read-only", b.next("error").getString("code"));
    }
    assertEquals("ok", alice.api(room, "{\"message\":\"I may\"}"));
    String page = bob.page(room).body();
    assertTrue(page.contains("Tea &amp; cake") && page.contains("&lt;b&gt;all&lt;/b&gt;"), page);
    assertTrue(page.contains("Only moderators can write in this room."), page);
    assertTrue(Pattern.compile("<form id=\"composer\"[^>]* hidden>").matcher(page).find(), page);
    String lobby = bob.site().get("").body();
    assertTrue(lobby.contains("Tea &amp; cake") && lobby.contains("&lt;b&gt;all&lt;/b&gt;"));
  }

  @Test
  void slowModeSaysHowLongAndIsWorthTryingAgain() {
    assertEquals("ok", alice.api(room, "{\"type\":\"room\",\"slow\":600}"));
    assertEquals("ok", bob.api(room, "{\"id\":\"s-1\",\"message\":\"one\"}"));
    HttpResponse<String> refused = bob.post(room, "{\"id\":\"s-2\",\"message\":\"two\"}");
    assertEquals(429, refused.statusCode());
    JsonObject error = ChatClient.parse(refused.body()).get(0);
    assertEquals("slow-mode", error.getString("code"));
    assertTrue(error.getBoolean("retry"));
    assertEquals(200, bob.post(room, "{\"id\":\"s-1\",\"message\":\"one\"}").statusCode());
    assertEquals("ok", alice.api(room, "{\"message\":\"owners\"}"));
    assertEquals("ok", alice.api(room, "{\"message\":\"need not wait\"}"));
  }

  @Test
  void aBanClosesTheOpenSocketsWithinASecondAndOthersStay() {
    try (ChatClient first = mallory.socket(room);
        ChatClient second = mallory.socket(room);
        ChatClient b = bob.socket(room)) {
      Instant began = Instant.now();
      String end = Instant.now().plus(Duration.ofHours(1)).toString();
      assertEquals("ok", alice.api(room, measure("ban", mallory, "until", end)));
      assertEquals(4003, first.closeCodeSoonAfter(began));
      assertEquals(4003, second.closeCodeSoonAfter(began));
      assertEquals("banned", b.next("member").getString("change"));
      assertTrue(b.isOpen());
      b.eventsUntilNow();
    }
    assertEquals(403, mallory.handshake(room));
    assertEquals("banned", mallory.api(room, "{\"message\":\"let me in\"}"));
    assertEquals(403, mallory.history(room).statusCode());
    HttpResponse<String> page = mallory.page(room);
    assertEquals(403, page.statusCode());
    assertTrue(page.body().contains("You are banned from this room until 2"), page.body());
    assertEquals("ok", alice.api(room, measure("unban", mallory)));
    assertEquals(101, mallory.handshake(room));
  }

  @Test
  void aBanEndsByItself() {
    String end = Instant.now().plusMillis(1_500).toString();
    assertEquals("ok", alice.api(room, measure("ban", mallory, "until", end)));
    assertEquals(403, mallory.handshake(room));
    Instant giveUp = Instant.now().plusSeconds(10);
    while (mallory.history(room).statusCode() == 403 && Instant.now().isBefore(giveUp)) {
      Thread.onSpinWait();
    }
    assertEquals(101, mallory.handshake(room));
  }

  @Test
  void aRemovalClosesTheOpenSocketsWithinASecondAndOthersStay() {
    assertEquals("ok", mallory.api(room, "{\"type\":\"join\"}"));
    try (ChatClient m = mallory.socket(room);
        ChatClient b = bob.socket(room)) {
      Instant began = Instant.now();
      assertEquals("ok", alice.api(room, measure("remove", mallory)));
      assertEquals(4004, m.closeCodeSoonAfter(began));
      assertEquals("removed", b.next("member").getString("change"));
      b.eventsUntilNow();
    }
  }

  @Test
  void aRemovalFromAPrivateRoomClosesTheSocketsAndTheRoomIsGoneForThatPerson() {
    String attic = alice.makePrivate("The attic");
    assertEquals("ok", alice.api(attic, measure("invite", bob)));
    assertEquals("ok", alice.api(attic, measure("invite", mallory)));
    try (ChatClient m = mallory.socket(attic);
        ChatClient b = bob.socket(attic)) {
      Instant began = Instant.now();
      assertEquals("ok", alice.api(attic, measure("remove", mallory)));
      assertEquals(4004, m.closeCodeSoonAfter(began));
      assertEquals("removed", b.next("member").getString("change"));
      b.eventsUntilNow();
    }
    assertEquals(404, mallory.handshake(attic));
    assertEquals("no-such-room", mallory.api(attic, "{\"message\":\"hello?\"}"));
  }

  @Test
  void anArchivedRoomClosesAllSocketsWithinASecondAndIsReadableHistory() {
    assertEquals("ok", bob.api(room, "{\"message\":\"for the record\"}"));
    try (ChatClient a = alice.socket(room);
        ChatClient m = mallory.socket(room)) {
      Instant began = Instant.now();
      assertEquals("ok", alice.api(room, "{\"type\":\"room\",\"archived\":true}"));
      assertEquals(4005, a.closeCodeSoonAfter(began));
      assertEquals(4005, m.closeCodeSoonAfter(began));
    }
    assertEquals(403, alice.handshake(room));
    assertEquals(403, mallory.handshake(room));
    assertEquals("room-archived", bob.api(room, "{\"message\":\"too late\"}"));
    assertTrue(mallory.history(room).body().contains("for the record"));
    String page = mallory.page(room).body();
    assertTrue(page.contains("for the record") && page.contains("Alice archived the room."), page);
    assertTrue(page.contains("data-closed") && !page.contains("id=\"composer\""));
    assertFalse(alice.site().get("").body().contains(room), "archived rooms are not listed");
    assertEquals("ok", alice.api(room, "{\"type\":\"room\",\"archived\":false}"));
    assertEquals(101, mallory.handshake(room));
  }

  @Test
  void aWaitingRequestOfWhoIsBannedGetsTheRefusalAndNotTheNews() {
    String waiting = "api/rooms/" + room + "/messages?since=0&wait=25";
    CompletableFuture<HttpResponse<String>> news =
        CompletableFuture.supplyAsync(() -> mallory.site().get(waiting));
    assertEquals("ok", alice.api(room, measure("ban", mallory)));
    HttpResponse<String> answer = news.join();
    assertEquals(403, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"banned\""), answer.body());
  }

  @Test
  void aPrivateRoomIsLikeNoRoomForOutsiders() {
    String attic = alice.makePrivate("The attic " + room);
    assertEquals("ok", alice.api(attic, "{\"message\":\"only for us\"}"));
    String nowhere = "~" + "x".repeat(43);
    Guest stranger = new Guest(Site.at(url).asSomebodyElse(), null);
    for (Guest outsider : List.of(bob, stranger)) {
      same(outsider, attic, nowhere, "chat/%s/");
      same(outsider, attic, nowhere, "chat/%s");
      same(outsider, attic, nowhere, "chat/%s/settings");
      same(outsider, attic, nowhere, "api/rooms/%s/messages");
      same(outsider, attic, nowhere, "api/rooms/%s/messages?since=0");
      same(outsider, attic, nowhere, "api/rooms/%s/messages?since=9&wait=1");
      assertEquals(404, outsider.handshake(attic));
      assertEquals(404, outsider.handshake(nowhere));
      assertFalse(outsider.site().get("").body().contains("The attic"));
      assertFalse(outsider.site().get("api/rooms").body().contains("The attic"));
    }
    for (String event :
        List.of(
            "{\"message\":\"hello?\"}",
            "{\"type\":\"join\"}",
            "{\"type\":\"leave\"}",
            "{\"type\":\"react\",\"seq\":1,\"emoji\":\"x\"}",
            "{\"type\":\"room\",\"title\":\"mine\"}",
            "{\"type\":\"dance\"}",
            measure("ban", alice),
            "{")) {
      assertEquals(
          shape(bob.post(nowhere, event), nowhere), shape(bob.post(attic, event), attic), event);
    }
    for (String type : List.of("message", "join", "ban", "room")) {
      Map<String, String> fields = Map.of("name", alice.handle(), "message", "hello?");
      assertEquals(
          shape(bob.form(nowhere, type, fields), nowhere),
          shape(bob.form(attic, type, fields), attic),
          type);
    }
    assertEquals(
        shape(bob.site().enter("Bob", nowhere), nowhere),
        shape(bob.site().enter("Bob", attic), attic));
  }

  @Test
  void membersSeeTheirPrivateRoomsInTheLobbyWithALock() {
    String title = "Attic " + room;
    HttpResponse<String> made =
        alice
            .site()
            .submit("", "enter", Map.of("display", "Alice", "room", title, "private", "on"));
    assertEquals(303, made.statusCode());
    String path = made.headers().firstValue("Location").orElseThrow();
    assertTrue(path.contains("/chat/~"), path);
    String key = path.substring(path.indexOf('~'), path.length() - 1);
    String lobby = alice.site().get("").body();
    assertTrue(lobby.contains(title) && lobby.contains("Private room"), lobby);
    assertTrue(alice.page(key).body().contains(title));
    try (ChatClient a = alice.socket(key)) {
      a.say("a-1", "just us");
      assertEquals(1, a.next("message").getInt("seq"));
    }
    assertTrue(own(alice).contains(title));
    assertEquals(
        422,
        alice
            .site()
            .submit("", "enter", Map.of("display", "Alice", "room", " ", "private", "on"))
            .statusCode());
  }

  @Test
  void everythingWorksByTheFormsOfTheSettingsPage() {
    Map<String, String> from = Map.of("from", "settings");
    assertEquals(303, bob.form(room, "join", from).statusCode());
    String page = alice.settings(room).body();
    assertTrue(page.contains("@" + bob.handle()), page);
    form("role", Map.of("name", "@" + bob.handle(), "role", "moderator"));
    form("mute", Map.of("name", mallory.handle(), "for", "PT1H"));
    form("ban", Map.of("name", mallory.handle(), "for", ""));
    form("room", Map.of("topic", "all about tea"));
    form("room", Map.of("slow", "9"));
    form("room", Map.of("readOnly", "true"));
    form("room", Map.of("title", "Tea room"));
    page = alice.settings(room).body();
    for (String shown :
        List.of("Moderator", "Muted", "Banned", "all about tea", "value=\"9\"", "Tea room")) {
      assertTrue(page.contains(shown), shown);
    }
    assertTrue(page.contains("Everybody writes"));
    form("unban", Map.of("name", mallory.handle()));
    form("unmute", Map.of("name", mallory.handle()));
    form("invite", Map.of("name", mallory.handle()));
    form("remove", Map.of("name", mallory.handle()));
    form("room", Map.of("archived", "true"));
    form("room", Map.of("archived", "false"));
    HttpResponse<String> wrong =
        alice.form(room, "ban", Map.of("name", "nobody", "for", "", "from", "settings"));
    assertEquals(404, wrong.statusCode());
    assertTrue(wrong.body().contains("There is nobody of that name."), wrong.body());
    assertTrue(wrong.body().contains("id=\"members\""));
    assertFalse(mallory.settings(room).body().contains("data-type=\"ban\""));
  }

  @Test
  void whoLeavesAPrivateRoomByItsPageFindsThemselvesInTheLobby() {
    String attic = alice.makePrivate("The attic");
    assertEquals("ok", alice.api(attic, measure("invite", bob)));
    HttpResponse<String> left = bob.form(attic, "leave", Map.of("from", "settings"));
    assertEquals(303, left.statusCode());
    assertEquals(
        alice.site().contextPath() + "/", left.headers().firstValue("Location").orElse(""));
    assertEquals(404, bob.page(attic).statusCode());
    assertEquals("last-owner", alice.api(attic, "{\"type\":\"leave\"}"));
  }

  @Test
  void historyOverHttpHasTheChangesBesideTheMessages() {
    alice.api(room, "{\"message\":\"one\"}");
    bob.api(room, "{\"type\":\"join\",\"id\":\"j\"}");
    JsonObject page = ChatClient.parse(bob.history(room).body()).get(0);
    assertEquals(1, page.getJsonArray("entries").size());
    JsonObject change = page.getJsonArray("changes").getJsonObject(0);
    assertEquals("joined", change.getString("change"));
    assertEquals("j", change.getString("id"));
    JsonObject log =
        ChatClient.parse(alice.site().get("api/rooms/" + room + "/messages?since=0").body()).get(0);
    assertEquals(
        List.of("message", "member"),
        log.getJsonArray("entries").getValuesAs(JsonObject.class).stream()
            .map(entry -> entry.getString("type"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"ban","name":"nobody"}                     | no-such-person
          {"type":"ban"}                                     | no-such-person
          {"type":"room"}                                    | nothing-to-change
          {"type":"room","title":" "}                        | bad-title
          {"type":"room","slow":-1}                          | bad-slow
          {"type":"room","slow":"fast"}                      | not-json
          {"type":"room","archived":"yes"}                   | not-json
          {"type":"leave"}                                   | last-owner
          {"type":"dance"}                                   | unknown-type
          """)
  void whatMakesNoSenseIsRefusedAndNothingIsStored(String event, String code) {
    assertEquals(code, alice.api(room, event));
    assertTrue(alice.history(room).body().contains("\"head\":0"));
  }

  private void form(String type, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("from", "settings");
    HttpResponse<String> answer = alice.form(room, type, all);
    assertEquals(303, answer.statusCode(), type + ": " + answer.body());
    assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/settings"));
  }

  private static String own(Guest guest) {
    String listing = guest.site().get("api/rooms").body();
    return listing.substring(listing.indexOf("\"own\""));
  }

  private static void same(Guest reader, String room, String nowhere, String path) {
    assertEquals(
        shape(reader.site().get(path.formatted(nowhere)), nowhere),
        shape(reader.site().get(path.formatted(room)), room),
        path);
  }

  /** All that an answer tells, but for the key that the question named. */
  private static String shape(HttpResponse<String> answer, String key) {
    return (answer.statusCode() + " " + headers(answer) + " " + answer.body())
        .replace(key.substring(1), "{key}")
        .replaceAll("name=\"csrf\" value=\"[^\"]+\"", "")
        .replaceAll("warren(-form)?=[^;]+", "");
  }

  private static Map<String, List<String>> headers(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    headers.remove("Date");
    return headers;
  }

  private static String measure(String type, Guest person, String... more) {
    StringBuilder json = new StringBuilder("{\"type\":\"" + type + "\",\"name\":\"");
    json.append(person.handle()).append('"');
    for (int i = 0; i < more.length; i += 2) {
      json.append(",\"").append(more[i]).append("\":\"").append(more[i + 1]).append('"');
    }
    return json.append('}').toString();
  }
}
