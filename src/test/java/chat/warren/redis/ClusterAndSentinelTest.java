package chat.warren.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.chat.Notice;
import chat.warren.redis.Node.Reader;
import chat.warren.room.Room;
import chat.warren.room.RoomName;
import chat.warren.testing.Eventually;
import chat.warren.testing.RedisProcess;
import chat.warren.user.Limit;
import chat.warren.user.Limits;
import io.lettuce.core.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Redis as three servers of a cluster, and as a server that Sentinels name. */
@Timeout(180)
class ClusterAndSentinelTest {
  private static final int SLOTS = 16_384;
  private static final String PASSWORD = "open@sesame";

  @TempDir Path directory;
  private final List<RedisProcess> processes = new ArrayList<>();
  private SharedStore store;

  @BeforeEach
  void open() {
    store = new SharedStore(directory);
  }

  @AfterEach
  void close() {
    store.close();
    processes.forEach(RedisProcess::close);
  }

  private RedisProcess redis(String... options) {
    RedisProcess process = RedisProcess.start(options);
    processes.add(process);
    return process;
  }

  private RedisProcess server(int number) {
    return redis(
        "--cluster-enabled", "yes",
        "--cluster-config-file", directory.resolve("nodes-" + number).toString(),
        "--cluster-node-timeout", "2000",
        "--cluster-require-full-coverage", "no");
  }

  private List<RedisProcess> cluster() {
    List<RedisProcess> servers = List.of(server(0), server(1), server(2));
    for (int i = 0; i < 3; i++) {
      Range<Integer> slots = Range.create(i * SLOTS / 3, (i + 1) * SLOTS / 3 - 1);
      servers.get(i).ask(it -> it.clusterAddSlotsRange(slots));
      int first = servers.get(0).port();
      servers.get(i).ask(it -> it.clusterMeet("127.0.0.1", first));
    }
    Eventually.isSo("the cluster is one", () -> servers.stream().allMatch(this::isWhole));
    return servers;
  }

  private boolean isWhole(RedisProcess server) {
    String info = server.ask(it -> it.clusterInfo());
    return info.contains("cluster_state:ok")
        && info.contains("cluster_slots_ok:" + SLOTS)
        && info.contains("cluster_known_nodes:3");
  }

  private Node node(String address) {
    return new Node(store, RedisAddress.of(address), new SettableClock());
  }

  private void talkInManyRooms(Node a, Node b, String rooms) {
    Eventually.isSo("both know each other", () -> a.link.isWhole() && b.link.isWhole());
    for (int i = 0; i < 20; i++) {
      Room room = store.rooms.open(new RoomName(rooms + i), store.alice);
      try (Reader here = a.reads(room);
          Reader there = b.reads(room)) {
        there.await(a.say(room, store.alice, "hello"));
        here.await(b.say(room, store.bob, "hello yourself"));
        assertEquals(here.heard(), there.heard());
      }
    }
    a.broker.announce(new Notice(5, 7));
    Eventually.isSo("it is heard", () -> b.notices.contains(new Notice(5, 7)));
  }

  @Test
  void aClusterIsFoundByOneOfItsServersOrBySome() {
    List<RedisProcess> servers = cluster();
    String one = servers.get(0).address();
    String some = one + ",127.0.0.1:" + servers.get(1).port();
    try (Node a = node(one);
        Node b = node(some)) {
      talkInManyRooms(a, b, "room ");
      assertTrue(a.link.isSharded());
      Limits limits = new RedisLimits(a.link);
      Limit ten = new Limit("ten", 10, Duration.ofHours(1));
      assertTrue(limits.take(ten, "alice", 10));
      Limits there = new RedisLimits(b.link);
      Eventually.isSo("it is counted by all", () -> !there.take(ten, "alice", 1));
    }
  }

  /** Subscriptions to shard channels do not survive their server; every room has to go on. */
  @Test
  void aServerOfTheClusterThatFreezesDelaysNoRoomForLong() {
    List<RedisProcess> servers = cluster();
    try (Node a = node(servers.get(0).address());
        Node b = node(servers.get(1).address())) {
      talkInManyRooms(a, b, "before ");
      servers.get(2).freeze();
      Eventually.isSo("that is noticed", () -> !a.link.isUp() && !b.link.isUp());
      Room room = store.rooms.open(new RoomName("meanwhile"), store.alice);
      try (Reader there = b.reads(room)) {
        there.await(a.say(room, store.alice, "hello"));
      }
      servers.get(2).thaw();
      Eventually.isSo("the cluster is one again", () -> servers.stream().allMatch(this::isWhole));
      talkInManyRooms(a, b, "after ");
    }
  }

  @Test
  void aServerThatSentinelsNameIsFoundAndItsPasswordIsForItAlone() throws IOException {
    RedisProcess main = redis("--requirepass", PASSWORD);
    Path configuration = directory.resolve("sentinel.conf");
    Files.writeString(
        configuration,
        "sentinel monitor main 127.0.0.1 "
            + main.port()
            + " 1\nsentinel auth-pass main \""
            + PASSWORD
            + "\"\n");
    RedisProcess sentinel = redis(configuration.toString(), "--sentinel");
    String address = "redis-sentinel://:open%40sesame@127.0.0.1:" + sentinel.port() + "#main";
    try (Node a = node(address);
        Node b = node(address)) {
      talkInManyRooms(a, b, "room ");
    }
  }

  @Test
  void aWrongPasswordIsNoReasonNotToTalk() {
    RedisProcess closed = redis("--requirepass", PASSWORD);
    String address = "redis://:wrong@127.0.0.1:" + closed.port();
    try (Node a = node(address);
        Node b = node(address);
        Reader there = b.reads(store.lounge)) {
      there.await(a.say(store.lounge, store.alice, "hello"));
      assertTrue(!a.link.isUp() && !b.link.isUp());
    }
  }
}
