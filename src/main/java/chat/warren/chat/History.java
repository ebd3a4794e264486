package chat.warren.chat;

import chat.warren.db.Database;
import chat.warren.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What was written, read from the store. Thread-safe. */
public final class History {
  /** How many messages a page of history has. */
  public static final int PAGE = 50;

  /** How many heads are asked for at once. */
  private static final int HEADS = 1_000;

  private static final String HEAD = "select head from log where id = :log";

  private static final String ENTRIES =
      """
      select entry.log, entry.seq, entry.kind, entry.ref, entry.at, entry.id,
             case when entry.deleted then null else entry.text end as text,
             person.id as author, person.name, person.display, person.colour,
             other.name as other_name, other.display as other_display
      from entry join person on person.id = entry.author
      left join person other on entry.kind = 'member' and other.id = entry.ref
      """;

  private static final String AFTER =
      ENTRIES
          + """
          where entry.log = :log and entry.seq > :after
          order by entry.seq limit :limit""";

  private static final String DUE =
      ENTRIES
          + """
          where (entry.log, entry.seq) in (select log, seq from news_due)
          order by entry.at, entry.log, entry.seq limit :limit""";

  /** How many changes of the room and its people stand between the messages of a page at most. */
  private static final int CHANGES_OF_PAGE = 200;

  private static final String CHANGES =
      ENTRIES
          + """
          where entry.log = :log and entry.seq > :after and entry.seq < :before
            and entry.kind in ('member', 'room')
          order by entry.seq desc limit :limit""";

  private static final RowMapper<Entry> ENTRY =
      (row, context) ->
          new Entry(
              row.getLong("log"),
              row.getLong("seq"),
              Instant.ofEpochMilli(row.getLong("at")),
              Messages.author(row),
              row.getString("id"),
              Act.of(row.getString("kind"), ref(row), row.getString("text"), other(row)));

  private final Database database;

  public History(Database database) {
    this.database = database;
  }

  /** The number of the newest entry; 0 when nothing was written yet. */
  public long head(long log) {
    return database.read(handle -> head(handle, log));
  }

  /** The heads of those logs among some that have entries. */
  public Map<Long, Long> heads(Collection<Long> logs) {
    Map<Long, Long> heads = new HashMap<>();
    List<Long> all = List.copyOf(logs);
    for (int from = 0; from < all.size(); from += HEADS) {
      List<Long> some = all.subList(from, Math.min(from + HEADS, all.size()));
      database.read(
          handle ->
              handle
                  .createQuery("select id, head from log where head > 0 and id in (<logs>)")
                  .bindList("logs", some)
                  .map((row, context) -> heads.put(row.getLong("id"), row.getLong("head")))
                  .list());
    }
    return heads;
  }

  /** The entries that come after a number, oldest first, at most {@code limit} of them. */
  public List<Entry> after(long log, long seq, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(AFTER)
                .bind("log", log)
                .bind("after", seq)
                .bind("limit", limit)
                .map(ENTRY)
                .list());
  }

  /** Entries of which somebody is still to be told, oldest first. */
  List<Entry> due(int limit) {
    return database.read(handle -> handle.createQuery(DUE).bind("limit", limit).map(ENTRY).list());
  }

  /** The newest {@link #PAGE} messages. */
  public HistoryPage newest(long log) {
    return before(log, Long.MAX_VALUE, PAGE);
  }

  /** The messages that come before a number, the last {@code limit} of them at most. */
  public HistoryPage before(long log, long seq, int limit) {
    return page(log, seq, limit, 0);
  }

  /** The messages that come after a number, the first {@code limit} of them at most. */
  public HistoryPage next(long log, long seq, int limit) {
    return page(log, Math.min(seq, Long.MAX_VALUE - 1) + 1, 0, limit);
  }

  /**
   * The messages on both sides of a number: at most half of {@code limit} before it, and for the
   * rest those that begin with it.
   */
  public HistoryPage around(long log, long seq, int limit) {
    return page(log, seq, limit / 2, limit - limit / 2);
  }

  private HistoryPage page(long log, long seq, int earlier, int later) {
    return database.read(
        handle -> {
          // The head first: what changes meanwhile is then sent again, which does no harm.
          long head = head(handle, log);
          long middle = Math.min(seq, head + 1);
          List<Message> messages = new ArrayList<>(Messages.before(handle, log, middle, earlier));
          long after = earlier == 0 ? middle - 1 : from(messages, earlier);
          List<Message> newer = Messages.between(handle, log, middle - 1, head + 1, later);
          long before = later == 0 ? middle : to(newer, later, head);
          messages.addAll(newer);
          return new HistoryPage(
              head,
              after > 0,
              before <= head,
              messages,
              changes(handle, log, after, before),
              Messages.answered(handle, log, messages));
        });
  }

  /** After which number a page begins that has at most {@code limit} messages. */
  private static long from(List<Message> messages, int limit) {
    return messages.size() < limit ? 0 : messages.get(0).seq() - 1;
  }

  /** Before which number it ends. */
  private static long to(List<Message> messages, int limit, long head) {
    return messages.size() < limit ? head + 1 : messages.get(messages.size() - 1).seq() + 1;
  }

  private static long head(Handle handle, long log) {
    return handle.createQuery(HEAD).bind("log", log).mapTo(Long.class).one();
  }

  private static List<Entry> changes(Handle handle, long log, long after, long before) {
    List<Entry> changes =
        handle
            .createQuery(CHANGES)
            .bind("log", log)
            .bind("after", after)
            .bind("before", before)
            .bind("limit", CHANGES_OF_PAGE)
            .map(ENTRY)
            .list();
    Collections.reverse(changes);
    return changes;
  }

  private static User other(ResultSet row) throws SQLException {
    return new User(
        row.getLong("ref"), row.getString("other_name"), row.getString("other_display"));
  }

  private static Long ref(ResultSet row) throws SQLException {
    long ref = row.getLong("ref");
    return row.wasNull() ? null : ref;
  }
}
