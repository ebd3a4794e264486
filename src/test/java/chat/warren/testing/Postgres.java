package chat.warren.testing;

import chat.warren.db.Database;
import chat.warren.db.PostgresAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.postgresql.Driver;

/**
 * The PostgreSQL of the tests: one that is started once from Maven's artefacts, or the installed
 * one whose URL {@code WARREN_TEST_DB} gives, for a user who may make databases. Thread-safe.
 */
public final class Postgres {
  private static Postgres shared;

  private final String url;
  private final AutoCloseable server;
  private final String template = "warren_template_" + name();
  private final Map<Path, String> databases = new TreeMap<>();

  private Postgres(String url, AutoCloseable server) {
    this.url = url;
    this.server = server;
    // Sorted as people do it, so that whoever relies on the database's own order is found out.
    execute(
        "create database "
            + template
            + " template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US'");
    Database.open(new PostgresAddress(url(template))).close();
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-of-postgres"));
  }

  /** The one for all tests, which is started when it is first asked for. */
  public static synchronized Postgres shared() {
    if (shared == null) {
      String installed = System.getenv("WARREN_TEST_DB");
      shared = installed == null ? start() : new Postgres(installed, () -> {});
    }
    return shared;
  }

  private static Postgres start() {
    try {
      EmbeddedPostgres server = builder().setRegisterShutdownHook(false).start();
      return new Postgres(server.getJdbcUrl("postgres", "postgres"), server);
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL does not start", e);
    }
  }

  /** For a test that needs one of its own. */
  public static EmbeddedPostgres.Builder builder() {
    try {
      // A store that was closed before has taken the driver away, as an undeployed WAR must.
      DriverManager.registerDriver(new Driver());
      return EmbeddedPostgres.builder();
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL cannot be asked", e);
    }
  }

  /** The URL of a directory's database, in which all tables are: the same one for the same. */
  public String of(Path directory) {
    return of(directory, template);
  }

  /** The same, made without any table. */
  public String emptyOf(Path directory) {
    return of(directory, "template0");
  }

  private synchronized String of(Path directory, String model) {
    dropLeft();
    return url(databases.computeIfAbsent(directory, d -> create(model)));
  }

  private String create(String model) {
    String name = "warren_" + name();
    execute("create database " + name + " template " + model);
    return name;
  }

  /** Directories are removed after their tests, and their databases with them. */
  private void dropLeft() {
    List<Path> left = databases.keySet().stream().filter(d -> !Files.exists(d)).toList();
    left.forEach(directory -> drop(databases.remove(directory)));
  }

  private synchronized void end() {
    List<String> all = new ArrayList<>(databases.values());
    all.add(template);
    all.forEach(this::drop);
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("PostgreSQL does not stop", e);
    }
  }

  private void drop(String name) {
    execute("drop database if exists " + name + " with (force)");
  }

  /** Runs a statement outside of all databases of the tests. */
  public void execute(String sql) {
    try (Connection connection = new Driver().connect(url, new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The same URL with another database. */
  private String url(String database) {
    return url.replaceFirst("(jdbc:postgresql://[^/]*/)[^?]*", "$1" + database);
  }

  private static String name() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
