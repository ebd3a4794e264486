package chat.warren.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code java -jar warren.war} as a process of its own, as the README starts it. */
public final class WarProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern READY = Pattern.compile("Warren is at (http://\\S+)");

  private static final Pattern SETUP = Pattern.compile("/setup .* token: (\\S{43})$");

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private final Process process;
  private final List<String> output = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<URI> address = new CompletableFuture<>();

  private WarProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "war-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts it and waits until it says where it is. */
  public static WarProcess serve(Path data, int port) {
    WarProcess war =
        start(Map.of("WARREN_DATA", data.toString(), "WARREN_PORT", String.valueOf(port)));
    war.site();
    return war;
  }

  /** Starts it with these settings in its environment and does not wait. */
  public static WarProcess start(Map<String, String> settings, String... javaOptions) {
    return start(settings, List.of(javaOptions), List.of());
  }

  /** Starts {@code java -jar warren.war} with arguments behind it, which is no server then. */
  public static WarProcess run(Map<String, String> settings, String... arguments) {
    return start(settings, List.of(), List.of(arguments));
  }

  private static WarProcess start(
      Map<String, String> settings, List<String> javaOptions, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", War.file().toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("WARREN_"));
    builder.environment().putAll(settings);
    try {
      return new WarProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that nobody has, and that was not given before: the system may give one twice. */
  public static int freePort() {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0)) {
        if (GIVEN.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        output.add(line);
        Matcher ready = READY.matcher(line);
        if (ready.find()) {
          address.complete(URI.create(ready.group(1)));
        }
      }
    } catch (IOException e) {
      output.add(e.toString());
    }
    address.completeExceptionally(new IllegalStateException("it ended: " + output));
  }

  /** Where it is served, as it says itself. */
  public Site site() {
    try {
      return Site.at(address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (Exception e) {
      process.destroyForcibly();
      throw new AssertionError("Warren did not start: " + output, e);
    }
  }

  /** What makes the first administrator, as it stands in the log. */
  public String setupToken() {
    site();
    List<String> tokens =
        output().stream()
            .flatMap(line -> SETUP.matcher(line).results().map(found -> found.group(1)))
            .toList();
    if (tokens.size() != 1) {
      throw new AssertionError("not one token: " + output);
    }
    return tokens.get(0);
  }

  public long pid() {
    return process.pid();
  }

  /** The memory that it holds, in bytes, as Linux counts it. */
  public long residentMemory() {
    try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that it has written so far, to either stream. */
  public List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  /** Waits for its end and gives its exit code. */
  public int exitCode() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("Warren still runs: " + output);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to stop (SIGTERM) and waits. */
  public void stop() {
    process.destroy();
    exitCode();
  }

  /** Ends it without a chance to do anything ({@code kill -9}). */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** Lets it do nothing ({@code SIGSTOP}): its connections stay, and nobody answers. */
  public void freeze() {
    Signals.send(pid(), "STOP");
  }

  /** Lets it go on ({@code SIGCONT}). */
  public void thaw() {
    Signals.send(pid(), "CONT");
  }

  @Override
  public void close() {
    process.destroyForcibly();
    exitCode();
  }
}
