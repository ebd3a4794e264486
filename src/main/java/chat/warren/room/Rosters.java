package chat.warren.room;

import chat.warren.db.Database;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Who is what in which room, remembered room by room until something about it changes: every
 * message asks. Thread-safe; nothing is read from the store under the lock.
 */
public final class Rosters {
  /** Above this many rooms all are read anew. */
  private static final int REMEMBERED = 1_000;

  private static final String MEMBERS =
      "select person, role from member where log = :log and role <> 'none'";
  private static final String TERMS =
      "select person, ends_at from %s where log = :log and (ends_at is null or ends_at > :now)";

  private final Database database;
  private final Clock clock;
  private final ConcurrentHashMap<Long, Roster> remembered = new ConcurrentHashMap<>();
  private final Object lock = new Object();

  /** Counts what was forgotten, so that nothing older is remembered afterwards. */
  private long forgotten;

  public Rosters(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * The roster of a room.
   *
   * @throws Refused {@link Refusal#NO_SUCH_ROOM} if the log is no room's
   */
  Roster of(long log) {
    Roster known = remembered.get(log);
    if (known != null) {
      return known;
    }
    long before;
    synchronized (lock) {
      before = forgotten;
    }
    Roster found =
        database
            .read(handle -> find(handle, log))
            .orElseThrow(() -> new Refused(Refusal.NO_SUCH_ROOM));
    synchronized (lock) {
      if (before == forgotten) {
        if (remembered.size() >= REMEMBERED) {
          remembered.clear();
        }
        remembered.put(log, found);
      }
    }
    return found;
  }

  /**
   * Reads anew when it is asked again.
   *
   * @param log the room's log; 0 for all
   */
  void forget(long log) {
    synchronized (lock) {
      forgotten++;
      if (log == 0) {
        remembered.clear();
      } else {
        remembered.remove(log);
      }
    }
  }

  private Optional<Roster> find(Handle handle, long log) {
    Map<Long, Role> roles = new HashMap<>();
    handle
        .createQuery(MEMBERS)
        .bind("log", log)
        .map((row, context) -> roles.put(row.getLong("person"), Role.of(row.getString("role"))))
        .list();
    Map<Long, Instant> bans = terms(handle, "ban", log);
    Map<Long, Instant> mutes = terms(handle, "mute", log);
    RowMapper<Roster> roster =
        (row, context) ->
            new Roster(
                row.getBoolean("private"),
                row.getBoolean("read_only"),
                row.getObject("archived_at") != null,
                Duration.ofSeconds(row.getLong("slow_seconds")),
                Map.copyOf(roles),
                bans,
                mutes);
    return handle
        .createQuery(
            "select private, read_only, archived_at, slow_seconds from room where log = :log")
        .bind("log", log)
        .map(roster)
        .findOne();
  }

  private Map<Long, Instant> terms(Handle handle, String table, long log) {
    Map<Long, Instant> terms = new HashMap<>();
    handle
        .createQuery(String.format(TERMS, table))
        .bind("log", log)
        .bind("now", clock.millis())
        .map(
            (row, context) -> {
              long end = row.getLong("ends_at");
              Instant until = row.wasNull() ? Instant.MAX : Instant.ofEpochMilli(end);
              return terms.put(row.getLong("person"), until);
            })
        .list();
    return Map.copyOf(terms);
  }
}
