package chat.warren.chat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * An event in an inbox that holds a message's words, which it loses when the message does. To be
 * called within a transaction.
 *
 * @param log of the message
 * @param seq of the message
 * @param inbox of the event
 * @param event its number there
 */
record Quote(long log, long seq, long inbox, long event) {
  private static final String NOTE =
      """
      insert into quote (log, seq, inbox, event) values (?, ?, ?, ?) on conflict do nothing""";

  /** Holds the message too, so that nobody deletes it before the note can be found. */
  private static final String DELETED =
      "update entry set deleted = deleted where log = ? and seq = ? returning deleted";

  private static final String QUOTES =
      """
      select entry.log, entry.seq, entry.text
      from quote join entry on entry.log = quote.inbox and entry.seq = quote.event
      where quote.log = ? and quote.seq = ?""";
  private static final String EMPTY = "update entry set text = ? where log = ? and seq = ?";

  static Quote of(Entry message, Entry event) {
    return new Quote(message.log(), message.seq(), event.log(), event.seq());
  }

  /** Notes it; the message may have been deleted meanwhile. */
  void note(Handle handle) {
    handle.execute(NOTE, log, seq, inbox, event);
    if (handle.select(DELETED, log, seq).mapTo(Boolean.class).one()) {
      try {
        empty(handle.getConnection(), log, seq);
      } catch (SQLException e) {
        throw new IllegalStateException("a deleted message is still quoted", e);
      }
    }
  }

  /** Takes the words of a message out of all events that hold them. */
  static void empty(Connection connection, long log, long seq) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(QUOTES);
        PreparedStatement update = connection.prepareStatement(EMPTY)) {
      query.setLong(1, log);
      query.setLong(2, seq);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          update.setString(1, Notification.of(row.getString(3)).withoutText().json());
          update.setLong(2, row.getLong(1));
          update.setLong(3, row.getLong(2));
          update.addBatch();
        }
      }
      update.executeBatch();
    }
  }
}
