package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.RawSocket;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send without measure: the others go on talking, and the server does not give in. */
class FloodIT {
  private static final int FRAMES = Form.of(30_000, 500_000);
  private static final Duration BOUND = Duration.ofSeconds(5);

  private final int port = WarProcess.freePort();
  @TempDir Path data;
  private WarProcess war;
  private Site site;

  @BeforeEach
  void start() {
    war =
        WarProcess.start(
            Map.of("WARREN_DATA", data.toString(), "WARREN_PORT", String.valueOf(port)),
            "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError");
    site = war.site();
  }

  @AfterEach
  void stop() {
    war.close();
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
    try (Crowd crowd = new Crowd(2, site, "quay", Duration.ofMillis(50), this::bySocket)) {
      crowd.awaitAcknowledged(4);
      List<CompletableFuture<Flood>> floods = new ArrayList<>();
      for (int i = 0; i < flooders; i++) {
        RawSocket socket = RawSocket.open(site.asSomebodyElse(), port, "ws/chat/quay", 0);
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
      System.out.println(war.residentMemory() / 1_000_000 + " MB of memory");
      assertTrue(times.at(1).compareTo(BOUND) < 0, times + ", at most " + times.at(1));
      crowd.finish();
      assertEquals(200, site.get("health").statusCode());
      war.stop();
      Audit.of(data, "quay").agreesWith(crowd.books());
    }
  }

  private Way bySocket(Site person) {
    return new SocketWay(person, port, "quay");
  }
}
