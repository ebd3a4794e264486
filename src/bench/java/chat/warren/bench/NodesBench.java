package chat.warren.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures one node on SQLite, one on PostgreSQL, and two on PostgreSQL and Redis, alternately
 * under the same loads for each node. What is compared is said at the same pace to all, for how
 * much a node gets out of a second of CPU time grows with what it has to do. Takes about ten
 * minutes.
 */
final class NodesBench {
  private static final String V1 = "warren.v1";
  private static final int ROUNDS = 5;

  /** With one core, compiling takes that long beside a full load. */
  private static final Duration FIRST_WARM = Duration.ofSeconds(10);

  private static final Duration WARM = Duration.ofMillis(1_000);
  private static final Duration TIME = Duration.ofMillis(4_000);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** After this time no load is run a second time. */
  private static final Duration BUDGET = Duration.ofMinutes(9);

  private static final int VISITORS = 50;
  private static final Duration PACED = Duration.ofSeconds(6);

  /**
   * Every message is sent alone, so that a delivery's own cost is seen; as many a second as two
   * nodes can take that share a core with the clients and the stores.
   */
  static final List<Load> ALONE =
      List.of(
          Load.paced("rooms of 10", V1, 500, 50, 1_000),
          Load.paced("rooms of 100", V1, 500, 5, 200),
          Load.paced("a room of 500", V1, 500, 1, 50));

  private static final Load LARGEST = ALONE.get(ALONE.size() - 1);
  static final Load NOBODY = Load.paced("rooms of 1", V1, 100, 100, 1_000);
  static final Load POSTS = new Load("posts, window 8", V1, 100, 100, 100, 8);

  /** Few enough not to wait for each other. */
  static final Load CALM = Load.paced("10 rooms of 10", V1, 100, 10, 100);

  private static final Load IDLE = new Load("idle", V1, 500, 50, 0, 0);

  private final Stores stores;
  private final Setup sqlite;
  private final Setup postgres;
  private final Setup both;
  private final long late = System.nanoTime() + BUDGET.toNanos();
  private int run;

  private NodesBench(Stores stores, Setup sqlite, Setup postgres, Setup both) {
    this.stores = stores;
    this.sqlite = sqlite;
    this.postgres = postgres;
    this.both = both;
  }

  /** Starts all servers, measures, and stops them. */
  static NodesResults run(Path war, Path work) throws IOException, InterruptedException {
    try (Stores stores = Stores.start(work.resolve("stores"));
        ServerProcess file = ServerProcess.warren("SQLite", 0, war, work.resolve("a"), Map.of());
        ServerProcess one =
            ServerProcess.warren("PostgreSQL", 0, war, work.resolve("b"), stores.settings("one"));
        ServerProcess first =
            ServerProcess.warren("first", 0, war, work.resolve("c"), stores.sharedSettings("two"));
        ServerProcess second =
            ServerProcess.warren(
                "second", 1, war, work.resolve("d"), stores.sharedSettings("two"))) {
      return new NodesBench(
              stores,
              new Setup("one node, SQLite", List.of(file)),
              new Setup("one node, PostgreSQL", List.of(one)),
              new Setup("two nodes, PostgreSQL and Redis", List.of(first, second)))
          .measure();
    }
  }

  private List<Setup> setups() {
    return List.of(sqlite, postgres, both);
  }

  private NodesResults measure() throws IOException, InterruptedException {
    NodesResults results = new NodesResults(sqlite, postgres, both);
    for (Load load : ALONE) {
      compare(results, load, Spread.TOGETHER);
    }
    compare(results, NOBODY, Spread.APART);
    compare(results, POSTS, Spread.APART);
    for (Setup setup : setups()) {
      try (Crowd crowd = crowd(CALM, setup, Spread.TOGETHER, List.of())) {
        crowd.delays(WARM);
        results.add(setup, crowd.delays(PACED));
      }
    }
    results.add(opening());
    results.add(stranger(), stores.bytesPerMessage("one"));
    return results;
  }

