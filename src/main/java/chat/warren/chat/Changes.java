package chat.warren.chat;

import chat.warren.room.Register;
import chat.warren.text.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Entries about what is there already: whether they may be, and what they change. All within the
 * writer's transaction, so that the state is that of the entry before. Stateless.
 */
final class Changes {
  private static final String TARGET =
      "select author, deleted from entry where log = ? and seq = ? and kind = 'message'";
  private static final String EDIT = "update entry set amended = ? where log = ? and seq = ?";
  private static final String DELETE =
      """
      update entry set text = '', amended = null, deleted = true
      where log = ? and (seq = ? or (ref = ? and kind = 'edit'))""";
  private static final String FORGET = "delete from reaction where log = ? and seq = ?";
  private static final String REACT =
      """
      insert into reaction (log, seq, emoji, person, since) values (?, ?, ?, ?, ?)
      on conflict do nothing""";
  private static final String UNREACT =
      "delete from reaction where log = ? and seq = ? and emoji = ? and person = ?";

  private Changes() {}

  /** Whether an act changes something beside adding its entry. */
  static boolean areMadeBy(Act act) {
    return !(act instanceof Act.Say || act instanceof Act.Event);
  }

  /** Why the draft may not be written; null if it may. Only for drafts with a reference. */
  static Refusal refusal(Connection connection, Draft draft, Instant now) throws SQLException {
    if (draft.act() instanceof Act.Membership it) {
      long person = it.person().id();
      return Register.refusal(connection, draft.log(), person, it.change(), it.role(), now);
    }
    try (PreparedStatement query = connection.prepareStatement(TARGET)) {
      query.setLong(1, draft.log());
      query.setLong(2, draft.act().ref());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Refusal.NO_SUCH_MESSAGE;
        }
        boolean own = row.getLong("author") == draft.author().id();
        boolean changes = draft.act() instanceof Act.Edit || draft.act() instanceof Act.Delete;
        if (changes && !own) {
          return Refusal.NOT_YOURS;
        }
        return row.getBoolean("deleted") ? Refusal.MESSAGE_DELETED : null;
      }
    }
  }

  /**
   * Changes the current state of what the draft is about.
   *
   * @param seq the number that the draft got
   */
  static void apply(Connection connection, Draft draft, long seq, Instant now) throws SQLException {
    long log = draft.log();
    long person = draft.author().id();
    if (draft.act() instanceof Act.Edit edit) {
      run(connection, EDIT, edit.text(), log, edit.target());
    } else if (draft.act() instanceof Act.Delete delete) {
      run(connection, DELETE, log, delete.target(), delete.target());
      run(connection, FORGET, log, delete.target());
      Quote.empty(connection, log, delete.target());
    } else if (draft.act() instanceof Act.React react && react.on()) {
      run(connection, REACT, log, react.target(), react.emoji(), person, seq);
    } else if (draft.act() instanceof Act.React react) {
      run(connection, UNREACT, log, react.target(), react.emoji(), person);
    } else if (draft.act() instanceof Act.Membership it) {
      long whom = it.person().id();
      Register.apply(connection, log, whom, it.change(), it.role(), it.until(), person, now);
    } else if (draft.act() instanceof Act.RoomChange change) {
      Register.apply(connection, log, change.to(), now);
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
