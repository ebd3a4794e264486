package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Cable;
import chat.warren.testing.ChatClient;
import chat.warren.testing.Eventually;
import chat.warren.testing.Guest;
import chat.warren.testing.Nodes;
import chat.warren.testing.Site;
import io.lettuce.core.KillArgs;
import io.lettuce.core.api.sync.RedisServerCommands;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred people on two nodes, all of whom talk, while things happen to Redis and to the nodes:
 * all see the same in the same order, nothing is lost and nothing comes twice.
 */
@Timeout(600)
@Tag("scaled")
class NodesIT {
  private static final int CROWD = 100;
  private static final int MESSAGES = Form.of(200, 2_000);
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Duration OUTAGE = Duration.ofSeconds(10);

  /** Two seconds by contract, and what a busy machine may need on top. */
  private static final Duration SOON = Duration.ofSeconds(4);

  /** The lease, the pause between two looks at it, and some air. */
  private static final Duration LEASE = Duration.ofSeconds(60 + 10 + 20);

  @TempDir static Path directory;
  private static Nodes nodes;
  private static List<Site> people;

  private interface Event {
    void happen(String room) throws Exception;
  }

  @BeforeAll
  static void start() {
    nodes = Nodes.two(directory, Map.of());
    people = Crowd.people(CROWD, nodes.sites(), "hall");
  }

  @AfterAll
  static void stop() {
    if (nodes != null) {
      nodes.close();
    }
  }

  @Test
  void allReadTheSameInTheSameOrder() throws Exception {
    whileAllTalk("harmony", room -> {});
  }

  @Test
  void redisIsKilledAndComesBack() throws Exception {
    whileAllTalk(
        "killed",
        room -> {
          checkTalkGoesOn(room, () -> nodes.redis().kill());
          Eventually.pause(OUTAGE);
          nodes.redis().run();
          awaitRedis("up");
        });
  }

  @Test
  void redisFreezesAndThaws() throws Exception {
    whileAllTalk(
        "frozen",
        room -> {
          checkTalkGoesOn(room, () -> nodes.redis().freeze());
          Eventually.pause(OUTAGE);
          nodes.redis().thaw();
          awaitRedis("up");
        });
  }

  @Test
  void theConnectionsToRedisAreCutAndItsMemoryIsEmptied() throws Exception {
    whileAllTalk(
        "cut",
        room -> {
          for (int i = 0; i < 3; i++) {
            nodes.redis().ask(it -> it.clientKill(KillArgs.Builder.typePubsub().skipme()));
            Eventually.pause(Duration.ofMillis(200));
            nodes.redis().ask(it -> it.clientKill(KillArgs.Builder.typeNormal().skipme()));
            nodes.redis().ask(RedisServerCommands::flushall);
            awaitRedis("up");
          }
        });
  }

  @Test
  void aNodeIsKilledAndItsPeopleGoOnWithTheOther() throws Exception {
    try (Cable proxy = new Cable(nodes.ports().get(0), nodes.ports().get(1))) {
      Crowd crowd =
          whileAllTalk(
              "moved",
              room -> {
                nodes.node(0).kill();
                Eventually.pause(Duration.ofSeconds(1));
                checkTalk(room, 1, 1, () -> {});
              },
              person -> new SocketWay(person, proxy.port(), "moved"));
      int breaks = crowd.breaks();
      assertTrue(breaks >= 2 * CROWD, "not all were on the node that was killed: " + breaks);
      assertEquals(0, crowd.resets(), "nobody was so far behind");
    } finally {
      nodes.start(0);
      nodes.awaitAll();
    }
  }

  @Test
  void whoWasOnADeadNodeIsGoneWhenTheLeaseEnds() {
    Guest ghost = Guest.called("Ghost", nodes.site(0), "hall");
    Guest watcher = Guest.called("Watcher", nodes.site(1), "hall");
    try (ChatClient here = watcher.socket("haunted")) {
      try (ChatClient there = ghost.socket("haunted")) {
        here.next(isAbout("here", ghost));
        nodes.node(0).kill();
        here.next(isAbout("gone", ghost), LEASE);
        assertTrue(!there.isOpen());
      }
    } finally {
      nodes.start(0);
      nodes.awaitAll();
    }
  }

