package chat.warren.room;

import chat.warren.text.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Writes down what changes about a room and its people, within the transaction of the entry that
 * tells of it. Stateless.
 */
public final class Register {
  private static final String ROLE =
      "select role from member where log = ? and person = ? and role <> 'none'";
  private static final String OTHER_OWNERS =
      "select person from member where log = ? and person <> ? and role = 'owner' limit 1";
  private static final String BANNED =
      """
      select person from ban
      where log = ? and person = ? and (ends_at is null or ends_at > ?)""";
  private static final String SET_ROLE =
      """
      insert into member (log, person, role, joined_at) values (?, ?, ?, ?)
      on conflict (log, person) do update set role = excluded.role,
        joined_at = case when member.role = 'none' then excluded.joined_at else member.joined_at end""";

  /** Whoever is named in a log stays known. */
  private static final String NAMED =
      """
      insert into member (log, person, role, joined_at) values (?, ?, 'none', ?)
      on conflict (log, person) do nothing""";

  private static final String SET_TERM =
      """
      insert into %s (log, person, ends_at, made_by, made_at) values (?, ?, ?, ?, ?)
      on conflict (log, person) do update
      set ends_at = excluded.ends_at, made_by = excluded.made_by, made_at = excluded.made_at""";

  private static final String SET_ROOM =
      """
      update room set title = coalesce(?, title), topic = coalesce(?, topic),
        read_only = coalesce(?, read_only), slow_seconds = coalesce(?, slow_seconds)
      where log = ?""";

  private Register() {}

  /**
   * Why a change may not be, as things stand in the transaction; null if it may.
   *
   * @param role what the person is to become, for {@link Change#ROLE}
   */
  public static Refusal refusal(
      Connection connection, long log, long person, Change change, Role role, Instant now)
      throws SQLException {
    String is = text(connection, ROLE, log, person);
    return switch (change) {
      case JOIN -> is != null ? Refusal.ALREADY_A_MEMBER : null;
      case INVITE ->
          is != null
              ? Refusal.ALREADY_A_MEMBER
              : isBanned(connection, log, person, now) ? Refusal.PERSON_BANNED : null;
      case LEAVE, REMOVE -> ending(connection, log, person, is);
      case ROLE -> {
        if (role.word().equals(is)) {
          yield Refusal.NOTHING_TO_CHANGE;
        }
        yield ending(connection, log, person, is);
      }
      case UNBAN -> isThere(connection, "ban", log, person) ? null : Refusal.NOTHING_TO_CHANGE;
      case UNMUTE -> isThere(connection, "mute", log, person) ? null : Refusal.NOTHING_TO_CHANGE;
      case BAN, MUTE -> null;
    };
  }

  /** A room keeps an owner. */
  private static Refusal ending(Connection connection, long log, long person, String is)
      throws SQLException {
    if (is == null) {
      return Refusal.NOT_A_MEMBER;
    }
    boolean last =
        is.equals(Role.OWNER.word()) && text(connection, OTHER_OWNERS, log, person) == null;
    return last ? Refusal.LAST_OWNER : null;
  }

  private static boolean isBanned(Connection connection, long log, long person, Instant now)
      throws SQLException {
    return text(connection, BANNED, log, person, now.toEpochMilli()) != null;
  }

  private static boolean isThere(Connection connection, String table, long log, long person)
      throws SQLException {
    String query = "select person from " + table + " where log = ? and person = ?";
    return text(connection, query, log, person) != null;
  }

  /**
   * Makes a change.
   *
   * @param role what the person becomes, for {@link Change#ROLE}
   * @param until when a ban or mute ends; null for never
   * @param by who makes it
   */
  public static void apply(
      Connection connection,
      long log,
      long person,
      Change change,
      Role role,
      Instant until,
      long by,
      Instant now)
      throws SQLException {
    long at = now.toEpochMilli();
    Long end = until == null ? null : until.toEpochMilli();
    switch (change) {
      case JOIN, INVITE -> run(connection, SET_ROLE, log, person, Role.MEMBER.word(), at);
      case LEAVE, REMOVE -> {
        run(connection, SET_ROLE, log, person, "none", at);
        // It is not among the person's rooms any more.
        run(connection, "delete from read_mark where log = ? and person = ?", log, person);
      }
      case ROLE -> run(connection, SET_ROLE, log, person, role.word(), at);
      case BAN -> {
        run(connection, NAMED, log, person, at);
        run(connection, String.format(SET_TERM, "ban"), log, person, end, by, at);
      }
      case MUTE -> {
        run(connection, NAMED, log, person, at);
        run(connection, String.format(SET_TERM, "mute"), log, person, end, by, at);
      }
      case UNBAN -> run(connection, "delete from ban where log = ? and person = ?", log, person);
      case UNMUTE -> run(connection, "delete from mute where log = ? and person = ?", log, person);
    }
  }

  /** Changes the room itself. */
  public static void apply(Connection connection, long log, RoomSettings to, Instant now)
      throws SQLException {
    run(connection, SET_ROOM, to.title(), to.topic(), to.readOnly(), to.slow(), log);
    if (to.archived() != null) {
      Long at = to.archived() ? now.toEpochMilli() : null;
      run(connection, "update room set archived_at = ? where log = ?", at, log);
    }
  }

  /** The first column of the first row; null if there is none. */
  private static String text(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      set(query, values);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      statement.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
