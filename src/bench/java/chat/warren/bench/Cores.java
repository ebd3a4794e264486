package chat.warren.bench;

import java.io.IOException;
import java.util.List;

/** Which core does what: servers have the first, the load has the second. Stateless. */
final class Cores {
  private static final boolean PINNED = canPin();

  private Cores() {}

  private static boolean canPin() {
    return Runtime.getRuntime().availableProcessors() > 1 && succeeds("taskset", "--version");
  }

  /** What stands before a command that is to run on the first core. */
  static List<String> onTheFirst() {
    return PINNED ? List.of("taskset", "-c", "0") : List.of();
  }

  /** Moves this process to the second core. */
  static void takeTheSecond() {
    if (PINNED) {
      succeeds("taskset", "-acp", "1", String.valueOf(ProcessHandle.current().pid()));
    }
  }

  static String described() {
    return PINNED ? "server on one core, load on another" : "not pinned to cores";
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