  @Test
  void aNodeThatWasFrozenDoesNoHarm() throws Exception {
    Guest ghost = Guest.called("Ghost", nodes.site(0), "hall");
    Guest watcher = Guest.called("Watcher", nodes.site(1), "hall");
    try (ChatClient here = watcher.socket("winter")) {
      ChatClient there = ghost.socket("winter");
      here.next(isAbout("here", ghost));
      whileAllTalk(
          "thawed",
          room -> {
            nodes.node(0).freeze();
            there.close();
            checkTalk(room, 1, 1, () -> {});
            here.next(isAbout("gone", ghost), LEASE);
            nodes.node(0).thaw();
            nodes.awaitAll();
            checkTalk(room, 0, 1, () -> {});
          });
      List<JsonObject> since = here.eventsUntilNow();
      assertTrue(since.stream().noneMatch(isAbout("here", ghost)), since::toString);
      try (ChatClient later = watcher.socket("winter")) {
        String people = later.next("hello").getJsonArray("people").toString();
        assertTrue(!people.contains(ghost.handle()), people);
      }
    }
  }

  private static Predicate<JsonObject> isAbout(String type, Guest who) {
    return event ->
        event.getString("type").equals(type)
            && event.getJsonObject("from").getString("name").equals(who.handle());
  }

  private static void awaitRedis(String state) {
    String word = "\"redis\":\"" + state + "\"";
    Eventually.isSo(
        "Redis is " + state,
        () ->
            nodes.site(0).get("health").body().contains(word)
                && nodes.site(1).get("health").body().contains(word));
  }

  /**
   * What is said on one node as Redis goes away, and on each afterwards, soon is on the other; in a
   * quiet room, where nothing else has it looked for.
   */
  private static void checkTalkGoesOn(String event, Runnable away) {
    String room = "quiet-" + event;
    List<Duration> times = new ArrayList<>();
    times.add(checkTalk(room, 0, 1, away));
    awaitRedis("down");
    times.add(checkTalk(room, 0, 1, () -> {}));
    times.add(checkTalk(room, 1, 0, () -> {}));
    awaitRedis("down");
    System.out.println(event + ": from node to node in " + times);
    times.forEach(time -> assertTrue(time.compareTo(SOON) < 0, times::toString));
  }

  /**
   * How long it takes from one node to another.
   *
   * @param before happens at the moment before
   */
  private static Duration checkTalk(String room, int from, int to, Runnable before) {
    Guest speaker = Guest.called("Prompter", nodes.site(from), "hall");
    Guest hearer = Guest.called("Usher", nodes.site(to), "hall");
    String text = "psst " + System.nanoTime();
    try (ChatClient socket = hearer.socket(room)) {
      before.run();
      long start = System.nanoTime();
      assertEquals("ok", speaker.api(room, "{\"message\":\"" + text + "\"}"));
      socket.next(event -> event.getString("message", "").equals(text), LEASE);
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  private Crowd whileAllTalk(String room, Event event) throws Exception {
    return whileAllTalk(
        room,
        event,
        person -> {
          int port = person.uri("").getPort();
          return new SocketWay(person, port, room);
        });
  }

  private Crowd whileAllTalk(String room, Event event, Function<Site, Way> way) throws Exception {
    Crowd crowd = new Crowd(room, people, PAUSE, way);
    try (crowd) {
      crowd.awaitPresent();
      crowd.awaitAcknowledged(MESSAGES / 2);
      event.happen(room);
      crowd.awaitAcknowledged(crowd.acknowledged() + MESSAGES / 2);
      crowd.finish();
    }
    Audit.of(nodes, room).agreesWith(crowd.books());
    System.out.println(
        room + ": " + crowd.acknowledged() + " messages, " + crowd.breaks() + " breaks");
    return crowd;
  }
}
