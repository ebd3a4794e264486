package chat.warren.bench;

import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@link Costs} as a table for people, and back. CPU in microseconds, memory in bytes. Stateless.
 */
final class Inputs {
  private static final String MESSAGE = "node: a message with %d readers";
  private static final Pattern MESSAGES =
      Pattern.compile("\\| node: a message with (\\d+) readers \\| ([\\d,.]+) µs \\|");
  private static final String PUBLISH = "node: telling Redis of a message";
  private static final String HEAR = "node: taking a message from Redis";
  private static final String OPENING = "node: a socket is opened";
  private static final String SIGNAL = "node: telling a reader that somebody has come or gone";
  private static final String SOCKET = "node: an open socket";
  private static final String STRANGER = "node: a window on another node";
  private static final String REDIS = "Redis: a message";
  private static final String HEARER = "Redis: each node that hears it";
  private static final String STORE = "PostgreSQL: a message";
  private static final String STORE_OPENING = "PostgreSQL: a socket is opened";
  private static final String ENTRY = "PostgreSQL: a message of 64 characters, kept";

  private Inputs() {}

  static String table(Costs costs) {
    StringBuilder lines = new StringBuilder("| input of the model | measured |\n|---|---:|\n");
    costs
        .message()
        .forEach((readers, time) -> lines.append(time(MESSAGE.formatted(readers), time)));
    lines.append(time(PUBLISH, costs.publish()));
    lines.append(time(HEAR, costs.hear()));
    lines.append(time(OPENING, costs.opening()));
    lines.append(time(SIGNAL, costs.signal()));
    lines.append(memory(SOCKET, costs.socket()));
    lines.append(memory(STRANGER, costs.stranger()));
    lines.append(time(REDIS, costs.redisMessage()));
    lines.append(time(HEARER, costs.redisHearer()));
    lines.append(time(STORE, costs.storeMessage()));
    lines.append(time(STORE_OPENING, costs.storeOpening()));
    lines.append(memory(ENTRY, costs.entry()));
    return lines.toString();
  }

  private static String time(String what, double seconds) {
    return String.format(Locale.ROOT, "| %s | %,.1f µs |%n", what, seconds * 1e6);
  }

  private static String memory(String what, double bytes) {
    return String.format(Locale.ROOT, "| %s | %,.0f bytes |%n", what, bytes);
  }

  /**
   * Reads the table in a page.
   *
   * @throws IllegalArgumentException if a line is missing
   */
  static Costs read(String page) {
    TreeMap<Integer, Double> message = new TreeMap<>();
    Matcher measured = MESSAGES.matcher(page);
    while (measured.find()) {
      message.put(Integer.valueOf(measured.group(1)), number(measured.group(2)) / 1e6);
    }
    return new Costs(
        message,
        time(page, PUBLISH),
        time(page, HEAR),
        time(page, OPENING),
        time(page, SIGNAL),
        value(page, SOCKET, "bytes"),
        value(page, STRANGER, "bytes"),
        time(page, REDIS),
        time(page, HEARER),
        time(page, STORE),
        time(page, STORE_OPENING),
        value(page, ENTRY, "bytes"));
  }

  private static double time(String page, String what) {
    return value(page, what, "µs") / 1e6;
  }

  private static double value(String page, String what, String unit) {
    Matcher line =
        Pattern.compile("\\| " + Pattern.quote(what) + " \\| ([\\d,.]+) " + unit + " \\|")
            .matcher(page);
    if (!line.find()) {
      throw new IllegalArgumentException("there is no line for " + what);
    }
    return number(line.group(1));
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(",", ""));
  }
}
