package chat.warren.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.postgresql.Driver;

/** A PostgreSQL of one's own, to which everything may be done that can happen to one. */
public final class PostgresServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path data;
  private final EmbeddedPostgres server;

  /** How it was started first; every further start does the same. */
  private final List<String> command;

  /** Starts one that keeps its data below a directory. */
  public PostgresServer(Path directory) throws IOException {
    data = directory.resolve("postgres");
    server =
        Postgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            // It is killed here; what was acknowledged has to outlive that.
            .setServerConfig("synchronous_commit", "on")
            .start();
    long first = processes().get(0).pid();
    command =
        List.of(Files.readString(Path.of("/proc", String.valueOf(first), "cmdline")).split("\0"));
  }

  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** The URL of a database of its own for a user who needs a password, which is not in it. */
  public String urlWithPassword(String user, String password) throws IOException {
    Path entrance = data.resolve("pg_hba.conf");
    Files.writeString(
        entrance, "host all " + user + " all scram-sha-256\n" + Files.readString(entrance));
    execute("create role " + user + " login password '" + password + "'");
    execute("create database " + user + " owner " + user);
    execute("select pg_reload_conf()");
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + user + "?user=" + user;
  }

  /** The URL of an empty database. */
  public String urlOfNew(String name) {
    execute("create database " + name);
    return server.getJdbcUrl("postgres", name);
  }

  /** Stops it, as an administrator does, and starts it again. */
  public void restart() throws IOException {
    ProcessHandle first = processes().get(0);
    signal("-INT", List.of(first));
    first.onExit().join();
    start();
  }

  /** Ends all its processes at once, and starts it again. */
  public void crash() throws IOException {
    List<ProcessHandle> all = processes();
    signal("-KILL", all);
    all.forEach(process -> process.onExit().join());
    start();
  }

  private void start() throws IOException {
    List<String> line = new ArrayList<>(command);
    if (Files.getOwner(data).getName().equals("root")) {
      // It does not run as root.
      line.addAll(0, List.of("unshare", "-U"));
    }
    new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isUp()) {
      if (System.nanoTime() - end > 0) {
        throw new IOException("PostgreSQL does not start again: " + line);
      }
      LockSupport.parkNanos(100_000_000);
    }
  }

  private boolean isUp() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** Lets none of its processes do anything ({@code SIGSTOP}). */
  public void freeze() throws IOException {
    signal("-STOP", processes());
  }

  /** Lets them go on. */
  public void thaw() throws IOException {
    signal("-CONT", processes());
  }

  private static void signal(String signal, List<ProcessHandle> processes) throws IOException {
    List<String> kill = new ArrayList<>(List.of("kill", signal));
    processes.forEach(process -> kill.add(String.valueOf(process.pid())));
    try {
      new ProcessBuilder(kill).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The first process first, which makes the others. */
  private List<ProcessHandle> processes() throws IOException {
    long first = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle handle = ProcessHandle.of(first).orElseThrow();
    return Stream.concat(Stream.of(handle), handle.descendants()).toList();
  }

  /** Cuts every connection but the one that asks for it. */
  public void cutConnections() {
    execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()");
  }

  public void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public Connection connect() throws SQLException {
    return new Driver().connect(url(), new Properties());
  }

  @Override
  public void close() {
    try {
      thaw();
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL does not stop", e);
    }
  }
}
