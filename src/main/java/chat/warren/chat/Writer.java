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
      insert into entry (log, seq, kind, ref, author, id, at, text)
      values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (author, id) do nothing""";
  private static final String FIRST =
      """
      select entry.log, seq, at, kind, ref, case when deleted then null else text end as text,
             person.name, person.display
      from entry left join person on kind = 'member' and person.id = ref
      where author = ? and entry.id = ?""";

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
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, Exception reason) {
    try {
      connection.rollback();
    } catch (SQLException alreadyEnded) {
      reason.addSuppressed(alreadyEnded);
    }
  }

  private static Outcome insert(
      Connection connection, PreparedStatement insert, Heads heads, Instant now, Pending pending)
      throws SQLException {
    Draft draft = pending.draft();
    Act act = draft.act();
    if (act.ref() != null) {
      Entry first = first(connection, draft);
      Refusal refusal = first == null ? Changes.refusal(connection, draft, now) : null;
      if (first != null || refusal != null) {
        return first != null ? repeated(first, pending) : new Outcome(pending, null, refusal);
      }
    }
    long seq = heads.of(draft.log()) + 1;
    insert.setLong(1, draft.log());
    insert.setLong(2, seq);
    insert.setString(3, act.kind());
    insert.setObject(4, act.ref());
    insert.setLong(5, draft.author().id());
    insert.setString(6, id(draft));
    insert.setLong(7, now.toEpochMilli());
    insert.setString(8, act.text() == null ? "" : act.text());
    if (insert.executeUpdate() == 0) {
      return repeated(first(connection, draft), pending);
    }
    heads.put(draft.log(), seq);
    Changes.apply(connection, draft, seq, now);
    Entry entry = new Entry(draft.log(), seq, now, draft.author(), id(draft), act);
    return new Outcome(pending, new Receipt(entry, false), null);
  }

  /** The same message again gets its first receipt; another one under its id is refused. */
  private static Outcome repeated(Entry first, Pending pending) {
    return pending.draft().became(first)
        ? new Outcome(pending, new Receipt(first, true), null)
        : new Outcome(pending, null, Refusal.ID_REUSED);
  }

  private static String id(Draft draft) {
    return draft.id() == null ? null : draft.id().value();
  }

  /** What the author has stored under the draft's id before; null for nothing. */
  private static Entry first(Connection connection, Draft draft) throws SQLException {
    if (draft.id() == null) {
      return null;
    }
    try (PreparedStatement query = connection.prepareStatement(FIRST)) {
      query.setLong(1, draft.author().id());
      query.setString(2, id(draft));
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        long ref = row.getLong("ref");
        Long about = row.wasNull() ? null : ref;
        User person = new User(ref, row.getString("name"), row.getString("display"));
        Act act = Act.of(row.getString("kind"), about, row.getString("text"), person);
        Instant at = Instant.ofEpochMilli(row.getLong("at"));
        return new Entry(
            row.getLong("log"), row.getLong("seq"), at, draft.author(), id(draft), act);
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
    // First what decides who may hear of the rest.
    news.values().stream().flatMap(List::stream).forEach(this::announce);
    news.forEach(broker::publish);
  }

  /**
   * Rights change here, after the commit and before the acknowledgement; and a direct conversation
   * that begins is among its people's from now on, of whom nobody follows it yet.
   */
  private void announce(Entry entry) {
    if (entry.act() instanceof Act.Membership it) {
      broker.announce(new Notice(entry.log(), it.person().id()));
    } else if (entry.act() instanceof Act.RoomChange || entry.seq() == 1) {
      broker.announce(Notice.ofLog(entry.log()));
    }
  }

  /** What became of a draft: a receipt or a refusal. */
  private record Outcome(Pending pending, Receipt receipt, Refusal refusal) {
    void tell() {
      if (receipt == null) {
        pending.receipt().completeExceptionally(new Refused(refusal));
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
