package chat.warren.testing;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import redis.embedded.RedisExecProvider;

/** A Redis server as a process of its own, which can be killed, frozen and started again. */
public final class RedisProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path BINARY = binary();

  private final int port;
  private final List<String> options;
  private Process process;

  private RedisProcess(int port, List<String> options) {
    this.port = port;
    this.options = options;
  }

  private static Path binary() {
    try {
      return RedisExecProvider.defaultProvider().get().toPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one on a free port and waits until it answers. */
  public static RedisProcess start(String... options) {
    return at(WarProcess.freePort(), options);
  }

  /** The same on a chosen port. */
  public static RedisProcess at(int port, String... options) {
    RedisProcess redis = new RedisProcess(port, List.of(options));
    redis.run();
    return redis;
  }

  /** Starts it, after it was killed, as it was at first: with nothing in its memory. */
  public void run() {
    List<String> command = new ArrayList<>(List.of(BINARY.toString()));
    command.addAll(options);
    command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1"));
    if (!options.contains("--sentinel")) {
      command.addAll(List.of("--save", "", "--appendonly", "no"));
    }
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer();
  }

  private void awaitAnswer() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        ask(RedisCommands::ping);
        return;
      } catch (RedisException notYet) {
        if (String.valueOf(notYet.getMessage()).contains("NOAUTH")) {
          return;
        }
        if (!process.isAlive() || System.nanoTime() - end > 0) {
          throw new AssertionError("Redis did not start", notYet);
        }
        Eventually.pause(Duration.ofMillis(20));
      }
    }
  }

  public int port() {
    return port;
  }

  public String address() {
    return "redis://127.0.0.1:" + port;
  }

  /** Asks it something over a connection of one's own. */
  public <T> T ask(Function<RedisCommands<String, String>, T> question) {
    RedisURI uri = RedisURI.create(address());
    uri.setTimeout(PATIENCE);
    try (RedisClient client = RedisClient.create(uri);
        StatefulRedisConnection<String, String> connection = client.connect()) {
      return question.apply(connection.sync());
    } catch (RedisException e) {
      throw e.getCause() instanceof RedisException cause ? cause : e;
    }
  }

  /** Ends it without a chance to do anything. */
  public void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("Redis still runs");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops the process ({@code SIGSTOP}): its connections stay, and nobody answers. */
  public void freeze() {
    Signals.send(process.pid(), "STOP");
  }

  /** Lets it go on ({@code SIGCONT}). */
  public void thaw() {
    Signals.send(process.pid(), "CONT");
  }

  @Override
  public void close() {
    kill();
  }
}
