package chat.warren.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file in write-ahead mode, every commit on the disk before it returns ({@code
 * synchronous=FULL}). There is one connection that writes and a few that read.
 */
final class SqliteStore {
  private static final String FILE = "warren.db";
  private static final int READERS = 4;
  private static final Duration BUSY = Duration.ofSeconds(5);

  private final DataDirectory directory;

  private SqliteStore(DataDirectory directory) {
    this.directory = directory;
  }

  static Database open(Path path) {
    return take(path, SqliteStore::open);
  }

  /** For somebody who moves all of it. */
  static Vault openAlone(Path path) {
    return take(path, SqliteStore::openAlone);
  }

  private static <T> T take(Path path, Function<SqliteStore, T> opening) {
    SqliteStore store = new SqliteStore(DataDirectory.take(path));
    try {
      return opening.apply(store);
    } catch (JdbiException | FlywayException | IllegalStateException e) {
      store.directory.close();
      throw new DatabaseUnusable(store.damaged(DatabaseUnusable.reason(e)), e);
    } catch (RuntimeException | Error e) {
      store.directory.close();
      throw e;
    }
  }

  private Database open() {
    // Alone first: two connections that find a killed server's log at once can turn each other
    // away.
    checkFile();
    HikariDataSource writer = pool("warren-db-writer", 1);
    try {
      Migrations.run(writer, Dialect.SQLITE);
      HikariDataSource readers = pool("warren-db-reader", READERS);
      return new Database(
          Dialect.SQLITE,
          new Database.Pools(writer, writer, readers, Duration.ZERO, directory::close));
    } catch (RuntimeException | Error e) {
      writer.close();
      throw e;
    }
  }

  private Vault openAlone() {
    checkFile();
    String step = Migrations.run(source(), Dialect.SQLITE);
    try {
      Connection connection = source().getConnection();
      connection.setAutoCommit(false);
      return new Vault(Dialect.SQLITE, step, connection, directory::close);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private HikariDataSource pool(String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source());
    config.setMaximumPoolSize(size);
    config.setInitializationFailTimeout(-1);
    config.setExceptionOverride(new BrokenTransactions.OfSqlite());
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

  private String damaged(String reason) {
    return "The database "
        + directory.file(FILE)
        + " cannot be used ("
        + reason
        + "). Put a good copy of it in place, or set WARREN_DATA to another directory.";
  }
}
