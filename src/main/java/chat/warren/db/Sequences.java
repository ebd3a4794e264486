package chat.warren.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The numbers that a store gives to new rows: what comes next in a table, so that the number of
 * something that is gone is not given again. Stateless.
 */
final class Sequences {
  private Sequences() {}

  /** The number that the next row gets; 0 if the table gives none. */
  static long next(Connection connection, Dialect dialect, Table table) throws SQLException {
    return dialect == Dialect.SQLITE
        ? number(
            connection,
            """
            select coalesce((select seq from sqlite_sequence where name = ?1), 0) + 1
            from sqlite_master where name = ?1 and sql like '%autoincrement%'""",
            table.name())
        : ofPostgres(connection, table);
  }

  private static long ofPostgres(Connection connection, Table table) throws SQLException {
    if (table.columns().stream().noneMatch(column -> column.name().equals("id"))) {
      return 0;
    }
    String sequence = sequence(connection, table);
    return sequence == null
        ? 0
        : number(
            connection,
            "select last_value + case when is_called then 1 else 0 end from " + sequence);
  }

  private static String sequence(Connection connection, Table table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select pg_get_serial_sequence(?, 'id')")) {
      query.setString(1, table.name());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** Goes on from a number. */
  static void set(Connection connection, Dialect dialect, Table table, long next)
      throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      number(
          connection,
          "select setval(pg_get_serial_sequence(?, 'id'), " + next + ", false)",
          table.name());
      return;
    }
    try (PreparedStatement forget =
            connection.prepareStatement("delete from sqlite_sequence where name = ?");
        PreparedStatement set =
            connection.prepareStatement("insert into sqlite_sequence (name, seq) values (?, ?)")) {
      forget.setString(1, table.name());
      forget.executeUpdate();
      set.setString(1, table.name());
      set.setLong(2, next - 1);
      set.executeUpdate();
    }
  }

  private static long number(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setString(i + 1, values[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
