package chat.warren.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import redis.embedded.RedisExecProvider;

/** A PostgreSQL that writes to the disk before it says so, and a Redis. For one thread. */
final class Stores implements AutoCloseable {
  /** The places of their clocks among {@link #clocks}. */
  static final int POSTGRES = 0;

  static final int REDIS = 1;

  private final EmbeddedPostgres postgres;
  private final ProcessHandle postmaster;
  private final Process redis;
  private final int redisPort;

  private Stores(
      EmbeddedPostgres postgres, ProcessHandle postmaster, Process redis, int redisPort) {
    this.postgres = postgres;
    this.postmaster = postmaster;
    this.redis = redis;
    this.redisPort = redisPort;
    Runtime.getRuntime().addShutdownHook(new Thread(redis::destroyForcibly, "end-of-redis"));
  }

  static Stores start(Path directory) throws IOException {
    Path data = Files.createDirectories(directory).resolve("postgresql");
    // As tests start it, it would not wait for the disk.
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "256MB")
            .start();
    Process redis = null;
    try {
      ProcessHandle postmaster = postmaster(data);
      Cores.moveStore(postmaster.pid());
      int port = ServerProcess.freePort();
      redis = redis(directory, port);
      Cores.moveStore(redis.pid());
      Stores stores = new Stores(postgres, postmaster, redis, port);
      stores.checkThatItWaitsForTheDisk();
      return stores;
    } catch (IOException | RuntimeException e) {
      if (redis != null) {
        redis.destroy();
      }
      postgres.close();
      throw e;
    }
  }

  private static ProcessHandle postmaster(Path data) throws IOException {
    try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
      long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
      return ProcessHandle.of(pid).orElseThrow();
    }
  }

  private static Process redis(Path directory, int port) throws IOException {
    return new ProcessBuilder(
            RedisExecProvider.defaultProvider().get().toString(),
            "--port",
            String.valueOf(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "")
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("redis.txt").toFile())
        .start();
  }

  private void checkThatItWaitsForTheDisk() {
    for (String setting : List.of("fsync", "synchronous_commit")) {
      String value = ask("postgres", "show " + setting);
      if (!value.equals("on")) {
        throw new IllegalStateException(setting + " is " + value);
      }
    }
  }

  /** The settings of a node on a database of this name, made if it is not there. */
  Map<String, String> settings(String database) {
    if (ask("postgres", "select count(*) from pg_database where datname = '" + database + "'")
        .equals("0")) {
      ask("postgres", "create database " + database);
    }
    return Map.of("WARREN_DB", url(database));
  }

  /** The same for one of several nodes on it. */
  Map<String, String> sharedSettings(String database) {
    String redisUrl = "redis://127.0.0.1:" + redisPort;
    return Map.of("WARREN_DB", settings(database).get("WARREN_DB"), "WARREN_REDIS", redisUrl);
  }

  private String url(String database) {
    return postgres.getJdbcUrl("postgres", database);
  }

  /** What they have used of the CPU so far. */
  List<Supplier<Duration>> clocks() {
    return List.of(this::cpuOfPostgres, () -> cpu(redis.toHandle()));
  }

  private Duration cpuOfPostgres() {
    return postmaster.descendants().map(Stores::cpu).reduce(cpu(postmaster), Duration::plus);
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What the database of this name keeps of a message, with its indexes. */
  double bytesPerMessage(String database) {
    return Double.parseDouble(
        ask(database, "select pg_total_relation_size('entry')::float / count(*) from entry"));
  }

  /** Runs a statement and gives the first value of its answer, if it has one. */
  private String ask(String database, String sql) {
    try (Connection connection = DriverManager.getConnection(url(database));
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      ResultSet answer = statement.getResultSet();
      return answer.next() ? answer.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() throws IOException {
    redis.destroy();
    postgres.close();
  }
}
