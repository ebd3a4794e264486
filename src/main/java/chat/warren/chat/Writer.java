package chat.warren.chat;

import chat.warren.chat.Journal.Pending;
import chat.warren.db.Database;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches of drafts: numbers them, stores them in one transaction, and only after the commit
 * acknowledges and publishes them, in commit order. Used by the journal's thread alone.
 */
final class Writer {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  /** How often a batch is tried that had bad luck, and for how long. */
  private static final int ATTEMPTS = 5;

  private static final Duration TRYING = Duration.ofSeconds(1);

  /** How long it is asked what became of a commit before the senders are told to try again. */
  private static final Duration SETTLING = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Database database;
  private final Broker broker;
  private final Clock clock;
  private final Prepared prepared = new Prepared();

  /** A commit that was asked for and not answered; nothing is written before it is settled. */
  private Doubt doubt;

  Writer(Database database, Broker broker, Clock clock) {
    this.database = database;
    this.broker = broker;
    this.clock = clock;
  }

  /**
   * Stores a batch and tells whoever waits.
   *
   * @return false if the database is away, so that nothing else had a better chance now
   */
  boolean write(List<Pending> batch) {
    if (!settle()) {
      refuse(batch);
      return false;
    }
    List<Outcome> outcomes;
    try {
      outcomes = store(batch);
    } catch (SQLException | RuntimeException e) {
      refuse(batch);
      if (database.dialect().isAway(e)) {
        LOG.warn("the database does not take {} messages: {}", batch.size(), e.toString());
        return false;
      }
      LOG.error("{} messages could not be stored; their senders were told", batch.size(), e);
      return true;
    }
    if (doubt != null) {
      return settleSoon(batch);
    }
    handOn(outcomes);
    return true;
  }

  private static void refuse(List<Pending> batch) {
    Refused refused = new Refused(Refusal.NOT_STORED);
    batch.forEach(pending -> pending.receipt().completeExceptionally(refused));
  }

  private void handOn(List<Outcome> outcomes) {
    try {
      publish(outcomes);
    } finally {
      // They are stored, whatever became of handing them on.
      outcomes.forEach(Outcome::tell);
    }
  }

  private List<Outcome> store(List<Pending> batch) throws SQLException {
    long end = System.nanoTime() + TRYING.toNanos();
    boolean looks = false;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try (Connection connection = database.writer()) {
        List<Draft> drafts = batch.stream().map(Pending::draft).toList();
        Ledger ledger = commit(connection, batch, looks ? Repeats.of(connection, drafts) : null);
        if (ledger != null) {
          return ledger.outcomes();
        }
        looks = true;
      } catch (SQLException e) {
        boolean late = System.nanoTime() - end > 0;
        if (late || attempt == ATTEMPTS || !database.dialect().isUnlucky(e)) {
          throw e;
        }
      }
    }
    throw new SQLException("others store messages under the same ids again and again");
  }

  /**
   * @return null if nothing was committed, because something stands under one of the ids already
   */
  private Ledger commit(Connection connection, List<Pending> batch, Repeats repeats)
      throws SQLException {
    connection.setAutoCommit(false);
    Ledger ledger;
    try {
      Instant now = Instant.ofEpochMilli(clock.millis());
      String heads = database.dialect().heads();
      ledger = Ledger.open(connection, prepared, heads, batch, repeats, now);
      for (Pending pending : batch) {
        ledger.enter(pending);
      }
      if (!ledger.finish()) {
        connection.rollback();
        return null;
      }
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw e;
    }
    try {
      connection.commit();
    } catch (SQLException e) {
      rollBack(connection, e);
      if (!database.dialect().isAway(e)) {
        throw e;
      }
      LOG.warn("the database did not say whether it has stored {} messages", batch.size(), e);
      doubt = new Doubt(ledger.outcomes());
    }
    return ledger;
  }

  private static void rollBack(Connection connection, Exception reason) {
    try {
      connection.rollback();
    } catch (SQLException alreadyEnded) {
      reason.addSuppressed(alreadyEnded);
    }
  }

  private boolean settleSoon(List<Pending> batch) {
    long end = System.nanoTime() + SETTLING.toNanos();
    while (!settle()) {
      if (System.nanoTime() - end > 0) {
        // Sent again under their ids, they will be acknowledged if they are stored.
        refuse(batch);
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  /**
   * Finds out what became of a commit that was not answered, if there is one, and hands on what is
   * stored.
   *
   * @return false if that cannot be found out now
   */
  boolean settle() {
    if (doubt == null) {
      return true;
    }
    boolean stored = false;
    try (Connection connection = database.writer()) {
      stored = doubt.isStored(connection, database.dialect().heads());
    } catch (SQLException e) {
      if (database.dialect().isUnlucky(e) || database.dialect().isHeld(e)) {
        LOG.debug("it is still unknown whether messages are stored", e);
        return false;
      }
      LOG.error("it cannot be found out whether messages are stored", e);
    }
    Doubt settled = doubt;
    doubt = null;
    if (stored) {
      handOn(settled.outcomes());
    } else {
      refuse(settled.outcomes().stream().map(Outcome::pending).toList());
    }
    return true;
  }

  private void publish(List<Outcome> outcomes) {
    Map<Long, List<Entry>> news = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      if (outcome.isNew()) {
        Entry entry = outcome.receipt().entry();
        news.computeIfAbsent(entry.log(), log -> new ArrayList<>()).add(entry);
      }
    }
    // First what decides who may hear of the rest.
    news.values().stream()
        .flatMap(List::stream)
        .forEach(entry -> Notice.of(entry).ifPresent(broker::announce));
    news.forEach(broker::publish);
  }
}
