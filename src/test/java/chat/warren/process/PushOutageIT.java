package chat.warren.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.warren.push.Push;
import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was pushed arrives once, whatever becomes of the server meanwhile. */
class PushOutageIT {
  private static final String NAME = "alice";

  private final int port = WarProcess.freePort();
  @TempDir Path data;

  private Site alice;
  private Push push;

  @Test
  void whatWasAcknowledgedIsThereAfterAKillAndWhatWasSentMeanwhileArrivesOnce() {
    try (WarProcess war = WarProcess.serve(data, port)) {
      prepare(war);
      assertEquals(1, push.send(NAME, new Push.Event("1", "before")).join());
      assertEquals(2, push.send(NAME, new Push.Event("2", "and before")).join());
      try (ChatClient socket = ChatClient.open(alice, "ws/chat/tea")) {
        socket.say("m", "hello @" + NAME);
        socket.next("message");
      }
      war.kill();
    }
    List<CompletableFuture<Long>> meanwhile =
        Stream.of("3", "4").map(id -> push.send(NAME, new Push.Event(id, "meanwhile"))).toList();
    CompletableFuture<Long> again = push.send(NAME, new Push.Event("2", "and before"));
    assertFalse(again.isDone());
    try (WarProcess war = WarProcess.serve(data, port)) {
      assertEquals(2, again.join(), "the first acknowledgement again");
      assertEquals(
          List.of(3L, 4L), meanwhile.stream().map(CompletableFuture::join).sorted().toList());
      try (ChatClient socket = ChatClient.open(alice, "ws/push?since=1")) {
        assertEquals(4, socket.next("hello").getInt("head"));
        List<JsonObject> replayed =
            List.of(socket.next("event"), socket.next("event"), socket.next("event"));
        assertEquals(
            List.of("and before", "meanwhile", "meanwhile"),
            replayed.stream().map(event -> event.getString("title")).toList());
      }
    }
  }

  @Test
  void whoeverIsNamedIsToldAlthoughTheServerWasKilledAtThatMoment() {
    Site bob;
    try (WarProcess war = WarProcess.serve(data, port)) {
      prepare(war);
      bob = alice.asSomebodyElse();
      bob.enter("Bob", "tea");
      try (ChatClient socket = ChatClient.open(bob, "ws/chat/tea")) {
        for (int n = 1; n <= 50; n++) {
          socket.say("m-" + n, n + " for @" + NAME);
        }
        socket.next(event -> event.getInt("seq", 0) == 50);
        war.kill();
      }
    }
    try (WarProcess war = WarProcess.serve(data, port);
        ChatClient socket = ChatClient.open(alice, "ws/push?since=0")) {
      for (int n = 1; n <= 50; n++) {
        JsonObject mention = socket.next("event");
        assertEquals(n, mention.getInt("seq"));
        assertEquals(n + " for @" + NAME, mention.getString("text"));
      }
      try (ChatClient room = ChatClient.open(bob, "ws/chat/tea")) {
        room.say("last", "@" + NAME);
      }
      assertEquals(51, socket.next("event").getInt("seq"), "none came twice");
    }
  }

  @Test
  void aServerThatStaysAwayIsNoticedInTime() {
    Push hasty = new Push(URI.create("http://127.0.0.1:" + port), "x", Duration.ofMillis(600));
    CompletionException failure =
        assertThrows(
            CompletionException.class, () -> hasty.send("alice", new Push.Event("x")).join());
    assertInstanceOf(Push.NotAcknowledged.class, failure.getCause());
  }

  private void prepare(WarProcess war) {
    alice = war.site();
    alice.setUp(war.setupToken(), NAME, "Alice", "correct horse battery");
    push = new Push(alice.uri(""), alice.makeToken("Coffee"));
  }
}
