package chat.warren.room;

import chat.warren.db.Database;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The people of a room as its settings page lists them. Thread-safe. */
public final class Members {
  /** The most that a list has. */
  private static final int MOST = 500;

  private final Database database;
  private final Clock clock;

  public Members(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A member. */
  public record Member(User user, Role role) {}

  /**
   * A ban or a mute.
   *
   * @param until when it ends; null for never
   */
  public record Term(User user, Instant until) {}

  /** The members: owners, moderators, then the others in the order in which they came. */
  public List<Member> of(Room room) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select person.id, person.name, person.display, person.colour, member.role
                    from member join person on person.id = member.person
                    where member.log = :log and member.role <> 'none'
                    order by case member.role when 'owner' then 1 when 'moderator' then 2 else 3 end,
                      member.joined_at, person.id
                    limit :most""")
                .bind("log", room.log())
                .bind("most", MOST)
                .map(
                    (row, context) ->
                        new Member(Users.NAMES.map(row, context), Role.of(row.getString("role"))))
                .list());
  }

  /** Who is banned now, the newest ban first. */
  public List<Term> banned(Room room) {
    return terms("ban", room);
  }

  /** Who is muted now, the newest mute first. */
  public List<Term> muted(Room room) {
    return terms("mute", room);
  }

  private List<Term> terms(String table, Room room) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select person.id, person.name, person.display, person.colour, term.ends_at
                    from %s term join person on person.id = term.person
                    where term.log = :log and (term.ends_at is null or term.ends_at > :now)
                    order by term.made_at desc, person.id limit :most"""
                        .formatted(table))
                .bind("log", room.log())
                .bind("now", clock.millis())
                .bind("most", MOST)
                .map((row, context) -> new Term(Users.NAMES.map(row, context), end(row)))
                .list());
  }

  private static Instant end(ResultSet row) throws SQLException {
    long end = row.getLong("ends_at");
    return row.wasNull() ? null : Instant.ofEpochMilli(end);
  }
}
