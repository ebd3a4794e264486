package chat.warren.db;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The store: one SQLite file in write-ahead mode, every commit on the disk before it returns
 * ({@code synchronous=FULL}). There is one connection that writes and a few that read; a reader
 * never waits for the writer. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final String FILE = "warren.db";
  private static final int READERS = 4;
  private static final Duration BUSY = Duration.ofSeconds(5);

  private final DataDirectory directory;
  private final HikariDataSource writer;
  private final HikariDataSource readers;
  private final Jdbi writing;
  private final Jdbi reading;

  private Database(DataDirectory directory) {
    this.directory = directory;
    // Alone first: two connections that find a killed server's log at once can turn each other
    // away.
    checkFile();
    writer = pool("warren-db-writer", 1);
    try {
      migrate();
      readers = pool("warren-db-reader", READERS);
    } catch (RuntimeException | Error e) {
      writer.close();
      throw e;
    }
    writing = Jdbi.create(writer);
    reading = Jdbi.create(readers);
    writing.setSqlLogger(new Statements());
    reading.setSqlLogger(new Statements());
  }

  /**
   * Opens the store in a directory, makes it if it is not there, and brings it up to date.
   *
   * @throws DatabaseUnusable if the directory or the store in it cannot be used
   */
  public static Database open(Path path) {
    DataDirectory directory = DataDirectory.take(path);
    try {
      return new Database(directory);
    } catch (JdbiException | FlywayException | IllegalStateException e) {
      directory.close();
      throw new DatabaseUnusable(damaged(directory, reason(e)), e);
    } catch (RuntimeException | Error e) {
      directory.close();
      throw e;
    }
  }

  private HikariDataSource pool(String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source());
    config.setMaximumPoolSize(size);
    config.setInitializationFailTimeout(-1);
    config.setExceptionOverride(new BrokenTransactions());
    return new HikariDataSource(config);
  }

  private SQLiteDataSource source() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout((int) BUSY.toMillis());
    config.enforceForeignKeys(true);
    // What was deleted is overwritten, so that it cannot be read from the file either.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    // Asked for after every insert otherwise, though nobody wants them.
    config.setGetGeneratedKeys(false);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + directory.file(FILE));
    return source;
  }

  /**
   * Reads the whole file once: a page that was damaged is found now and not under somebody's
   * message.
   */
  private void checkFile() {
    try (Connection connection = source().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("pragma quick_check(1)")) {
      String finding = rows.next() ? rows.getString(1) : "no answer";
      if (!finding.equals("ok")) {
        throw new IllegalStateException(finding.strip());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void migrate() {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(writer)
        .locations("classpath:db/migration")
        .placeholders(Map.of("id", "integer primary key autoincrement"))
        .load()
        .migrate();
  }

  private static String damaged(DataDirectory directory, String reason) {
    return "The database "
        + directory.file(FILE)
        + " cannot be used ("
        + reason
        + "). Put a good copy of it in place, or set WARREN_DATA to another directory.";
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString()).strip();
  }

  /** Runs queries on a reading connection; they see all that was committed before. */
  public <T> T read(HandleCallback<T, RuntimeException> work) {
    return reading.withHandle(work);
  }

  /**
   * Runs statements in one transaction on the writing connection, after those that wait already.
   *
   * @throws Refused {@link Refusal#NOT_STORED} if the disk does not take it
   */
  public <T> T write(HandleCallback<T, RuntimeException> work) {
    try {
      return writing.inTransaction(work);
    } catch (JdbiException e) {
      LOG.error("something could not be stored; whoever asked for it was told", e);
      throw new Refused(Refusal.NOT_STORED);
    }
  }

  /** The writing connection itself, for the log's writer; closing it gives it back. */
  public Connection writer() throws SQLException {
    return writer.getConnection();
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
    directory.close();
    deregisterDriver();
  }

  /** A driver that stays registered would keep an undeployed application in memory. */
  private static void deregisterDriver() {
    for (Driver driver : Collections.list(DriverManager.getDrivers())) {
      if (driver.getClass().getClassLoader() == Database.class.getClassLoader()) {
        try {
          DriverManager.deregisterDriver(driver);
        } catch (SQLException e) {
          throw new IllegalStateException("cannot deregister " + driver, e);
        }
      }
    }
  }
}
