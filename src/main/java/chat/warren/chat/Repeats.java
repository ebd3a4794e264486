package chat.warren.chat;

import chat.warren.user.User;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is stored already under the ids that authors' clients chose. For one thread.
 *
 * @param entries by author and id
 */
record Repeats(Map<Key, Entry> entries) {
  private static final String FIRST =
      """
      select author, entry.id, entry.log, seq, at, kind, ref,
             case when deleted then null else text end as text, person.name, person.display
      from entry left join person on kind = 'member' and person.id = ref
      where (author, entry.id) in (values %s)""";

  private record Key(long author, String id) {}

  /** Looks up the ids of drafts, as the transaction sees them. */
  static Repeats of(Connection connection, Collection<Draft> drafts) throws SQLException {
    Map<Key, Draft> named = new HashMap<>();
    for (Draft draft : drafts) {
      if (draft.id() != null) {
        named.put(key(draft), draft);
      }
    }
    Repeats repeats = new Repeats(new HashMap<>());
    if (!named.isEmpty()) {
      repeats.find(connection, named);
    }
    return repeats;
  }

  /** What stands under a draft's id; null for nothing. */
  static Entry of(Connection connection, Draft draft) throws SQLException {
    return of(connection, List.of(draft)).first(draft);
  }

  private void find(Connection connection, Map<Key, Draft> named) throws SQLException {
    String values = "(?, ?), ".repeat(named.size() - 1) + "(?, ?)";
    try (PreparedStatement query = connection.prepareStatement(FIRST.formatted(values))) {
      int column = 1;
      for (Key key : named.keySet()) {
        query.setLong(column++, key.author);
        query.setString(column++, key.id);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Key key = new Key(row.getLong("author"), row.getString("id"));
          entries.put(key, entry(row, named.get(key).author()));
        }
      }
    }
  }

  private static Entry entry(ResultSet row, User author) throws SQLException {
    long ref = row.getLong("ref");
    Long about = row.wasNull() ? null : ref;
    User person = new User(ref, row.getString("name"), row.getString("display"));
    return new Entry(
        row.getLong("log"),
        row.getLong("seq"),
        Instant.ofEpochMilli(row.getLong("at")),
        author,
        row.getString("id"),
        Act.of(row.getString("kind"), about, row.getString("text"), person));
  }

  /** What stood under a draft's id first; null for nothing. */
  Entry first(Draft draft) {
    return draft.id() == null ? null : entries.get(key(draft));
  }

  /** Notes what a draft has become. */
  void put(Draft draft, Entry entry) {
    if (draft.id() != null) {
      entries.put(key(draft), entry);
    }
  }

  private static Key key(Draft draft) {
    return new Key(draft.author().id(), draft.id().value());
  }
}
