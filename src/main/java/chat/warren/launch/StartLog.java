package chat.warren.launch;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/**
 * The log of a server that was started from the command line: one line a record on standard error.
 * When the web application refuses to start, its one line is enough; what Tomcat says about it is
 * left out.
 */
final class StartLog {
  private static final String FORMAT = "%1$tF %1$tT %4$s %5$s%6$s%n";
  private static final String PREFIX = "Warren cannot start. ";

  /** Heard only when something is wrong. Kept, for a logger that nobody holds loses its level. */
  private static final List<Logger> QUIET =
      Stream.of("org.apache", "org.flywaydb", "com.zaxxer").map(Logger::getLogger).toList();

  private static volatile String reason;

  private StartLog() {}

  static void install() {
    System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    Handler console = new ConsoleHandler();
    Formatter formatter = new SimpleFormatter();
    console.setFormatter(formatter);
    console.setFilter(StartLog::isForPeople);
    root.addHandler(console);
  }

  /** Why the web application did not start. */
  static String reason() {
    return reason == null ? "The log above says why." : reason;
  }

  private static boolean isForPeople(LogRecord record) {
    String message = String.valueOf(record.getMessage());
    if (message.startsWith(PREFIX)) {
      reason = message.substring(PREFIX.length());
      return false;
    }
    return reason == null || !String.valueOf(record.getLoggerName()).startsWith("org.apache");
  }
}
