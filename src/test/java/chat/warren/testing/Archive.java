package chat.warren.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.sqlite.SQLiteDataSource;

/** Long histories, put straight into the store of a Warren in whose room nobody is just now. */
public final class Archive {
  private static final String ADD =
      """
      with recursive number(seq) as (
        select ? union all select seq + 1 from number where seq < ?)
      insert into entry (log, seq, kind, author, at, text)
      select log.id, number.seq, 'message', person.id, ? + number.seq * ?,
             'message ' || number.seq
      from number, log join room on room.log = log.id, person
      where room.name = ? and person.name = ?""";

  private static final String HEAD =
      "select head from log where id = (select log from room where name = ?)";

  private static final String MOVE =
      "update log set head = ? where id = (select log from room where name = ?)";

  private Archive() {}

  /**
   * Fills a room up with messages, at even distances; what they say is {@code message} and their
   * number.
   *
   * @param head the number of the last one
   * @param end when that was written
   * @param seconds the time between two of them
   */
  public static void fill(
      Path data, String room, String author, long head, Instant end, int seconds) {
    // Not by the list of drivers, from which a store of this process takes all when it is closed.
    SQLiteDataSource file = new SQLiteDataSource();
    file.setUrl("jdbc:sqlite:" + data.resolve("warren.db"));
    file.setBusyTimeout(30_000);
    // From the start: one that has read before it writes is not let wait.
    file.setTransactionMode("IMMEDIATE");
    try (Connection connection = file.getConnection();
        PreparedStatement before = connection.prepareStatement(HEAD);
        PreparedStatement add = connection.prepareStatement(ADD);
        PreparedStatement move = connection.prepareStatement(MOVE)) {
      connection.setAutoCommit(false);
      before.setString(1, room);
      try (ResultSet row = before.executeQuery()) {
        add.setLong(1, row.getLong(1) + 1);
      }
      add.setLong(2, head);
      add.setLong(3, end.toEpochMilli() - head * seconds * 1_000);
      add.setLong(4, seconds * 1_000L);
      add.setString(5, room);
      add.setString(6, author);
      add.executeUpdate();
      move.setLong(1, head);
      move.setString(2, room);
      move.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot fill " + room, e);
    }
  }
}
