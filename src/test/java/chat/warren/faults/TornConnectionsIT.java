package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Nodes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that break at any byte: whoever comes back has missed nothing and said nothing twice. */
@Tag("contract")
class TornConnectionsIT {
  private static final int SPEAKERS = 20;
  private static final int REACH = 200_000;
  private static final Duration TEARING = Form.of(Duration.ofSeconds(12), Duration.ofMinutes(5));

  @TempDir Path data;

  @Test
  void everybodyGoesOnWhereTheLineBroke() {
    try (Nodes nodes = Nodes.start(data, Map.of());
        TearingProxy proxy = new TearingProxy(nodes.ports(), REACH, 42);
        Crowd crowd =
            new Crowd(
                SPEAKERS,
                nodes.sites(),
                "moor",
                Duration.ofMillis(30),
                person -> new SocketWay(person, proxy.port(), "moor"))) {
      Crowd.pause(TEARING.toMillis());
      proxy.stopTearing();
      crowd.finish();
      nodes.sites().forEach(site -> assertEquals(200, site.get("health").statusCode()));
      nodes.stop();
      Audit audit = Audit.of(nodes, "moor").agreesWith(crowd.books());
      audit.holdsNothingElse(crowd.books());
      assertTrue(proxy.cuts() > SPEAKERS, proxy.cuts() + " cuts are too few");
      assertEquals(0, crowd.resets(), "nobody was so far behind");
      System.out.println(audit.size() + " messages through " + proxy.cuts() + " cuts");
    }
  }
}
