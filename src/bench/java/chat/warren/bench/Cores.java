package chat.warren.bench;

import java.io.IOException;
import java.util.List;

/**
 * Which core does what. The first node has the first core for itself. With two cores everything
 * else has the second; with three the second node has it for itself, with four the load too.
 * Stateless.
 */
final class Cores {
  private static final int COUNT = Runtime.getRuntime().availableProcessors();
  private static final boolean PINNED = COUNT > 1 && succeeds("taskset", "--version");

  private Cores() {}

  /** What stands before the command of a node, the first being 0. */
  static List<String> ofNode(int node) {
    return PINNED ? List.of("taskset", "-c", core(node)) : List.of();
  }

  /** Moves this process, and what it starts from now on, to the core of the load. */
  static void takeTheLoads() {
    move(2, ProcessHandle.current().pid());
  }

  /** Moves a database server that runs, and what it starts from now on. */
  static void moveStore(long pid) {
    move(3, pid);
  }

  private static void move(int wish, long pid) {
    if (PINNED) {
      succeeds("taskset", "-acp", core(wish), String.valueOf(pid));
    }
  }

  private static String core(int wish) {
    return String.valueOf(Math.min(wish, COUNT - 1));
  }

  static String described() {
    if (!PINNED) {
      return "not pinned to cores";
    }
    return COUNT == 2
        ? "the first node on one core, all else on the other"
        : "each node on a core of its own, the load on another";
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
