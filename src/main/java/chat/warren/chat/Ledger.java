package chat.warren.chat;

import chat.warren.chat.Journal.Pending;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One transaction of the log's writer. It holds the logs it writes in, so that nobody else numbers
 * their entries meanwhile; new entries wait until somebody has to see them, and are then inserted
 * together. For one thread.
 */
final class Ledger {
  private static final String INSERT =
      """
      insert into entry (log, seq, kind, ref, author, id, at, text)
      values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (author, id) do nothing""";
  private static final String SET_HEAD = "update log set head = ?, changed_at = ? where id = ?";
  private static final String NEWS = "insert into news_due (log, seq) values (?, ?)";

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement setHead;
  private final PreparedStatement news;
  private final Repeats repeats;
  private final Instant now;
  private final Map<Long, Long> heads = new HashMap<>();
  private final Map<Long, Long> grown = new HashMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private boolean waits;
  private boolean hasNews;
  private boolean whole = true;

  private Ledger(Connection connection, Prepared prepared, Repeats repeats, Instant now)
      throws SQLException {
    this.connection = connection;
    this.repeats = repeats;
    this.now = now;
    insert = prepared.on(connection, INSERT);
    setHead = prepared.on(connection, SET_HEAD);
    news = prepared.on(connection, NEWS);
    insert.clearBatch();
    setHead.clearBatch();
    news.clearBatch();
  }

  /**
   * Begins.
   *
   * @param heads the query that holds the logs
   * @param repeats what is known to be stored under the ids of the batch; null if nobody has looked
   */
  static Ledger open(
      Connection connection,
      Prepared prepared,
      String heads,
      List<Pending> batch,
      Repeats repeats,
      Instant now)
      throws SQLException {
    Ledger ledger = new Ledger(connection, prepared, repeats, now);
    ledger.hold(prepared.on(connection, heads), batch);
    return ledger;
  }

  private void hold(PreparedStatement query, List<Pending> batch) throws SQLException {
    TreeSet<Long> logs = new TreeSet<>();
    batch.forEach(pending -> logs.add(pending.draft().log()));
    query.setString(1, logs.stream().map(String::valueOf).collect(Collectors.joining(",")));
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        heads.put(row.getLong(1), row.getLong(2));
      }
    }
    logs.removeAll(heads.keySet());
    if (!logs.isEmpty()) {
      throw new SQLException("there is no log " + logs.first());
    }
  }

  /** Writes a draft, or finds out why that may not be. */
  void enter(Pending pending) throws SQLException {
    Draft draft = pending.draft();
    Entry first = repeats == null ? null : repeats.first(draft);
    if (first != null) {
      outcomes.add(repeated(first, pending));
      return;
    }
    Refused refused = refusal(draft);
    if (refused != null) {
      // What is stored already is not refused, for whatever reason.
      flush();
      first = Repeats.of(connection, draft);
      outcomes.add(first == null ? Outcome.refused(pending, refused) : repeated(first, pending));
      return;
    }
    Entry entry = add(draft);
    if (draft.isNews()) {
      noteNews(entry);
    }
    if (Changes.areMadeBy(draft.act())) {
      flush();
      Changes.apply(connection, draft, entry.seq(), now);
    }
    if (repeats != null) {
      repeats.put(draft, entry);
    }
    outcomes.add(Outcome.stored(pending, new Receipt(entry, false)));
  }

  private Refused refusal(Draft draft) throws SQLException {
    if (draft.act().ref() != null) {
      flush();
      Refusal refusal = Changes.refusal(connection, draft, now);
      if (refusal != null) {
        return new Refused(refusal);
      }
    }
    return draft.pause().isZero() ? null : Turns.refusal(connection, draft, now);
  }

  /** The same message again gets its first receipt; another one under its id is refused. */
  private static Outcome repeated(Entry first, Pending pending) {
    return pending.draft().became(first)
        ? Outcome.stored(pending, new Receipt(first, true))
        : Outcome.refused(pending, new Refused(Refusal.ID_REUSED));
  }

  private Entry add(Draft draft) throws SQLException {
    Act act = draft.act();
    String id = draft.id() == null ? null : draft.id().value();
    long seq = heads.merge(draft.log(), 1L, Long::sum);
    grown.put(draft.log(), seq);
    insert.setLong(1, draft.log());
    insert.setLong(2, seq);
    insert.setString(3, act.kind());
    if (act.ref() == null) {
      insert.setNull(4, Types.BIGINT);
    } else {
      insert.setLong(4, act.ref());
    }
    insert.setLong(5, draft.author().id());
    insert.setString(6, id);
    insert.setLong(7, now.toEpochMilli());
    insert.setString(8, act.text() == null ? "" : act.text());
    insert.addBatch();
    waits = true;
    return new Entry(draft.log(), seq, now, draft.author(), id, act);
  }

  /** Somebody has to be told of the entry, and may be elsewhere. */
  private void noteNews(Entry entry) throws SQLException {
    news.setLong(1, entry.log());
    news.setLong(2, entry.seq());
    news.addBatch();
    hasNews = true;
  }

  private void flush() throws SQLException {
    if (waits) {
      waits = false;
      for (int inserted : insert.executeBatch()) {
        whole &= inserted == 1;
      }
    }
  }

  /**
   * Writes all that is still to be written.
   *
   * @return whether it may be committed; not if something stood there under one of the ids already,
   *     which has left a gap
   */
  boolean finish() throws SQLException {
    flush();
    for (Map.Entry<Long, Long> head : grown.entrySet()) {
      setHead.setLong(1, head.getValue());
      setHead.setLong(2, now.toEpochMilli());
      setHead.setLong(3, head.getKey());
      setHead.addBatch();
    }
    if (whole && !grown.isEmpty()) {
      setHead.executeBatch();
    }
    if (whole && hasNews) {
      news.executeBatch();
    }
    return whole;
  }

  /** What has become of the drafts, in their order. */
  List<Outcome> outcomes() {
    return outcomes;
  }
}
