package chat.warren.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The results as a table and as a plot. Stateless. */
final class Results {
  private static final int LINE = 44;
  private static final int LEFT = 330;
  private static final int WIDTH = 400;

  private Results() {}

  static void write(Path directory, List<Row> rows) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("results.md"), table(rows));
    Files.writeString(directory.resolve("results.svg"), plot(rows));
  }

  static String table(List<Row> rows) {
    StringBuilder table =
        new StringBuilder("Java %s, %s.%n%n".formatted(Runtime.version(), Cores.described()));
    table.append("| load | figure | Warren, stored | naive, not stored | Warren / naive |\n");
    table.append("|---|---|---:|---:|---:|\n");
    for (Row row : rows) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %,.0f | %,.0f | %.2f |%n",
              row.name(),
              row.unit(),
              row.warren(),
              row.naive(),
              row.ratio()));
    }
    return table.toString();
  }

  /** Each line has a scale of its own, for their units differ. */
  private static String plot(List<Row> rows) {
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"860\" height=\"%d\""
                    .formatted(rows.size() * LINE + 30)
                + " font-family=\"sans-serif\" font-size=\"12\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                + "<text x=\"10\" y=\"18\">Warren (dark) beside a naive endpoint (light)</text>\n");
    int y = 30;
    for (Row row : rows) {
      double longest = Math.max(row.warren(), row.naive());
      svg.append(text(10, y + 14, row.name())).append(text(10, y + 30, row.unit()));
      svg.append(bar(y, row.warren(), longest, "#2f5d50"));
      svg.append(bar(y + 18, row.naive(), longest, "#b9cfc8"));
      y += LINE;
    }
    return svg.append("</svg>\n").toString();
  }

  private static String bar(int y, double value, double longest, String colour) {
    long width = longest == 0 ? 0 : Math.round(WIDTH * value / longest);
    return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"16\" fill=\"%s\"/>%n"
            .formatted(LEFT, y + 2, width, colour)
        + text((int) (LEFT + width + 6), y + 14, String.format(Locale.ROOT, "%,.0f", value));
  }

  private static String text(int x, int y, String value) {
    return "<text x=\"%d\" y=\"%d\">%s</text>%n"
        .formatted(x, y, value.replace("&", "&amp;").replace("<", "&lt;"));
  }
}
