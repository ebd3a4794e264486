package chat.warren.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server as a process of its own, on the first core where the machine lets it be pinned. */
final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** By name, for only {@code mvn -Pbench} compiles it. */
  private static final String NAIVE = "chat.warren.bench.NaiveServer";

  private final Process process;
  private final String name;
  private final int port;

  private ServerProcess(String name, int port, Process process) {
    this.name = name;
    this.port = port;
    this.process = process;
  }

  static ServerProcess warren(Path war, Path directory) throws IOException, InterruptedException {
    return warren("Warren", 0, war, directory, Map.of());
  }

  /**
   * A node.
   *
   * @param core which of the nodes it is, from 0
   * @param settings beside those that every node has
   */
  static ServerProcess warren(
      String name, int core, Path war, Path directory, Map<String, String> settings)
      throws IOException, InterruptedException {
    return start(name, core, directory, settings, List.of("-jar", war.toString()));
  }

  static ServerProcess naive(Path directory) throws IOException, InterruptedException {
    String classes = System.getProperty("java.class.path");
    return start("naive", 0, directory, Map.of(), List.of("-cp", classes, NAIVE));
  }

  private static ServerProcess start(
      String name, int core, Path directory, Map<String, String> settings, List<String> what)
      throws IOException, InterruptedException {
    int port = freePort();
    Files.createDirectories(directory);
    List<String> command = new ArrayList<>(Cores.ofNode(core));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.addAll(what);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log.txt").toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("WARREN_"));
    builder.environment().put("WARREN_PORT", String.valueOf(port));
    builder.environment().put("WARREN_HOST", "127.0.0.1");
    builder.environment().put("WARREN_LIMITS", "off");
    builder.environment().put("WARREN_DATA", directory.resolve("data").toString());
    builder.environment().putAll(settings);
    ServerProcess server = new ServerProcess(name, port, builder.start());
    try {
      server.waitUntilOpen();
      return server;
    } catch (IOException | InterruptedException e) {
      server.close();
      throw e;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void waitUntilOpen() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
        return;
      } catch (IOException notYet) {
        Thread.sleep(200);
      }
    }
    throw new IOException(name + " did not start");
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  /** The CPU time it has used so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The bytes of its live objects, after a full collection. */
  long liveHeap() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process histogram =
        new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.class_histogram").start();
    String table =
        new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (histogram.waitFor() != 0) {
      throw new IOException("jcmd cannot look into " + name);
    }
    String[] total = table.substring(table.lastIndexOf('\n') + 1).strip().split("\\s+");
    return Long.parseLong(total[2]);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
