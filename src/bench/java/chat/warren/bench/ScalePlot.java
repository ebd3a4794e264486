package chat.warren.bench;

import java.util.List;
import java.util.Locale;

/** Lines over numbers of nodes, both scales logarithmic, as SVG. For one thread. */
final class ScalePlot {
  private static final List<String> COLOURS = List.of("#2f5d50", "#b4552d", "#3b5ba5", "#8a6d1d");
  private static final double LEAST = 1e2;
  private static final double MOST = 1e7;
  private static final int LEFT = 80;
  private static final int TOP = 40;
  private static final int WIDTH = 480;
  private static final int HEIGHT = 320;

  private final List<Integer> nodes;
  private final StringBuilder svg;
  private int lines;

  ScalePlot(String title, List<Integer> nodes) {
    this.nodes = nodes;
    svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"420\""
                + " font-family=\"sans-serif\" font-size=\"12\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    text(LEFT, TOP - 16, title);
    for (int number : nodes) {
      text(x(number) - 6, TOP + HEIGHT + 18, String.valueOf(number));
    }
    text(LEFT + WIDTH / 2 - 20, TOP + HEIGHT + 36, "nodes");
    for (double people = LEAST; people <= MOST; people *= 10) {
      text(8, y(people) + 4, String.format(Locale.ROOT, "%,.0f", people));
      path("M%d %dH%d".formatted(LEFT, y(people), LEFT + WIDTH), "#ddd", 1);
    }
  }

  /** The people for each number of nodes up to whom something is enough. */
  void line(String name, double[] people) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < people.length; i++) {
      char move = i == 0 ? 'M' : 'L';
      path.append("%c%d %d".formatted(move, x(nodes.get(i)), y(people[i])));
    }
    String colour = COLOURS.get(lines % COLOURS.size());
    path(path.toString(), colour, 2);
    int y = TOP + 20 + 22 * lines++;
    path("M%d %dh20".formatted(LEFT + WIDTH + 16, y - 4), colour, 2);
    text(LEFT + WIDTH + 42, y, "enough: " + name);
  }

  String svg() {
    return svg + "</svg>\n";
  }

  private int x(int number) {
    double last = Math.log(nodes.get(nodes.size() - 1));
    return (int) Math.round(LEFT + WIDTH * Math.log(number) / last);
  }

  private int y(double people) {
    double inside = Math.min(MOST, Math.max(LEAST, people));
    return (int) Math.round(TOP + HEIGHT * (1 - Math.log(inside / LEAST) / Math.log(MOST / LEAST)));
  }

  private void path(String path, String colour, int width) {
    svg.append(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\"/>%n"
            .formatted(path, colour, width));
  }

  private void text(int x, int y, String value) {
    svg.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(x, y, value));
  }
}
