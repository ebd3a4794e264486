package chat.warren.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures the WAR and a naive endpoint, each as a process of its own, alternately under the same
 * loads, so that whatever else the machine does weighs on both. Takes about seven minutes.
 */
public final class Bench {
  private static final String V1 = "warren.v1";
  private static final int ROUNDS = 3;

  /** With one core, compiling takes that long beside a full load. */
  private static final Duration FIRST_WARM = Duration.ofSeconds(15);

  private static final Duration WARM = Duration.ofSeconds(1);
  private static final Duration TIME = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Load L1 = new Load("L1: 1 room x 100, 1 sender, window 4", V1, 100, 1, 1, 4);
  private static final Load PLAIN = new Load("L1 in the plain dialect", null, 100, 1, 1, 4);
  private static final Load L2 =
      new Load("L2: 1 room x 1000, 8 senders, window 4", V1, 1_000, 1, 8, 4);
  private static final Load L3 =
      new Load("L3: 100 rooms x 10, 1 sender each, window 1", V1, 1_000, 100, 100, 1);
  private static final Load POSTS =
      new Load("posts: 200 rooms x 1, window 8", V1, 200, 200, 200, 8);
  private static final Load FIRST = new Load("so that all classes are there", V1, 10, 10, 0, 0);
  private static final Load IDLE = new Load("idle: 100 rooms x 10", V1, 1_000, 100, 0, 0);

  private final ServerProcess warren;
  private final ServerProcess naive;
  private int run;

  private Bench(ServerProcess warren, ServerProcess naive) {
    this.warren = warren;
    this.naive = naive;
  }

  /**
   * @param arguments the WAR, the directory for the results, and what to measure: {@code one} node
   *     beside the naive endpoint, several {@code nodes}, or {@code all}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path war = Path.of(arguments[0]);
    Path directory = Path.of(arguments[1]);
    String part = arguments[2];
    Files.createDirectories(directory);
    Cores.takeTheLoads();
    Path work = Files.createTempDirectory(directory, "run-");
    if (!part.equals("nodes")) {
      one(war, directory, work);
    }
    if (!part.equals("one")) {
      NodesResults results = NodesBench.run(war, work);
      System.out.println(NodesReport.write(directory, results));
    }
  }

  private static void one(Path war, Path directory, Path work)
      throws IOException, InterruptedException {
    try (ServerProcess warren = ServerProcess.warren(war, work.resolve("warren"));
        ServerProcess naive = ServerProcess.naive(work.resolve("naive"))) {
      List<Row> rows = new Bench(warren, naive).measure();
      Results.write(directory, rows);
      System.out.println(Results.table(rows));
    }
  }

  private List<Row> measure() throws IOException, InterruptedException {
    // First of all, while no connection has left anything behind.
    Row heap = new Row(IDLE.name(), "bytes of live heap each", idle(warren), idle(naive));
    List<Row> rows = new ArrayList<>();
    String perCpu = "deliveries per server CPU-second";
    for (Load load : List.of(L1, L2, L3, PLAIN)) {
      rows.add(compare(load, perCpu, Measured::deliveriesPerCpuSecond));
    }
    rows.add(compare(POSTS, "posts per server CPU-second", Measured::deliveriesPerCpuSecond));
    rows.add(compare(POSTS, "posts per second", Measured::posts));
    rows.add(heap);
    return rows;
  }

  private Row compare(Load load, String unit, ToDoubleFunction<Measured> figure)
      throws IOException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Duration warm = round == 0 ? FIRST_WARM : WARM;
      ours.add(figure.applyAsDouble(run(load, warren, warm)));
      others.add(figure.applyAsDouble(run(load, naive, warm)));
    }
    return new Row(load.name(), unit, median(ours), median(others));
  }

  private Measured run(Load load, ServerProcess server, Duration warm)
      throws IOException, InterruptedException {
    Measured measured;
    try (Crowd crowd = new Crowd(load, server, "b" + run++ + "-")) {
      measured = crowd.run(warm, TIME);
    }
    System.out.printf(
        "%s | %s: %,.0f posts/s, %,.0f deliveries/s, %.2f cores%n",
        load.name(), server.name(), measured.posts(), measured.deliveries(), measured.cores());
    Thread.sleep(200);
    return measured;
  }

  private double idle(ServerProcess server) throws IOException, InterruptedException {
    try (Crowd first = new Crowd(FIRST, server, "first-")) {
      first.rest(PAUSE);
    }
    Thread.sleep(PAUSE.toMillis());
    long before = server.liveHeap();
    try (Crowd crowd = new Crowd(IDLE, server, "idle-")) {
      crowd.rest(PAUSE);
      return (double) (server.liveHeap() - before) / IDLE.connections();
    }
  }

  private static double median(List<Double> figures) {
    return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
  }
}
