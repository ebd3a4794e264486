package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Nodes;
import chat.warren.testing.RawSocket;
import chat.warren.testing.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send without measure: the others go on talking, and the server does not give in. */
@Tag("contract")
class FloodIT {
  private static final int FRAMES = Form.of(30_000, 500_000);
  private static final Duration BOUND = Duration.ofSeconds(5);

  @TempDir Path data;
  private Nodes nodes;

  @BeforeEach
  void start() {
    nodes = Nodes.start(data, Map.of(), "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  @Test
  void manyMessagesDelayNobodyWithoutBound() throws Exception {
    flood(1, true, number -> message(number, "flood " + number));
  }

  @Test
  void manyLongMessagesThatNobodyReadsDelayNobodyWithoutBound() throws Exception {
    flood(Form.of(2, 4), false, number -> message(number, "洪水".repeat(4_000)));
  }

  @Test
  void garbageDelaysNobodyWithoutBound() throws Exception {
    String longId = "i".repeat(60_000);
    List<String> garbage =
        List.of(
            "}{",
            "[[[[[[[[",
            "{\"type\":\"flood\"}",
            "{\"type\":\"" + longId + "\"}",
            "{\"id\":\"" + longId + "\",\"message\":\"x\"}",
            "[" + "{},".repeat(20_000) + "{}]",
            "{\"message\":\"" + "x".repeat(20_000) + "\"}",
            "");
    flood(Form.of(4, 8), false, number -> garbage.get(number % garbage.size()));
  }

  @Test
  void whoIsToldTheSameAgainAndAgainAndDoesNotReadIsEnded() throws Exception {
    String again = message(0, "洪水".repeat(4_000));
    flood(Form.of(4, 8), false, number -> again);
  }

  private static String message(int number, String text) {
    return "[{\"id\":\"flood-" + number + "\",\"message\":\"" + text + "\"}]";
  }

  private void flood(int flooders, boolean reading, IntFunction<String> frames) throws Exception {
    try (Crowd crowd =
        new Crowd(2, nodes.sites(), "quay", Duration.ofMillis(50), FloodIT::bySocket)) {
      crowd.awaitAcknowledged(4);
      List<CompletableFuture<Flood>> floods = new ArrayList<>();
      for (int i = 0; i < flooders; i++) {
        RawSocket socket = RawSocket.open(nodes.site(i), "ws/chat/quay");
        Flood flood = new Flood(socket, reading);
        floods.add(CompletableFuture.supplyAsync(() -> flood.run(FRAMES, frames), Flood::thread));
      }
      Stopwatch times = new Stopwatch();
      do {
        int before = crowd.acknowledged();
        long start = System.nanoTime();
        crowd.awaitAcknowledged(before + 4);
        times.add(System.nanoTime() - start);
      } while (!floods.stream().allMatch(CompletableFuture::isDone));
      for (CompletableFuture<Flood> flood : floods) {
        flood.get(30, TimeUnit.SECONDS).check();
        System.out.println("flood: " + flood.join());
      }
      System.out.println("Four messages beside a flood: " + times + ", at most " + times.at(1));
      System.out.println(nodes.node(0).residentMemory() / 1_000_000 + " MB of memory");
      assertTrue(times.at(1).compareTo(BOUND) < 0, times + ", at most " + times.at(1));
      crowd.finish();
      nodes.sites().forEach(site -> assertEquals(200, site.get("health").statusCode()));
      nodes.stop();
      Audit.of(nodes, "quay").agreesWith(crowd.books());
    }
  }

  private static Way bySocket(Site person) {
    return new SocketWay(person, person.uri("").getPort(), "quay");
  }
}
