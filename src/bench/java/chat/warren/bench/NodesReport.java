package chat.warren.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What several nodes do, what that costs, and how far so many of them reach. Stateless. */
final class NodesReport {
  private NodesReport() {}

  /**
   * Writes {@code nodes.md} and the plots.
   *
   * @return what stands in the first
   */
  static String write(Path directory, NodesResults results) throws IOException {
    StringBuilder page =
        new StringBuilder("Java %s, %s.%n%n".formatted(Runtime.version(), Cores.described()));
    page.append(results.table()).append('\n').append(results.goals()).append('\n');
    page.append(Inputs.table(results.costs()));
    // As a reader of the page knows them, so that the page can be checked.
    Costs costs = Inputs.read(page.toString());
    for (Habits habits : Habits.ALL) {
      ScaleReport report = ScaleReport.of(costs, habits);
      page.append("\n").append(habits.name()).append(":\n\n").append(report.table());
      Files.writeString(directory.resolve("scale-" + habits.name() + ".svg"), report.plot());
    }
    Files.writeString(directory.resolve("nodes.md"), page);
    return page.toString();
  }
}
