package chat.warren.bench;

import chat.warren.bench.Demand.Limit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far so many nodes reach, as a table and as a plot. Immutable. */
final class ScaleReport {
  static final List<Integer> NODES = List.of(1, 2, 4, 8, 16, 32, 64);

  private static final long SEED = 20_261_121;
  private static final double DAYS = 365;

  private final Habits habits;
  private final Machines machines;
  private final List<Demand> reaches;

  private ScaleReport(Habits habits, Machines machines, List<Demand> reaches) {
    this.habits = habits;
    this.machines = machines;
    this.reaches = reaches;
  }

  static ScaleReport of(Costs costs, Habits habits) {
    ScaleModel model = new ScaleModel(costs, habits, Machines.USUAL, SEED);
    return new ScaleReport(habits, Machines.USUAL, NODES.stream().map(model::reach).toList());
  }

  String table() {
    StringBuilder table =
        new StringBuilder(
            String.format(
                    Locale.ROOT,
                    "| nodes | people | rooms | messages/s | a node | deliveries/s | full first"
                        + " | Redis | PostgreSQL | of it reading | %.0f GB after |%n",
                    machines.storeSize() / 1e9)
                + "|---:|---:|---:|---:|---:|---:|---|---:|---:|---:|---:|\n");
    for (Demand reach : reaches) {
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(reach.nodes()));
      cells.add((reach.people() == ScaleModel.MOST ? "over " : "") + two(reach.people()));
      cells.add(two(reach.rooms()));
      cells.add(two(reach.messages()));
      cells.add(two(reach.messages() / reach.nodes()));
      cells.add(two(reach.deliveries()));
      cells.add(reach.first(machines).toString());
      cells.add(two(reach.redis() * 100) + " %");
      cells.add(two(reach.store()) + " cores");
      cells.add(two(reach.reading() / reach.store() * 100) + " %");
      cells.add(two(machines.storeSize() / reach.year() * DAYS) + " days");
      table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    return table.toString();
  }

  /** Two digits: more would be more than the model knows. */
  private static String two(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(2));
    boolean whole = Math.abs(rounded.doubleValue()) >= 10 || rounded.signum() == 0;
    return String.format(
        Locale.ROOT, whole ? "%,.0f" : "%s", whole ? rounded : rounded.toPlainString());
  }

  /** People by nodes, a line for each thing that can be full; all scales by powers. */
  String plot() {
    ScalePlot plot = new ScalePlot("People online: " + habits.name(), NODES);
    for (Limit limit : Limit.values()) {
      double[] people =
          reaches.stream()
              .mapToDouble(reach -> reach.people() / Math.max(1e-9, reach.full(limit, machines)))
              .toArray();
      plot.line(limit.toString(), people);
    }
    return plot.svg();
  }
}
