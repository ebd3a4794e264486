package chat.warren.redis;

import chat.warren.chat.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One log as this node hears it: from its own journal, from other nodes, and from the store. What
 * comes twice is passed on once, and what comes too early is kept until the rest is there. Thread-
 * safe without a lock: whoever comes first passes on what all others bring.
 */
final class Ear {
  private static final Logger LOG = LoggerFactory.getLogger(Ear.class);

  /** Nothing has been heard yet. */
  static final long NOTHING = -1;

  /** Of those that come too early, no more are kept: the store has them all. */
  private static final int EARLY = 1_000;

  private final Consumer<List<Entry>> follower;
  private final Runnable missing;
  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final TreeMap<Long, Arrival> early = new TreeMap<>();
  private volatile long last = NOTHING;

  /** How many follow the log; guarded by the broker's map. */
  int followers;

  /**
   * @param entries empty for the word that all which came early before is to be passed on
   */
  private record Arrival(List<Entry> entries, long at) {
    long from() {
      return entries.get(0).seq();
    }

    long to() {
      return entries.get(entries.size() - 1).seq();
    }
  }

  /**
   * @param follower is called by one thread at a time
   * @param missing is called when something came too early; must be quick
   */
  Ear(Consumer<List<Entry>> follower, Runnable missing) {
    this.follower = follower;
    this.missing = missing;
  }

  /** The number of the last entry that was passed on, or {@link #NOTHING}. */
  long last() {
    return last;
  }

  /**
   * Brings entries.
   *
   * @param entries of the log, numbered without gaps, at least one
   */
  void hear(List<Entry> entries) {
    take(new Arrival(entries, System.nanoTime()));
  }

  /**
   * Waits no more for what lies before the entries that came too early.
   *
   * @param before only those that came before this time, as {@link System#nanoTime} has it
   */
  void release(long before) {
    take(new Arrival(List.of(), before));
  }

  private void take(Arrival news) {
    arrivals.add(news);
    int answered = waiting.incrementAndGet();
    if (answered != 1) {
      return;
    }
    do {
      Arrival next;
      while ((next = arrivals.poll()) != null) {
        sort(next);
      }
      answered = waiting.addAndGet(-answered);
    } while (answered != 0);
  }

  private void sort(Arrival next) {
    if (next.entries.isEmpty()) {
      releaseAll(next.at);
    } else if (last == NOTHING || next.from() <= last + 1) {
      pass(next.entries);
      passEarly();
    } else {
      if (early.size() < EARLY) {
        early.merge(next.from(), next, (one, other) -> one.to() < other.to() ? other : one);
      }
      missing.run();
    }
  }

  private void passEarly() {
    Map.Entry<Long, Arrival> first;
    while ((first = early.firstEntry()) != null && first.getKey() <= last + 1) {
      early.remove(first.getKey());
      pass(first.getValue().entries);
    }
  }

  private void releaseAll(long before) {
    for (Arrival arrival : new ArrayList<>(early.values())) {
      if (arrival.at - before < 0) {
        early.remove(arrival.from());
        pass(arrival.entries);
      }
    }
    passEarly();
  }

  private void pass(List<Entry> entries) {
    List<Entry> news =
        entries.get(0).seq() > last
            ? entries
            : entries.stream().filter(entry -> entry.seq() > last).toList();
    if (news.isEmpty()) {
      return;
    }
    last = news.get(news.size() - 1).seq();
    try {
      follower.accept(news);
    } catch (RuntimeException e) {
      LOG.error("a defect while entries were handed on; the log itself is whole", e);
    }
  }
}
