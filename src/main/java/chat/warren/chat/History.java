package chat.warren.chat;

import chat.warren.db.Database;
import chat.warren.user.User;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/** What was written, read from the store. Thread-safe. */
public final class History {
  /** How many messages a page of history has. */
  public static final int PAGE = 50;

  private static final String ENTRIES =
      """
      select entry.log, entry.seq, entry.at, entry.id, entry.text,
             person.id as author, person.name, person.display
      from entry join person on person.id = entry.author
      where entry.log = :log and entry.seq > :after
      """;

  private static final RowMapper<Entry> ENTRY =
      (row, context) ->
          new Entry(
              row.getLong("log"),
              row.getLong("seq"),
              Instant.ofEpochMilli(row.getLong("at")),
              new User(row.getLong("author"), row.getString("name"), row.getString("display")),
              row.getString("id"),
              row.getString("text"));

  private final Database database;

  public History(Database database) {
    this.database = database;
  }

  /** The number of the newest entry; 0 when nothing was written yet. */
  public long head(long log) {
    return database.read(
        handle ->
            handle
                .createQuery("select head from log where id = :log")
                .bind("log", log)
                .mapTo(Long.class)
                .one());
  }

  /** The newest {@link #PAGE} entries, oldest first. */
  public List<Entry> newest(long log) {
    List<Entry> entries = read(log, 0, "order by entry.seq desc limit :limit", PAGE);
    Collections.reverse(entries);
    return entries;
  }

  /** The entries that come after a number, oldest first, at most {@code limit} of them. */
  public List<Entry> after(long log, long seq, int limit) {
    return read(log, seq, "order by entry.seq limit :limit", limit);
  }

  private List<Entry> read(long log, long after, String order, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(ENTRIES + order)
                .bind("log", log)
                .bind("after", after)
                .bind("limit", limit)
                .map(ENTRY)
                .list());
  }
}
