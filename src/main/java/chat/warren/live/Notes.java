package chat.warren.live;

import chat.warren.wire.Dialect;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is sent to one socket alone: hello, signals, errors. Bounded. Thread-safe for those who add;
 * one thread at a time takes.
 */
final class Notes {
  private static final int MAX = 1_000;

  private final Dialect dialect;
  private final Queue<String> events = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  Notes(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * @return false if too many wait already
   */
  boolean add(String event) {
    if (count.get() >= MAX) {
      return false;
    }
    // In this order, so that there is an event for each that is counted.
    events.add(event);
    count.incrementAndGet();
    return true;
  }

  /** The next frame: all that wait, or one of them in the plain dialect; null if there is none. */
  String next() {
    if (count.get() <= 0) {
      return null;
    }
    if (dialect == Dialect.PLAIN) {
      count.decrementAndGet();
      return events.poll();
    }
    StringBuilder frame = new StringBuilder("[");
    String event;
    while ((event = events.poll()) != null) {
      count.decrementAndGet();
      frame.append(frame.length() > 1 ? "," : "").append(event);
    }
    return frame.append(']').toString();
  }
}
