package chat.warren.db;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store: a SQLite file, or a PostgreSQL that several nodes share. Every commit is on the disk
 * before it returns; a reader never waits for a writer. Transactions that write run as if there was
 * nothing beside them: one after the other with SQLite, and again when they have met others with
 * PostgreSQL. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** How often a transaction runs again that has met others; more would be a defect. */
  private static final int CONFLICTS = 20;

  /** What failed sooner than this had a broken connection, and there may be a whole one. */
  private static final Duration QUICK = Duration.ofSeconds(1);

  private final Dialect dialect;
  private final Pools pools;
  private final Jdbi writing;
  private final Jdbi reading;

  /**
   * The connections of a store.
   *
   * @param journal those of the log's writer
   * @param writing those of all else that writes; may be the same
   * @param release what is to be done when they are closed
   */
  record Pools(
      HikariDataSource journal,
      HikariDataSource writing,
      HikariDataSource reading,
      Duration patience,
      Runnable release) {
    void close() {
      reading.close();
      writing.close();
      journal.close();
      release.run();
    }

    /** The connection, on which nothing is waited for longer than that. */
    private Connection take(HikariDataSource pool) throws SQLException {
      Connection connection = pool.getConnection();
      if (!patience.isZero()) {
        connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
      }
      return connection;
    }
  }

  Database(Dialect dialect, Pools pools) {
    this.dialect = dialect;
    this.pools = pools;
    writing = jdbi(pools.writing());
    reading = jdbi(pools.reading());
  }

  private Jdbi jdbi(HikariDataSource pool) {
    Jdbi jdbi = Jdbi.create(() -> pools.take(pool));
    jdbi.setSqlLogger(new Statements());
    return dialect == Dialect.POSTGRESQL ? jdbi.registerArgument(new KnownCharacters()) : jdbi;
  }

  /**
   * Opens the SQLite store in a directory, makes it if it is not there, and brings it up to date.
   *
   * @throws DatabaseUnusable if the directory or the store in it cannot be used
   */
  public static Database open(Path directory) {
    return SqliteStore.open(directory);
  }

  /**
   * Opens the store in a PostgreSQL and brings it up to date.
   *
   * @throws DatabaseUnusable if it cannot be reached or used
   */
  public static Database open(PostgresAddress address) {
    return PostgresStore.open(address);
  }

  public Dialect dialect() {
    return dialect;
  }

  /**
   * Runs queries on a reading connection; they see all that was committed before.
   *
   * @param work may run twice
   * @throws Refused {@link Refusal#STORE_AWAY} if the database cannot be reached
   */
  public <T> T read(HandleCallback<T, RuntimeException> work) {
    long start = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return reading.withHandle(work);
      } catch (JdbiException e) {
        if (!dialect.isAway(e)) {
          throw e;
        }
        if (attempt > 1 || !isQuick(start)) {
          LOG.warn("The database does not answer: {}", DatabaseUnusable.reason(e));
          throw new Refused(Refusal.STORE_AWAY);
        }
      }
    }
  }

  private static boolean isQuick(long start) {
    return System.nanoTime() - start < QUICK.toNanos();
  }

  /**
   * Runs statements in one transaction.
   *
   * @param work may run several times, of which the last one counts
   * @throws Refused {@link Refusal#NOT_STORED} if the database does not take it
   */
  public <T> T write(HandleCallback<T, RuntimeException> work) {
    long start = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return writing.inTransaction(work);
      } catch (JdbiException e) {
        if (!mayRunAgain(e, attempt, start)) {
          throw notStored(e);
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * 2_000_000L));
      }
    }
  }

  private Refused notStored(JdbiException e) {
    if (dialect.isAway(e)) {
      LOG.warn("The database does not answer: {}", DatabaseUnusable.reason(e));
    } else {
      LOG.error("something could not be stored; whoever asked for it was told", e);
    }
    return new Refused(Refusal.NOT_STORED);
  }

  /** When a connection is lost at the commit, nobody knows whether it was done. */
  private boolean mayRunAgain(JdbiException e, int attempt, long start) {
    if (dialect.isConflict(e)) {
      return attempt < CONFLICTS;
    }
    return attempt == 1
        && dialect.isAway(e)
        && !(e instanceof TransactionException)
        && isQuick(start);
  }

  /** The connection of the log's writer, for it alone; closing it gives it back. */
  public Connection writer() throws SQLException {
    return pools.take(pools.journal());
  }

  @Override
  public void close() {
    pools.close();
    deregisterDrivers();
  }

  /** A driver that stays registered would keep an undeployed application in memory. */
  private static void deregisterDrivers() {
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
