package chat.warren.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that several nodes may share. Nothing is waited for without an end: what it does not
 * answer in time has failed, and it ends the transactions of a node that says nothing more.
 */
final class PostgresStore {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);

  /** The oldest that is tested. */
  private static final int OLDEST = 14;

  private static final int WRITERS = 3;
  private static final int READERS = 6;

  /** How long an answer is waited for; the server gives up a statement a little sooner. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** How long a connection is waited for, and how long to find out whether one still works. */
  private static final Duration CONNECTION = Duration.ofSeconds(3);

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

  /** An acknowledged message is on the disk, whatever else may be set. */
  private static final String SETTINGS =
      """
      set statement_timeout = '4s';
      set lock_timeout = '3s';
      set idle_in_transaction_session_timeout = '5s';
      set default_transaction_isolation = '%s';
      select set_config('synchronous_commit', 'on', false)
      where current_setting('synchronous_commit') = 'off'""";

  private static final String NO_ENTRANCE = "28";
  private static final String NO_PASSWORD = "08004";

  private final PostgresAddress address;

  private PostgresStore(PostgresAddress address) {
    this.address = address;
  }

  static Database open(PostgresAddress address) {
    return new PostgresStore(address).open();
  }

  private Database open() {
    bringUpToDate();
    HikariDataSource journal = pool("journal", 1, "read committed");
    HikariDataSource writing = pool("writer", WRITERS, "serializable");
    HikariDataSource reading = pool("reader", READERS, "read committed");
    return new Database(
        Dialect.POSTGRESQL, new Database.Pools(journal, writing, reading, ANSWER, () -> {}));
  }

  /** For somebody who moves all of it. */
  static Vault openAlone(PostgresAddress address) {
    PostgresStore store = new PostgresStore(address);
    String step = store.bringUpToDate();
    try {
      Connection connection = store.source(Duration.ZERO).getConnection();
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      return new Vault(Dialect.POSTGRESQL, step, connection, () -> {});
    } catch (SQLException e) {
      throw new DatabaseUnusable(store.complaint(e), e);
    }
  }

  private String bringUpToDate() {
    try {
      check();
      return Migrations.run(source(Duration.ZERO), Dialect.POSTGRESQL);
    } catch (SQLException e) {
      throw new DatabaseUnusable(complaint(e), e);
    } catch (FlywayException e) {
      throw new DatabaseUnusable(unusable(DatabaseUnusable.reason(e)), e);
    }
  }

  private HikariDataSource pool(String name, int size, String isolation) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("warren-db-" + name);
    config.setDataSource(source(ANSWER));
    config.setMaximumPoolSize(size);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(CONNECTION.toMillis());
    config.setValidationTimeout(SIGN_OF_LIFE.toMillis());
    config.setConnectionInitSql(SETTINGS.formatted(isolation));
    config.setExceptionOverride(new BrokenTransactions.OfPostgres());
    return new HikariDataSource(config);
  }

  /**
   * Where connections come from.
   *
   * @param answer how long an answer is waited for; zero for ever, as a change of tables may take
   */
  private DataSource source(Duration answer) {
    return address.isUrl() ? new DirectSource(address.value(), answer) : managed();
  }

  private DataSource managed() {
    try {
      if (new InitialContext().lookup(address.value()) instanceof DataSource found) {
        return found;
      }
      throw new NamingException("it is no data source");
    } catch (NamingException e) {
      throw new DatabaseUnusable(
          "There is no data source "
              + address
              + " ("
              + DatabaseUnusable.reason(e)
              + "). Make it in the server, or correct WARREN_DB.",
          e);
    }
  }

  private void check() throws SQLException {
    try (Connection connection = source(ANSWER).getConnection()) {
      DatabaseMetaData about = connection.getMetaData();
      String product = about.getDatabaseProductName();
      if (!product.equals("PostgreSQL") || about.getDatabaseMajorVersion() < OLDEST) {
        throw new DatabaseUnusable(
            unusable(
                product
                    + " "
                    + about.getDatabaseProductVersion()
                    + " is no PostgreSQL "
                    + OLDEST
                    + " or newer"),
            null);
      }
      String encoding = setting(connection, "server_encoding");
      if (!encoding.equals("UTF8")) {
        throw new DatabaseUnusable(unusable("its encoding is " + encoding + " and not UTF8"), null);
      }
      if (setting(connection, "fsync").equals("off")) {
        LOG.warn("PostgreSQL runs with fsync off: a power cut will lose messages.");
      }
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  private String complaint(SQLException e) {
    String state = Dialect.state(e);
    if (state.startsWith(NO_ENTRANCE) || state.equals(NO_PASSWORD)) {
      return "PostgreSQL at "
          + address
          + " does not let Warren in ("
          + DatabaseUnusable.reason(e)
          + "). Correct the user and the password in WARREN_DB.";
    }
    if (state.startsWith(Dialect.CONNECTION_LOST)) {
      return "PostgreSQL cannot be reached at "
          + address
          + " ("
          + DatabaseUnusable.reason(e)
          + "). Start it there, or correct WARREN_DB.";
    }
    return unusable(DatabaseUnusable.reason(e));
  }

  private String unusable(String reason) {
    return "The database at "
        + address
        + " cannot be used ("
        + reason
        + "). Put that right, or set WARREN_DB to another one.";
  }
}
