package chat.warren.chat;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Rooms in which one person's messages keep a distance: when each has spoken there, written down
 * within the transaction of the message, so that it counts whatever node the next one reaches.
 * Stateless.
 */
final class Turns {
  private static final String TAKE =
      """
      insert into turn (log, person, at) values (?, ?, ?)
      on conflict (log, person) do update set at = excluded.at where turn.at <= ?""";

  private static final String LAST = "select at from turn where log = ? and person = ?";

  private Turns() {}

  /** Takes a turn for the author; gives the refusal if it has not come yet, or null. */
  static Refused refusal(Connection connection, Draft draft, Instant now) throws SQLException {
    Instant last = now.minus(draft.pause());
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setLong(1, draft.log());
      take.setLong(2, draft.author().id());
      take.setLong(3, now.toEpochMilli());
      take.setLong(4, last.toEpochMilli());
      if (take.executeUpdate() == 1) {
        return null;
      }
    }
    Duration left = Duration.between(last, last(connection, draft));
    return new Refused(Refusal.SLOW_MODE, left.plusMillis(999).toSeconds());
  }

  private static Instant last(Connection connection, Draft draft) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LAST)) {
      query.setLong(1, draft.log());
      query.setLong(2, draft.author().id());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return Instant.ofEpochMilli(row.getLong(1));
      }
    }
  }
}
