package chat.warren.chat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The statements of the log's writer, which stay prepared from batch to batch as long as the pool
 * gives the same connection. They end with it. For one thread.
 */
final class Prepared {
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private Connection owner;

  /** The statement, ready for new values; not to be closed. */
  PreparedStatement on(Connection pooled, String sql) throws SQLException {
    Connection connection = pooled.unwrap(Connection.class);
    if (connection != owner) {
      statements.clear();
      owner = connection;
    }
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }
}
