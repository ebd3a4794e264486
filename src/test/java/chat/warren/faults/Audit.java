package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Nodes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what the clients were told against what a room's log has, read from the database. */
final class Audit {
  private static final String ENTRIES =
      """
      select entry.seq, person.name as author, entry.id, entry.text
      from entry join person on person.id = entry.author
      join room on room.log = entry.log
      where room.name = ? order by entry.seq""";
  private static final String HEAD =
      "select head from log join room on room.log = log.id where room.name = ?";

  private final List<Stored> log;
  private final Map<String, Stored> byId = new HashMap<>();

  private record Stored(long seq, String author, String id, String text) {}

  private Audit(List<Stored> log) {
    this.log = log;
  }

  /** Checks the log itself: whole, numbered without a gap, nothing twice. */
  static Audit of(Nodes nodes, String room) {
    try (Connection database = nodes.database()) {
      return of(database, room);
    } catch (SQLException e) {
      throw new AssertionError("the database cannot be read", e);
    }
  }

  /** The same where the database is open already. */
  static Audit of(Connection database, String room) throws SQLException {
    if (database.getMetaData().getDatabaseProductName().equals("SQLite")) {
      try (ResultSet finding = database.createStatement().executeQuery("pragma integrity_check")) {
        assertEquals("ok", finding.getString(1));
      }
    }
    Audit audit = new Audit(read(database, room));
    audit.checkNumbers(head(database, room));
    return audit;
  }

  private static List<Stored> read(Connection database, String room) throws SQLException {
    List<Stored> log = new ArrayList<>();
    try (PreparedStatement query = database.prepareStatement(ENTRIES)) {
      query.setString(1, room);
      ResultSet row = query.executeQuery();
      while (row.next()) {
        log.add(
            new Stored(
                row.getLong("seq"),
                row.getString("author"),
                row.getString("id"),
                row.getString("text")));
      }
    }
    return log;
  }

  private static long head(Connection database, String room) throws SQLException {
    try (PreparedStatement query = database.prepareStatement(HEAD)) {
      query.setString(1, room);
      ResultSet row = query.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  private void checkNumbers(long head) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < log.size(); i++) {
      Stored entry = log.get(i);
      assertEquals(i + 1, entry.seq(), "the numbers have a gap");
      if (entry.id() != null) {
        assertTrue(ids.add(key(entry.author(), entry.id())), "stored twice: " + entry);
        byId.put(key(entry.author(), entry.id()), entry);
      }
    }
    assertEquals(log.size(), head, "the head is not the last number");
  }

  int size() {
    return log.size();
  }

  /** What clients said under ids of their own is there once, and they all read the same log. */
  Audit agreesWith(Collection<Books> clients) {
    clients.forEach(this::check);
    return this;
  }

  /** All that is there was said by one of them. */
  void holdsNothingElse(Collection<Books> clients) {
    Map<String, String> said = new HashMap<>();
    for (Books books : clients) {
      books.said().forEach((id, text) -> said.put(key(books.name(), id), text));
    }
    for (Stored entry : log) {
      assertEquals(said.get(key(entry.author(), entry.id())), entry.text(), "never said");
    }
  }

  private void check(Books books) {
    assertEquals(List.of(), books.complaints(), books.name());
    books
        .acknowledged()
        .forEach(
            (id, seq) -> {
              Stored expected = new Stored(seq, books.name(), id, books.said().get(id));
              assertEquals(expected, byId.get(key(books.name(), id)), "acknowledged");
            });
    books.seen().forEach((seq, seen) -> checkSeen(books, seq, seen));
    if (books.resets() == 0) {
      assertEquals(log.size(), books.seen().size(), books.name() + " has not seen all");
    }
  }

  private void checkSeen(Books books, long seq, Books.Seen seen) {
    assertTrue(
        seq <= log.size(), () -> books.name() + " has seen " + seq + ", which is not stored");
    Stored stored = log.get((int) seq - 1);
    String id = stored.author().equals(books.name()) ? stored.id() : null;
    assertEquals(new Books.Seen(stored.author(), id, stored.text()), seen, books.name());
  }

  private static String key(String author, String id) {
    return author + " " + id;
  }
}
