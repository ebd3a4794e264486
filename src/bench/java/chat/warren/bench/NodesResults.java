package chat.warren.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@link NodesBench} has measured on one node with SQLite, one with PostgreSQL, and two with
 * PostgreSQL and Redis, as a table and as {@link Costs}. For one thread.
 */
final class NodesResults {
  private static final int SQLITE = 0;
  private static final int POSTGRES = 1;
  private static final int TWO = 2;

  private final List<Setup> setups;
  private final Map<Load, Map<Setup, Rounds>> rounds = new HashMap<>();
  private final Map<Setup, Delays> delays = new HashMap<>();
  private Opened opened;
  private double stranger;
  private double entry;

  NodesResults(Setup sqlite, Setup postgres, Setup two) {
    setups = List.of(sqlite, postgres, two);
  }

  void add(Setup setup, Load load, Round round) {
    rounds
        .computeIfAbsent(load, l -> new HashMap<>())
        .computeIfAbsent(setup, s -> new Rounds())
        .add(round);
  }

  void add(Setup setup, Delays delay) {
    delays.put(setup, delay);
  }

  void add(Opened people) {
    opened = people;
  }

  /**
   * @param bytesOfStranger what a node keeps of a window on another
   * @param bytesOfEntry what the store keeps of a message
   */
  void add(double bytesOfStranger, double bytesOfEntry) {
    stranger = bytesOfStranger;
    entry = bytesOfEntry;
  }

  private Rounds of(Load load, int setup) {
    return rounds.get(load).get(setups.get(setup));
  }

  private Delays delay(int setup) {
    return delays.get(setups.get(setup));
  }

  Costs costs() {
    Map<Integer, Double> message = new TreeMap<>();
    message.put(1, of(NodesBench.NOBODY, POSTGRES).ofAuthor(0));
    for (Load load : NodesBench.ALONE) {
      message.put(load.connections() / load.rooms(), of(load, POSTGRES).ofNode(0));
    }
    Costs known = new Costs(new TreeMap<>(message), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    Load small = NodesBench.ALONE.get(0);
    int readers = small.connections() / small.rooms();
    Rounds two = of(small, TWO);
    double toOneNode = of(NodesBench.NOBODY, TWO).ofOther(Stores.REDIS);
    double toTwo = two.ofOther(Stores.REDIS);
    double hearer = Math.max(0, toTwo - toOneNode);
    return new Costs(
        known.message(),
        Math.max(0, two.ofNode(0) - known.message().get(readers)),
        Math.max(0, two.ofNode(1) - known.deliver(readers)),
        opened.node(),
        opened.signal(),
        opened.memory(),
        stranger,
        Math.max(0, toOneNode - hearer),
        hearer,
        two.ofOther(Stores.POSTGRES),
        opened.store(),
        entry);
  }

  String table() {
    List<String> lines = new ArrayList<>();
    lines.add("| load of each node | figure | " + String.join(" | ", names()) + " |");
    lines.add("|---|---|---:|---:|---:|");
    String perCpu = "deliveries per CPU-second of the first node";
    for (Load load : NodesBench.ALONE) {
      List<String> cells = new ArrayList<>();
      for (int setup = SQLITE; setup <= TWO; setup++) {
        cells.add(whole(of(load, setup).deliveries()));
      }
      lines.add(line(pace(load), perCpu, cells));
    }
    List<String> posts = new ArrayList<>();
    List<String> ofStore = new ArrayList<>();
    for (int setup = SQLITE; setup <= TWO; setup++) {
      Rounds measured = of(NodesBench.POSTS, setup);
      posts.add(whole(measured.posts()));
      ofStore.add(whole(1 / measured.ofAuthor(0)));
    }
    lines.add(line(NodesBench.POSTS.name(), "posts per second of all nodes", posts));
    lines.add(line(NodesBench.POSTS.name(), "posts per CPU-second of the first node", ofStore));
    for (double share : List.of(0.5, 0.99)) {
      lines.add(line(pace(NodesBench.CALM), millisName(share), millis(share)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String pace(Load load) {
    return String.format(Locale.ROOT, "%s, %,d messages/s", load.name(), load.rate());
  }

  private List<String> names() {
    return setups.stream().map(Setup::name).toList();
  }

  private static String millisName(double share) {
    String which = share == 0.5 ? "median" : "p99";
    return "ms from sending to reading, " + which + "; at last on the other node";
  }

  private List<String> millis(double share) {
    return List.of(
        tenths(delay(SQLITE).millis(0, share)),
        tenths(delay(POSTGRES).millis(0, share)),
        tenths(delay(TWO).millis(0, share)) + "; " + tenths(delay(TWO).millis(1, share)));
  }

  /** The two goals, and how far each is. */
  String goals() {
    StringBuilder lines = new StringBuilder();
    for (Load load : NodesBench.ALONE) {
      double lost = 1 - of(load, TWO).deliveries() / of(load, POSTGRES).deliveries();
      lines.append(
          String.format(
              Locale.ROOT,
              "- %s: the second node costs the first %.0f %% of its deliveries per CPU-second"
                  + " (goal: at most 20 %%).%n",
              load.name(),
              100 * lost));
    }
    return lines
        + String.format(
            Locale.ROOT,
            "- To the other node a message takes %.2f ms longer at the median than to readers on"
                + " its own (goal: at most 2 ms), and %.2f ms longer than on one node with"
                + " PostgreSQL; at p99 %.2f ms and %.2f ms.%n",
            beside(0.5),
            added(0.5),
            beside(0.99),
            added(0.99));
  }

  private double beside(double share) {
    return delay(TWO).millis(1, share) - delay(TWO).millis(0, share);
  }

  private double added(double share) {
    return delay(TWO).millis(1, share) - delay(POSTGRES).millis(0, share);
  }

  private static String line(String load, String figure, List<String> cells) {
    return "| " + load + " | " + figure + " | " + String.join(" | ", cells) + " |";
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
