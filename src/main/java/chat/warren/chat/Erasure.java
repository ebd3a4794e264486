package chat.warren.chat;

import chat.warren.db.Database;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.Accounts;
import chat.warren.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes those away who have deleted their accounts: from their rooms, and all that they wrote if
 * they wanted it to go; each by an entry of its own, so that open pages see it. What a stop
 * interrupts is gone on with at the next start. Thread-safe.
 */
public final class Erasure implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

  /** So few that they leave most of the journal's queue to the living. */
  private static final int BATCH = 200;

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Database database;
  private final Journal journal;
  private final Accounts accounts;
  private final Inboxes inboxes;
  private final Departures departures;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "warren-erasure");
            made.setDaemon(true);
            return made;
          });

  /** Goes on with what was interrupted; {@link #close} stops it. */
  public Erasure(Database database, Journal journal, Accounts accounts, Inboxes inboxes) {
    this.database = database;
    this.journal = journal;
    this.accounts = accounts;
    this.inboxes = inboxes;
    this.departures = new Departures(database, journal);
    begin();
  }

  /** Does in the background what is to be done about those who have deleted their accounts. */
  public void begin() {
    later(Duration.ZERO);
  }

  private void later(Duration pause) {
    try {
      thread.schedule(this::clear, pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException serverStops) {
      LOG.debug("the next start goes on");
    }
  }

  private void clear() {
    try {
      departures.complete();
      inboxes.removeAbandoned();
      for (User user : accounts.erasing()) {
        erase(user);
        accounts.erased(user);
      }
    } catch (Refused busyOrClosing) {
      later(PAUSE);
    } catch (RuntimeException e) {
      LOG.error("a deleted account could not be cleared away; it is tried again", e);
      later(PAUSE);
    }
  }

  private void erase(User user) {
    List<Draft> left = left(user);
    while (!left.isEmpty()) {
      List<CompletionStage<Receipt>> receipts = new ArrayList<>();
      left.forEach(draft -> receipts.add(journal.append(draft)));
      receipts.forEach(Erasure::await);
      left = left(user);
    }
  }

  /** A message that is gone already is as good as erased. */
  private static void await(CompletionStage<Receipt> receipt) {
    try {
      Receipt.await(receipt);
    } catch (Refused refused) {
      if (refused.refusal() != Refusal.MESSAGE_DELETED
          && refused.refusal() != Refusal.NO_SUCH_MESSAGE) {
        throw refused;
      }
    }
  }

  /** What is to be done next: the person's messages first, then the reactions. */
  private List<Draft> left(User user) {
    return database.read(
        handle -> {
          List<Draft> messages =
              handle
                  .createQuery(
                      """
                      select log, seq from entry
                      where author = :author and kind = 'message' and not deleted
                      order by log, seq limit :batch""")
                  .bind("author", user.id())
                  .bind("batch", BATCH)
                  .map(
                      (row, c) ->
                          draft(row.getLong("log"), user, new Act.Delete(row.getLong("seq"))))
                  .list();
          return messages.isEmpty()
              ? handle
                  .createQuery(
                      "select log, seq, emoji from reaction where person = :person limit :batch")
                  .bind("person", user.id())
                  .bind("batch", BATCH)
                  .map(
                      (row, c) ->
                          draft(
                              row.getLong("log"),
                              user,
                              new Act.React(row.getLong("seq"), row.getString("emoji"), false)))
                  .list()
              : messages;
        });
  }

  private static Draft draft(long log, User user, Act act) {
    return new Draft(log, user, null, act);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("the erasure did not stop in time; the next start goes on with it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
