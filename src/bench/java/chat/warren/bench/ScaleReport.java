package chat.warren.bench;

import chat.warren.bench.Demand.Limit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far so many nodes reach, as a table and as a plot. Stateless. */
final class ScaleReport {
  static final List<Integer> NODES = List.of(1, 2, 4, 8, 16, 32, 64);

  private static final double DAYS = 365;

  private ScaleReport() {}

  static List<Demand> reaches(ScaleModel model) {
    return NODES.stream().map(model::reach).toList();
  }

  static String table(List<Demand> reaches, Machines machines) {
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
  static String plot(String title, List<Demand> reaches, Machines machines) {
    ScalePlot plot = new ScalePlot(title, NODES);
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
