package chat.warren.redis;

import chat.warren.chat.Entry;
import chat.warren.chat.History;
import chat.warren.chat.Notice;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the store what is new in the logs that are followed here: in one of them when there is a
 * reason, in all of them often while Redis or another node is away, and seldom at all times, for
 * pub/sub promises nothing. Thread-safe.
 */
final class Lookout implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

  private static final Duration TICK = Duration.ofMillis(250);
  private static final long OFTEN = Duration.ofMillis(500).toNanos();
  private static final long SELDOM = Duration.ofSeconds(10).toNanos();

  /** What comes late by another way than the store has so long to come. */
  private static final Duration GRACE = Duration.ofMillis(20);

  private static final int PAGE = 500;

  /** Of a log that has grown by more than this, the newest entry alone is brought. */
  private static final long FAR = 10_000;

  private final History history;
  private final Map<Long, Ear> ears;
  private final RedisLink link;
  private final Consumer<Notice> listeners;
  private final Set<Long> due = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean planned = new AtomicBoolean();
  private final AtomicInteger threads = new AtomicInteger();
  private final ScheduledExecutorService executor =
      Executors.newScheduledThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "warren-lookout-" + threads.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });
  private volatile long lookedAt = System.nanoTime();
  private boolean failing;

  /**
   * @param ears those of the logs that are followed here; they come and go
   * @param listeners is told of what may have happened to rights
   */
  Lookout(History history, RedisLink link, Map<Long, Ear> ears, Consumer<Notice> listeners) {
    this.history = history;
    this.link = link;
    this.ears = ears;
    this.listeners = listeners;
  }

  /**
   * Begins.
   *
   * @param also what else is to be done again and again
   */
  void start(Runnable also) {
    long tick = TICK.toMillis();
    executor.scheduleWithFixedDelay(() -> tick(also), tick, tick, TimeUnit.MILLISECONDS);
  }

  /** Looks at a log a moment from now. */
  void soon(long log) {
    due.add(log);
    if (planned.compareAndSet(false, true)) {
      later(this::lookAtDue);
    }
  }

  /** Looks at all logs a moment from now. */
  void soonAll() {
    later(this::lookAtAll);
  }

  private void later(Runnable work) {
    try {
      executor.schedule(work, GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException serverStops) {
      LOG.debug("not looked for, the server stops");
    }
  }

  private void tick(Runnable also) {
    try {
      also.run();
      if (System.nanoTime() - lookedAt > (link.isWhole() ? SELDOM : OFTEN)) {
        lookAtAll();
      }
    } catch (RuntimeException e) {
      LOG.error("a defect while it was looked for what is new", e);
    }
  }

  private void lookAtAll() {
    lookedAt = System.nanoTime();
    listeners.accept(Notice.ANYTHING);
    look(Set.copyOf(ears.keySet()));
  }

  private void lookAtDue() {
    planned.set(false);
    Set<Long> logs = Set.copyOf(due);
    due.removeAll(logs);
    look(logs);
  }

  private void look(Collection<Long> logs) {
    long before = System.nanoTime();
    try {
      Map<Long, Long> heads = logs.isEmpty() ? Map.of() : history.heads(logs);
      for (Long log : logs) {
        Ear ear = ears.get(log);
        if (ear != null) {
          bring(log, ear, heads.getOrDefault(log, 0L));
          ear.release(before);
        }
      }
      failed(null);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void bring(long log, Ear ear, long head) {
    long last = ear.last();
    if (last == Ear.NOTHING || head - last > FAR) {
      last = head - 1;
    }
    while (last < head) {
      List<Entry> entries = history.after(log, last, PAGE);
      if (entries.isEmpty()) {
        return;
      }
      entries.forEach(entry -> Notice.of(entry).ifPresent(listeners));
      ear.hear(entries);
      last = entries.get(entries.size() - 1).seq();
    }
  }

  private synchronized void failed(RuntimeException failure) {
    if (failure != null && !failing) {
      LOG.error("the store cannot be asked what is new; it is tried again", failure);
    }
    failing = failure != null;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
