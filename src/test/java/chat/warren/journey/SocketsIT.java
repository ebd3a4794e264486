package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people and programs do over sockets. */
class SocketsIT extends TwoInARoom {
  @Test
  void whatAliceSaysReachesBobAndComesBackToHerAsTheAcknowledgement() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient b = ChatClient.open(bob, path)) {
      a.next("hello");
      b.next("hello");
      a.say("m-1", "Good morning, \"Bob\" <b>!</b> 早上好 👋");

      JsonObject own = a.next("message");
      assertEquals("m-1", own.getString("id"));
      assertEquals(1, own.getInt("seq"));
      JsonObject heard = b.next("message");
      assertEquals("Good morning, \"Bob\" <b>!</b> 早上好 👋", heard.getString("message"));
      assertEquals("Alice", heard.getJsonObject("from").getString("display"));
      assertEquals(1, heard.getInt("seq"));
      assertTrue(
          heard.getString("at").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
      assertFalse(heard.containsKey("id"), "the id is between Alice and the server");
    }
  }

  @Test
  void helloTellsTheRoomWhoIAmWhoIsHereAndTheLimits() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient b = ChatClient.open(bob, path)) {
      JsonObject hello = a.next("hello");
      assertEquals("warren.v1", a.subprotocol());
      assertEquals(room, hello.getString("room"));
      assertEquals("Alice", hello.getJsonObject("you").getString("display"));
      assertEquals(0, hello.getInt("head"));
      assertEquals(8000, hello.getJsonObject("limits").getInt("text"));
      assertEquals(64, hello.getJsonObject("limits").getInt("id"));
      assertEquals(65536, hello.getJsonObject("limits").getInt("frame"));
      assertEquals(List.of("Alice", "Bob"), people(b.next("hello")));
    }
  }

  @Test
  void peopleSeeWhoComesAndWhoGoesAndAPersonWithTwoWindowsIsOnePerson() {
    try (ChatClient a = ChatClient.open(alice, path)) {
      a.next("hello");
      ChatClient first = ChatClient.open(bob, path);
      assertEquals("Bob", a.next("here").getJsonObject("from").getString("display"));
      ChatClient second = ChatClient.open(bob, path);
      second.next("hello");
      first.close();
      first.closeCode();
      assertEquals(List.of(), a.eventsUntilNow());
      second.close();
      assertEquals("Bob", a.next("gone").getJsonObject("from").getString("display"));
    }
  }

  @Test
  void roomsNeverHearEachOther() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient b = ChatClient.open(bob, path + "-other")) {
      a.next("hello");
      b.next("hello");
      a.say("m-1", "only here");
      a.next("message");
      assertEquals(List.of(), b.eventsUntilNow());
    }
  }

  @Test
  void anyUnicodeNameIsARoomWithAndWithoutTheSlashAtTheEnd() {
    for (String name :
        List.of(
            "茶馆 " + UUID.randomUUID(),
            "👩‍👩‍👧 " + UUID.randomUUID(),
            "a;b%+&=" + UUID.randomUUID())) {
      String segment = Site.segment(name);
      try (ChatClient a = ChatClient.open(alice, "ws/chat/" + segment);
          ChatClient b = ChatClient.open(bob, "ws/chat/" + segment + "/")) {
        assertEquals(name, a.next("hello").getString("room"));
        assertEquals(name, b.next("hello").getString("room"));
        a.say(UUID.randomUUID().toString(), "你好");
        assertEquals("你好", b.next("message").getString("message"));
      }
    }
  }

  @Test
  void thePlainDialectHasOneObjectAFrameAndOnlyNewMessages() {
    try (ChatClient a = ChatClient.open(alice, path)) {
      a.next("hello");
      a.say("m-1", "before");
      a.next("message");
      try (ChatClient plain = ChatClient.openPlain(alice, path + "/")) {
        a.next("here");
        a.send(
            """
            [{"type":"message","id":"m-2","message":"one"},
             {"type":"message","id":"m-3","message":"two"}]""");
        assertEquals("", plain.subprotocol());
        JsonObject one = ChatClient.parse(plain.frame()).get(0);
        assertEquals("one", one.getString("message"));
        assertEquals("Alice", one.getJsonObject("from").getString("display"));
        String second = plain.frame();
        assertTrue(second.startsWith("{"), second);
        assertEquals("two", ChatClient.parse(second).get(0).getString("message"));
      }
    }
  }

  /** As the tutorials have it: JSON.parse(e.data)['message'], and nothing asked for. */
  @Test
  void theTutorialsClientWorksWithoutAChange() {
    try (ChatClient watcher = ChatClient.open(alice, path);
        ChatClient tutorial = ChatClient.openPlain(alice, path + "/");
        ChatClient other = ChatClient.openPlain(alice, path + "/")) {
      watcher.next("here");
      watcher.next("here");
      tutorial.send("{\"message\": \"hello from 2018\"}");
      assertEquals("hello from 2018", ChatClient.parse(other.frame()).get(0).getString("message"));
      assertEquals(
          "hello from 2018", ChatClient.parse(tutorial.frame()).get(0).getString("message"));
      other.send("{\"message\": \"and back\"}");
      assertEquals("and back", ChatClient.parse(tutorial.frame()).get(0).getString("message"));
    }
  }

  @Test
  void aSocketWithoutASessionIsANewGuestWhomItsCookieMakesTheSameNextTime() {
    Site stranger = alice.asSomebodyElse();
    String name;
    try (ChatClient first = ChatClient.open(stranger, path)) {
      JsonObject you = first.next("hello").getJsonObject("you");
      name = you.getString("name");
      assertTrue(you.getString("display").matches("Guest-[0-9a-f]{4,}"), you.toString());
    }
    assertTrue(stranger.cookie("warren").orElseThrow().isHttpOnly());
    try (ChatClient second = ChatClient.open(stranger, path);
        ChatClient other = ChatClient.open(alice.asSomebodyElse(), path)) {
      assertEquals(name, second.next("hello").getJsonObject("you").getString("name"));
      assertNotEquals(name, other.next("hello").getJsonObject("you").getString("name"));
    }
  }

  @Test
  void aRepeatedMessageGetsItsFirstAcknowledgementAndStandsThereOnce() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient b = ChatClient.open(bob, path)) {
      b.next("hello");
      a.say("m-1", "once");
      JsonObject first = a.next("message");
      a.say("m-1", "once");
      assertEquals(first, a.next("message"));
      b.next("message");
      assertEquals(List.of(), b.eventsUntilNow());
      a.say("m-1", "something else");
      assertEquals("id-reused", a.next("error").getString("code"));
      b.say("m-1", "my own m-1");
      assertEquals(2, b.next("message").getInt("seq"));
    }
  }

  @Test
  void sinceBringsAllThatCameAfterItInOrderAndThenTheLiveOnes() {
    try (ChatClient a = ChatClient.open(alice, path)) {
      sayMany(a, 1, 300);
      try (ChatClient b = ChatClient.open(bob, path + "/?since=20")) {
        assertEquals(300, b.next("hello").getInt("head"));
        for (int seq = 21; seq <= 300; seq++) {
          JsonObject entry = b.next("message");
          assertEquals(seq, entry.getInt("seq"));
          assertEquals("message " + seq, entry.getString("message"));
        }
        a.say("live", "now");
        assertEquals(301, b.next("message").getInt("seq"));
      }
    }
  }

  @Test
  void whatTheServerKeepsNoMoreInMemoryComesFromTheStore() {
    try (ChatClient a = ChatClient.open(alice, path)) {
      sayMany(a, 1, 900);
    }
    try (ChatClient a = ChatClient.open(alice, path + "?since=0");
        ChatClient plain = ChatClient.openPlain(alice, path + "?since=890")) {
      for (int seq = 1; seq <= 900; seq++) {
        JsonObject entry = a.next("message");
        assertEquals(seq, entry.getInt("seq"));
        assertEquals("id-" + seq, entry.getString("id"), "her own, so with the id");
      }
      for (int seq = 891; seq <= 900; seq++) {
        assertEquals(seq, ChatClient.parse(plain.frame()).get(0).getInt("seq"));
      }
    }
  }

  /** As the page does it: whatever was not acknowledged goes out again right after the hello. */
  @Test
  void whatIsSentAgainWhileTheLogIsCaughtUpLeavesNoHoleBeforeItsAcknowledgement() {
    try (ChatClient a = ChatClient.open(alice, path)) {
      sayMany(a, 1, 900);
    }
    try (ChatClient a = ChatClient.open(alice, path + "?since=0")) {
      a.say("id-900", "message 900");
      for (int seq = 1; seq <= 900; seq++) {
        assertEquals(seq, a.next("message").getInt("seq"));
      }
      assertEquals("id-900", a.next("message").getString("id"), "the first acknowledgement again");
      assertEquals(List.of(), a.eventsUntilNow());
    }
  }

  @Test
  void whoIsTooFarBehindOrAheadOfTheLogGetsAResetWithTheNewestPage() {
    try (ChatClient a = ChatClient.open(alice, path)) {
      sayMany(a, 1, 1_005);
      for (String since : List.of("0", "1006", "99999999999", "-1", "x")) {
        try (ChatClient b = ChatClient.open(bob, path + "?since=" + since)) {
          JsonObject reset = b.next("reset");
          assertEquals(1_005, reset.getInt("head"));
          List<JsonObject> page = reset.getJsonArray("entries").getValuesAs(JsonObject.class);
          assertEquals(50, page.size());
          assertEquals(956, page.get(0).getInt("seq"));
          assertEquals(1_005, page.get(49).getInt("seq"));
          assertFalse(page.get(0).containsKey("id"));
        }
      }
      try (ChatClient b = ChatClient.open(bob, path + "?since=x")) {
        assertEquals("bad-since", b.next("error").getString("code"));
      }
      a.say("after", "goes on");
      assertEquals(1_006, a.next("message").getInt("seq"));
    }
  }

  @Test
  void editsDeletionsReactionsAndRepliesAreEntriesLiveAndOnResume() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient b = ChatClient.open(bob, path)) {
      b.next("hello");
      a.say("m-1", "secret plan").next("message");
      b.next("message");
      b.send("[{\"id\":\"b-1\",\"message\":\"I see\",\"replyTo\":1}]");
      assertEquals(1, a.next(event -> event.getInt("seq", 0) == 2).getInt("replyTo"));
      a.send("[{\"type\":\"edit\",\"id\":\"m-2\",\"seq\":1,\"message\":\"better plan\"}]");
      JsonObject edit = b.next("edit");
      assertEquals(3, edit.getInt("seq"));
      assertEquals(1, edit.getInt("target"));
      assertEquals("better plan", edit.getString("message"));
      assertEquals("m-2", a.next("edit").getString("id"));
      b.send("[{\"type\":\"react\",\"id\":\"b-2\",\"seq\":1,\"emoji\":\"👍\",\"on\":true}]");
      JsonObject react = a.next("react");
      assertEquals("👍", react.getString("emoji"));
      assertTrue(react.getBoolean("on"));
      String before = alice.get("chat/" + room + "/").body();
      assertTrue(before.contains("better plan") && before.contains("👍"), before);
      a.send("[{\"type\":\"delete\",\"id\":\"m-3\",\"seq\":1}]");
      assertEquals(1, b.next("delete").getInt("target"));

      b.send("[{\"type\":\"delete\",\"id\":\"b-3\",\"seq\":1}]");
      assertEquals("not-yours", b.next("error").getString("code"));
      b.send("[{\"type\":\"react\",\"id\":\"b-4\",\"seq\":99,\"emoji\":\"👍\"}]");
      assertEquals("no-such-message", b.next("error").getString("code"));
      b.send("[{\"type\":\"react\",\"id\":\"b-5\",\"seq\":2,\"emoji\":\" \"}]");
      assertEquals("bad-emoji", b.next("error").getString("code"));
    }
    try (ChatClient late = ChatClient.open(bob, path + "?since=0")) {
      late.next("hello");
      List<JsonObject> log =
          IntStream.rangeClosed(1, 5)
              .mapToObj(seq -> late.next(event -> event.getInt("seq", 0) == seq))
              .toList();
      assertEquals(
          List.of("message", "message", "edit", "react", "delete"),
          log.stream().map(event -> event.getString("type")).toList());
      assertFalse(log.toString().contains("plan"), "a deleted text is in no later history");
      assertTrue(log.get(0).getBoolean("deleted"));
    }
    String page = alice.get("chat/" + room + "/").body();
    assertFalse(page.contains("plan"));
    assertTrue(page.contains("is-deleted") && page.contains("I see"));
  }

  @Test
  void aDeletedTextIsNotInTheServersMemoryForThoseWhoResume() {
    try (ChatClient a = ChatClient.open(alice, path)) {
      a.say("m-1", "secret").next("message");
      a.send("[{\"type\":\"delete\",\"id\":\"m-2\",\"seq\":1}]").next("delete");
      try (ChatClient late = ChatClient.open(bob, path + "?since=0")) {
        late.next("hello");
        assertTrue(late.next("message").getBoolean("deleted"));
        assertEquals(2, late.next("delete").getInt("seq"));
      }
    }
  }

  @Test
  void thePlainDialectIsNotToldOfChanges() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient plain = ChatClient.openPlain(alice, path)) {
      a.next("here");
      a.say("m-1", "one").next("message");
      a.send("[{\"type\":\"edit\",\"id\":\"m-2\",\"seq\":1,\"message\":\"uno\"}]").next("edit");
      a.say("m-3", "two").next("message");
      assertEquals("one", ChatClient.parse(plain.frame()).get(0).getString("message"));
      assertEquals("two", ChatClient.parse(plain.frame()).get(0).getString("message"));
    }
  }

  @Test
  void aFrameIsNotCompressedForEachReaderThoughBrowsersOfferIt() {
    try (ChatClient a = ChatClient.open(alice, path);
        ChatClient echo = ChatClient.openPlain(alice, "ws/echo")) {
      assertEquals("", a.extensions());
      assertEquals("", echo.extensions());
    }
  }

  @Test
  void theEchoAnswersEveryFrameWithItsPrefix() {
    try (ChatClient echo = ChatClient.openPlain(alice, "ws/echo")) {
      echo.send("ping 早");
      assertEquals("said:ping 早", echo.frame());
      echo.send("bytes".getBytes(StandardCharsets.UTF_8));
      assertEquals("said:bytes", echo.frame());
      String long60k = "x".repeat(60_000);
      echo.send(long60k);
      assertEquals("said:" + long60k, echo.frame());
      echo.send("x".repeat(65_537));
      assertEquals(1009, echo.closeCode());
    }
  }

  private static void sayMany(ChatClient client, int from, int to) {
    for (int first = from; first <= to; first += 200) {
      int last = Math.min(to, first + 199);
      client.send(
          IntStream.rangeClosed(first, last)
              .mapToObj(n -> "{\"id\":\"id-" + n + "\",\"message\":\"message " + n + "\"}")
              .collect(Collectors.joining(",", "[", "]")));
      client.next(event -> event.getInt("seq", 0) == last);
    }
  }

  private static List<String> people(JsonObject hello) {
    return hello.getJsonArray("people").getValuesAs(JsonObject.class).stream()
        .map(person -> person.getString("display"))
        .collect(Collectors.toList());
  }
}