  /** On a busy machine the first round has to do. */
  private void compare(NodesResults results, Load load, Spread spread) throws IOException {
    List<Crowd> crowds = new ArrayList<>();
    try {
      for (Setup setup : setups()) {
        crowds.add(crowd(load, setup, spread, List.of(), crowds));
      }
      for (int round = 0; round < ROUNDS && (round == 0 || System.nanoTime() < late); round++) {
        for (int i = 0; i < crowds.size(); i++) {
          Crowd.stay(crowds);
          if (round == 0 && load.equals(ALONE.get(0))) {
            crowds.get(i).hurry(FIRST_WARM);
          }
          Round measured = crowds.get(i).run(WARM, TIME, stores.clocks());
          results.add(setups().get(i), load, measured);
          print(load, setups().get(i), measured);
        }
      }
    } finally {
      for (Crowd crowd : crowds) {
        crowd.close();
      }
    }
  }

  private static void print(Load load, Setup setup, Round measured) {
    System.out.printf(
        "%s | %s: %,.0f posts/s, cores: %s, stores %s%n",
        load.name(),
        setup.name(),
        measured.posts(),
        measured.nodes().stream().map(node -> "%.2f".formatted(node.cores())).toList(),
        measured.others().stream().map("%.2f"::formatted).toList());
  }

  private Crowd crowd(Load load, Setup setup, Spread spread, List<String> cookies)
      throws IOException {
    return crowd(load, setup, spread, cookies, List.of());
  }

  private Crowd crowd(
      Load load, Setup setup, Spread spread, List<String> cookies, List<Crowd> others)
      throws IOException {
    return new Crowd(load, setup.nodes(), spread, "n" + run++ + "-", cookies, others);
  }

  /** People who were here before come back to one node on PostgreSQL. */
  private Opened opening() throws IOException, InterruptedException {
    ServerProcess node = postgres.nodes().get(0);
    List<String> cookies;
    try (Crowd first = crowd(IDLE, postgres, Spread.TOGETHER, List.of())) {
      first.rest(PAUSE);
      cookies = first.cookies();
    }
    Thread.sleep(PAUSE.toMillis());
    long heap = node.liveHeap();
    List<Supplier<Duration>> clocks = new ArrayList<>(stores.clocks());
    clocks.add(node::cpu);
    List<Duration> before = clocks.stream().map(Supplier::get).toList();
    try (Crowd again = crowd(IDLE, postgres, Spread.TOGETHER, cookies)) {
      again.rest(PAUSE);
      double[] each = new double[clocks.size()];
      for (int i = 0; i < each.length; i++) {
        each[i] = clocks.get(i).get().minus(before.get(i)).toNanos() / 1e9 / IDLE.connections();
      }
      double memory = (double) (node.liveHeap() - heap) / IDLE.connections();
      double opening = each[each.length - 1];
      return new Opened(opening, signal(opening), each[Stores.POSTGRES], memory);
    }
  }

  /**
   * What the node takes to tell one reader that somebody has come or gone.
   *
   * @param opening what it takes to open a socket where nobody is
   */
  private double signal(double opening) throws IOException {
    ServerProcess node = postgres.nodes().get(0);
    try (Crowd crowd = crowd(LARGEST, postgres, Spread.TOGETHER, List.of())) {
      List<String> visitors = crowd.visit(Collections.nCopies(VISITORS, null));
      crowd.rest(PAUSE);
      Duration before = node.cpu();
      crowd.visit(visitors);
      crowd.rest(PAUSE);
      double visit = node.cpu().minus(before).toNanos() / 1e9 / VISITORS;
      return Math.max(0, visit - opening) / (2 * LARGEST.connections());
    }
  }

  /** What the first node keeps of a window that is open on the second. */
  private double stranger() throws IOException, InterruptedException {
    ServerProcess first = both.nodes().get(0);
    Setup elsewhere = new Setup("the second node", List.of(both.nodes().get(1)));
    long heap = first.liveHeap();
    try (Crowd crowd = crowd(IDLE, elsewhere, Spread.TOGETHER, List.of())) {
      crowd.rest(PAUSE);
      return Math.max(0, (double) (first.liveHeap() - heap) / IDLE.connections());
    }
  }
}
