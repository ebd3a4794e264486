package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Nodes;
import chat.warren.testing.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} while people talk: nothing that was acknowledged is lost, nothing comes twice.
 */
@Tag("contract")
class KillIT {
  private static final int SPEAKERS = 20;

  private final AtomicInteger people = new AtomicInteger();
  @TempDir Path data;
  @TempDir Path temporary;

  static Stream<Integer> kills() {
    return Form.of(1, 2) == 1 ? Stream.of(3) : Stream.of(10, 100);
  }

  @ParameterizedTest
  @MethodSource("kills")
  void whatWasAcknowledgedSurvivesEveryKill(int kills) {
    Random random = new Random(kills);
    try (Nodes nodes = start();
        Crowd crowd =
            new Crowd(SPEAKERS, nodes.sites(), "storm", Duration.ofMillis(30), this::byEitherWay)) {
      for (int kill = 0; kill < kills; kill++) {
        if (kill % 4 == 3) {
          Crowd.pause(random.nextInt(4_000));
        } else {
          nodes.awaitAll();
          crowd.awaitAcknowledged(crowd.acknowledged() + 1);
          Crowd.pause(random.nextInt(2_000));
        }
        int node = kill % nodes.count();
        nodes.node(node).kill();
        nodes.start(node);
      }
      nodes.awaitAll();
      crowd.finish();
      nodes.sites().forEach(site -> assertEquals(200, site.get("health").statusCode()));
      nodes.stop();
      Audit audit = Audit.of(nodes, "storm").agreesWith(crowd.books());
      audit.holdsNothingElse(crowd.books());
      assertTrue(audit.size() >= SPEAKERS * kills, audit.size() + " messages are no storm");
      if (nodes.count() == 1) {
        assertEquals(0, crowd.resets(), "nobody was so far behind, for nobody talked meanwhile");
      }
      System.out.println(
          audit.size() + " messages, " + crowd.breaks() + " breaks by " + kills + " kills");
    }
  }

  @Test
  void whatKilledProcessesLeaveInTheTemporaryDirectoryIsRemovedByTheNext() throws IOException {
    try (Nodes nodes = start()) {
      nodes.node(0).kill();
    }
    try (Nodes nodes = start()) {
      nodes.stop();
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
  }

  private Nodes start() {
    return Nodes.start(data, Map.of("WARREN_LIMITS", "off"), "-Djava.io.tmpdir=" + temporary);
  }

  /** Half of them post over HTTP. */
  private Way byEitherWay(Site person) {
    int port = person.uri("").getPort();
    // Both ways on each node.
    return people.getAndIncrement() / 2 % 2 == 0
        ? new SocketWay(person, port, "storm")
        : new HttpWay(person, port, "storm");
  }
}
