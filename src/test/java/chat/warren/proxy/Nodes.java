package chat.warren.proxy;

import chat.warren.testing.WarProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two Warrens, each at a port of its own that it keeps over restarts. */
final class Nodes implements AutoCloseable {
  private static final int TWO = 2;

  private final Path data;
  private final List<Integer> ports = List.of(WarProcess.freePort(), WarProcess.freePort());
  private final WarProcess[] running = new WarProcess[TWO];

  Nodes(Path data) {
    this.data = data;
  }

  List<Integer> ports() {
    return ports;
  }

  /** Has these run, and the others not. */
  void run(boolean first, boolean second) {
    List<Boolean> wanted = List.of(first, second);
    for (int node = 0; node < TWO; node++) {
      if (wanted.get(node) && running[node] == null) {
        running[node] = start(node);
      } else if (!wanted.get(node)) {
        stop(node);
      }
    }
    for (WarProcess war : running) {
      if (war != null) {
        war.site();
      }
    }
  }

  private WarProcess start(int node) {
    return WarProcess.start(
        Map.of(
            "WARREN_DATA", data.resolve("node" + node).toString(),
            "WARREN_PORT", String.valueOf(ports.get(node)),
            "WARREN_PROXIES", "127.0.0.1"));
  }

  /** Takes one out as an administrator does (SIGTERM). */
  void stop(int node) {
    if (running[node] != null) {
      running[node].stop();
      running[node] = null;
    }
  }

  /** Ends one as an accident does ({@code kill -9}). */
  void kill(int node) {
    running[node].kill();
    running[node] = null;
  }

  @Override
  public void close() {
    for (WarProcess war : running) {
      if (war != null) {
        war.close();
      }
    }
  }
}
