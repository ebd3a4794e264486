package chat.warren.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A store in the hands of somebody who moves all of it: one transaction on one connection, which
 * takes the time that it takes. For one thread.
 */
public final class Vault implements AutoCloseable {
  private final Dialect dialect;
  private final String step;
  private final Connection connection;
  private final Runnable release;

  /**
   * @param step the newest step of the migrations that was done
   * @param release what is to be done at the end
   */
  Vault(Dialect dialect, String step, Connection connection, Runnable release) {
    this.dialect = dialect;
    this.step = step;
    this.connection = connection;
    this.release = release;
  }

  /**
   * Opens the SQLite store in a directory, as {@link Database#open(Path)} does.
   *
   * @throws DatabaseUnusable if it cannot be used, or a Warren uses it
   */
  public static Vault open(Path directory) {
    return SqliteStore.openAlone(directory);
  }

  /**
   * Opens the store in a PostgreSQL, as {@link Database#open(PostgresAddress)} does.
   *
   * @throws DatabaseUnusable if it cannot be used
   */
  public static Vault open(PostgresAddress address) {
    return PostgresStore.openAlone(address);
  }

  Dialect dialect() {
    return dialect;
  }

  String step() {
    return step;
  }

  Connection connection() {
    return connection;
  }

  List<Table> tables() throws SQLException {
    return Table.all(connection);
  }

  long count(Table table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table.name())) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Lets nobody else write in these tables until the end. */
  void hold(Collection<Table> tables) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      String names = tables.stream().map(Table::name).collect(Collectors.joining(", "));
      try (Statement statement = connection.createStatement()) {
        statement.execute("lock table " + names + " in exclusive mode");
      }
    }
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("the store is not closed", e);
    } finally {
      release.run();
    }
  }
}
