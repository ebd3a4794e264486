package chat.warren.chat;

import chat.warren.chat.Journal.Pending;
import chat.warren.db.Database;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches of drafts: numbers them, stores them in one transaction, and only after the commit
 * acknowledges and publishes them, in commit order. Used by the journal's thread alone.
 */
final class Writer {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private static final String HEAD = "select head from log where id = ?";
  private static final String SET_HEAD = "update log set head = ?, changed_at = ? where id = ?";
  private static final String INSERT =
      """
      insert into entry (log, seq, kind, author, id, at, text)
      values (?, ?, 'message', ?, ?, ?, ?) on conflict (author, id) do nothing""";
  private static final String FIRST =
      "select log, seq, at, text from entry where author = ? and id = ?";

  private final Database database;
  private final Broker broker;
  private final Clock clock;
  private final Prepared prepared = new Prepared();

  Writer(Database database, Broker broker, Clock clock) {
    this.database = database;
    this.broker = broker;
    this.clock = clock;
  }

  void write(List<Pending> batch) {
    List<Outcome> outcomes;
    try (Connection connection = database.writer()) {
      outcomes = commit(connection, batch);
    } catch (SQLException | RuntimeException e) {
      LOG.error("{} messages could not be stored; their senders were told", batch.size(), e);
      Refused refused = new Refused(Refusal.NOT_STORED);
      batch.forEach(pending -> pending.receipt().completeExceptionally(refused));
      return;
    }
    try {
      publish(outcomes);
    } finally {
      // They are stored, whatever became of handing them on.
      outcomes.forEach(Outcome::tell);
    }
  }

  private List<Outcome> commit(Connection connection, List<Pending> batch) throws SQLException {
    connection.setAutoCommit(false);
    try {
      PreparedStatement insert = prepared.on(connection, INSERT);
      Heads heads = new Heads(connection, prepared);
      Instant now = Instant.ofEpochMilli(clock.millis());
      List<Outcome> outcomes = new ArrayList<>(batch.size());
      for (Pending pending : batch) {
        outcomes.add(insert(connection, insert, heads, now, pending));
      }
      heads.store(now);
      connection.commit();
      return outcomes;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private static Outcome insert(
      Connection connection, PreparedStatement insert, Heads heads, Instant now, Pending pending)
      throws SQLException {
    Draft draft = pending.draft();
    String id = draft.id() == null ? null : draft.id().value();
    long seq = heads.of(draft.log()) + 1;
    insert.setLong(1, draft.log());
    insert.setLong(2, seq);
    insert.setLong(3, draft.author().id());
    insert.setString(4, id);
    insert.setLong(5, now.toEpochMilli());
    insert.setString(6, draft.body().value());
    if (insert.executeUpdate() == 0) {
      return repeated(first(connection, draft.author(), id), pending);
    }
    heads.put(draft.log(), seq);
    Entry entry = new Entry(draft.log(), seq, now, draft.author(), id, draft.body().value());
    return new Outcome(pending, new Receipt(entry, false));
  }

  /** The same message again gets its first receipt; another one under its id is refused. */
  private static Outcome repeated(Entry first, Pending pending) {
    Draft draft = pending.draft();
    boolean same = first.log() == draft.log() && first.text().equals(draft.body().value());
    return new Outcome(pending, same ? new Receipt(first, true) : null);
  }

  private static Entry first(Connection connection, User author, String id) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIRST)) {
      query.setLong(1, author.id());
      query.setString(2, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        Instant at = Instant.ofEpochMilli(row.getLong("at"));
        return new Entry(
            row.getLong("log"), row.getLong("seq"), at, author, id, row.getString("text"));
      }
    }
  }

  private void publish(List<Outcome> outcomes) {
    Map<Long, List<Entry>> news = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      if (outcome.receipt != null && !outcome.receipt.again()) {
        Entry entry = outcome.receipt.entry();
        news.computeIfAbsent(entry.log(), log -> new ArrayList<>()).add(entry);
      }
    }
    news.forEach(broker::publish);
  }

  /**
   * @param receipt null when the id had been used for another message
   */
  private record Outcome(Pending pending, Receipt receipt) {
    void tell() {
      if (receipt == null) {
        pending.receipt().completeExceptionally(new Refused(Refusal.ID_REUSED));
      } else {
        pending.receipt().complete(receipt);
      }
    }
  }

  /** The heads of the logs that one batch touches. */
  private static final class Heads {
    private final Connection connection;
    private final Prepared prepared;
    private final Map<Long, Long> heads = new LinkedHashMap<>();

    Heads(Connection connection, Prepared prepared) {
      this.connection = connection;
      this.prepared = prepared;
    }

    long of(long log) throws SQLException {
      Long known = heads.get(log);
      if (known != null) {
        return known;
      }
      PreparedStatement query = prepared.on(connection, HEAD);
      query.setLong(1, log);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("there is no log " + log);
        }
        return row.getLong(1);
      }
    }

    void put(long log, long head) {
      heads.put(log, head);
    }

    void store(Instant now) throws SQLException {
      PreparedStatement update = prepared.on(connection, SET_HEAD);
      for (Map.Entry<Long, Long> head : heads.entrySet()) {
        update.setLong(1, head.getValue());
        update.setLong(2, now.toEpochMilli());
        update.setLong(3, head.getKey());
        update.executeUpdate();
      }
    }
  }
}
