package chat.warren.chat;

import chat.warren.db.Database;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into every log. Drafts wait in a bounded queue; one thread writes all that wait in one
 * transaction (group commit), so that the cost of a durable commit is shared. Thread-safe.
 */
public final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int QUEUE = 10_000;
  private static final int BATCH = 1_000;

  /**
   * What may wait of one author, in characters, so that whoever sends without measure stands in
   * nobody's way. A message counts for {@link #MESSAGE} of them and its text.
   */
  private static final int SHARE = 1_000_000;

  private static final int MESSAGE = 1_000;

  /** How long a stop may go unnoticed. */
  private static final Duration IDLE = Duration.ofMillis(200);

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(QUEUE);
  private final ConcurrentHashMap<Long, Integer> shares = new ConcurrentHashMap<>();
  private final Writer writer;
  private final Thread thread;
  private volatile boolean closing;
  private volatile Runnable newsDue = () -> {};

  /** Starts the writing thread; {@link #close} stops it. */
  public Journal(Database database, Broker broker, Clock clock) {
    writer = new Writer(database, broker, clock);
    thread = new Thread(this::run, "warren-journal");
    thread.start();
  }

  /**
   * Queues a draft and returns at once.
   *
   * @return completes when the entry is on the disk, or with {@link Refused} when it could not be
   *     stored; on the writing thread, so what follows must be quick
   * @throws Refused {@link Refusal#BUSY} if the queue is full or too much in it is this author's,
   *     {@link Refusal#CLOSING} if the server stops
   */
  CompletionStage<Receipt> append(Draft draft) {
    if (closing) {
      throw new Refused(Refusal.CLOSING);
    }
    Pending pending = new Pending(draft, new CompletableFuture<>());
    int share = shares.merge(draft.author().id(), pending.weight(), Integer::sum);
    if (share > SHARE || !queue.offer(pending)) {
      giveBack(pending);
      throw new Refused(Refusal.BUSY);
    }
    if (closing && queue.remove(pending)) {
      giveBack(pending);
      throw new Refused(Refusal.CLOSING);
    }
    return pending.receipt;
  }

  /**
   * Sets what is called after each commit of which somebody may have to be told, on the writing
   * thread: to be quick.
   */
  void whenNewsIsDue(Runnable told) {
    newsDue = told;
  }

  private void giveBack(Pending pending) {
    int weight = pending.weight();
    shares.computeIfPresent(
        pending.draft.author().id(), (author, share) -> share == weight ? null : share - weight);
  }

  private void run() {
    List<Pending> batch = new ArrayList<>(BATCH);
    while (!closing || !queue.isEmpty()) {
      try {
        Pending first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          // Whoever queued it has most likely more in hand; a commit for all of them costs the
          // same.
          Thread.yield();
          queue.drainTo(batch, BATCH - 1);
          batch.forEach(this::giveBack);
          if (!writer.write(batch)) {
            refuseWaiting();
          }
        } else {
          writer.settle();
        }
      } catch (InterruptedException wokenToClose) {
        // The loop's condition says what to do.
      } catch (RuntimeException e) {
        LOG.error("a defect while entries were handed on; the log itself is whole", e);
      } finally {
        if (batch.stream().anyMatch(it -> it.draft.isNews())) {
          newsDue.run();
        }
        batch.clear();
      }
    }
  }

  /** What waits while the database is away would only wait longer. */
  private void refuseWaiting() {
    Pending waiting;
    while ((waiting = queue.poll()) != null) {
      giveBack(waiting);
      waiting.receipt.completeExceptionally(new Refused(Refusal.NOT_STORED));
    }
  }

  /** Takes no more drafts, writes those that wait, and stops. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(CLOSING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Pending left;
    while ((left = queue.poll()) != null) {
      left.receipt.completeExceptionally(new Refused(Refusal.CLOSING));
    }
  }

  /** A draft that waits, and whoever waits for it. */
  record Pending(Draft draft, CompletableFuture<Receipt> receipt) {
    int weight() {
      String text = draft.act().text();
      return MESSAGE + (text == null ? 0 : text.length());
    }
  }
}
