package chat.warren.chat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * A transaction whose commit was asked for and not answered: the connection broke, or the answer
 * came too late. It is stored as a whole or not at all, so that one entry tells of all.
 *
 * @param outcomes what it had made of the drafts
 */
record Doubt(List<Outcome> outcomes) {
  private static final String ENTRY = "select author, id, at from entry where log = ? and seq = ?";

  /**
   * Asks the store, and waits there until the transaction has come to its end.
   *
   * @param heads the query that holds logs
   * @throws SQLException if the store does not say
   */
  boolean isStored(Connection connection, String heads) throws SQLException {
    for (Outcome outcome : outcomes) {
      if (outcome.isNew()) {
        return isStored(connection, heads, outcome.receipt().entry());
      }
    }
    // Nothing was to be written.
    return true;
  }

  private static boolean isStored(Connection connection, String heads, Entry entry)
      throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement hold = connection.prepareStatement(heads);
        PreparedStatement query = connection.prepareStatement(ENTRY)) {
      hold.setString(1, String.valueOf(entry.log()));
      hold.executeQuery().close();
      query.setLong(1, entry.log());
      query.setLong(2, entry.seq());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            && row.getLong("author") == entry.author().id()
            && Objects.equals(row.getString("id"), entry.id())
            && row.getLong("at") == entry.at().toEpochMilli();
      }
    } finally {
      connection.rollback();
    }
  }
}
