package chat.warren.chat;

import chat.warren.chat.Message.Reaction;
import chat.warren.db.Database;
import chat.warren.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What was written, read from the store. Thread-safe. */
public final class History {
  /** How many messages a page of history has. */
  public static final int PAGE = 50;

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

  private static final String MESSAGES =
      """
      select entry.seq, entry.ref, entry.at, entry.id, entry.amended is not null as edited,
             entry.kind,
             case when entry.deleted then null else coalesce(entry.amended, entry.text) end as text,
             person.id as author, person.name, person.display, person.colour
      from entry join person on person.id = entry.author
      where entry.log = :log and entry.seq < :before and entry.kind in ('message', 'event')
      order by entry.seq desc limit :limit""";

  private static final String REACTIONS =
      """
      select reaction.seq, reaction.emoji,
             person.id as author, person.name, person.display, person.colour
      from reaction join person on person.id = reaction.person
      where reaction.log = :log and reaction.seq between :first and :last
      order by reaction.seq, reaction.since""";

  private static final RowMapper<Entry> ENTRY =
      (row, context) ->
          new Entry(
              row.getLong("log"),
              row.getLong("seq"),
              Instant.ofEpochMilli(row.getLong("at")),
              author(row),
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

  /** The messages that come before a number, at most {@code limit} of them. */
  public HistoryPage before(long log, long seq, int limit) {
    return database.read(
        handle -> {
          // The head first: what changes meanwhile is then sent again, which does no harm.
          long head = head(handle, log);
          long before = Math.min(seq, head + 1);
          List<Message> messages = messages(handle, log, before, limit);
          long after = messages.size() < limit ? 0 : messages.get(0).seq();
          return new HistoryPage(head, messages, changes(handle, log, after, before));
        });
  }

  private static long head(Handle handle, long log) {
    return handle.createQuery(HEAD).bind("log", log).mapTo(Long.class).one();
  }

  private static List<Message> messages(Handle handle, long log, long before, int limit) {
    Map<Long, List<Reaction>> reactions = new HashMap<>();
    List<Message> messages =
        handle
            .createQuery(MESSAGES)
            .bind("log", log)
            .bind("before", before)
            .bind("limit", limit)
            .map(
                (row, context) ->
                    message(
                        row, reactions.computeIfAbsent(row.getLong("seq"), s -> new ArrayList<>())))
            .list();
    Collections.reverse(messages);
    if (!messages.isEmpty()) {
      long first = messages.get(0).seq();
      long last = messages.get(messages.size() - 1).seq();
      readReactions(handle, log, first, last, reactions);
    }
    return messages;
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

  private static void readReactions(
      Handle handle, long log, long first, long last, Map<Long, List<Reaction>> reactions) {
    Map<Long, Map<String, List<User>>> found = new HashMap<>();
    handle
        .createQuery(REACTIONS)
        .bind("log", log)
        .bind("first", first)
        .bind("last", last)
        .map(
            (row, context) ->
                found
                    .computeIfAbsent(row.getLong("seq"), seq -> new TreeMap<>())
                    .computeIfAbsent(row.getString("emoji"), emoji -> new ArrayList<>())
                    .add(author(row)))
        .list();
    found.forEach(
        (seq, byEmoji) ->
            byEmoji.forEach(
                (emoji, people) -> reactions.get(seq).add(new Reaction(emoji, people))));
  }

  private static Message message(ResultSet row, List<Reaction> reactions) throws SQLException {
    String text = row.getString("text");
    boolean isEvent = row.getString("kind").equals("event") && text != null;
    return new Message(
        row.getLong("seq"),
        Instant.ofEpochMilli(row.getLong("at")),
        author(row),
        row.getString("id"),
        isEvent ? "" : text,
        ref(row),
        row.getBoolean("edited"),
        reactions,
        isEvent ? Notification.of(text) : null);
  }

  private static User author(ResultSet row) throws SQLException {
    return new User(
        row.getLong("author"),
        row.getString("name"),
        row.getString("display"),
        User.Rank.GUEST,
        row.getString("colour"));
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
