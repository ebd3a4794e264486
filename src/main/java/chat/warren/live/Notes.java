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
  private static final int CALM = 20;

  /** What waits at most, in characters, beside the last one. */
  private static final int MAX_LENGTH = 1_000_000;

  private final Dialect dialect;
  private final Queue<String> events = new ConcurrentLinkedQueue<>();

  /** First acknowledgements of repeated messages, until their reader has come to their entries. */
  private final Queue<Repeat> repeats = new ConcurrentLinkedQueue<>();

  /** How many of both wait. */
  private final AtomicInteger count = new AtomicInteger();

  private final AtomicInteger length = new AtomicInteger();

  private record Repeat(long seq, String event) {}

  Notes(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * @return false if too many wait already
   */
  boolean add(String event) {
    if (isFull()) {
      return false;
    }
    // In this order, so that there is an event for each that is counted.
    events.add(event);
    count(event, 1);
    return true;
  }

  private boolean isFull() {
    return count.get() >= MAX || length.get() >= MAX_LENGTH;
  }

  private void count(String event, int one) {
    length.addAndGet(one * event.length());
    count.addAndGet(one);
  }

  /** Adds an event unless others wait already: it is the first that can be done without. */
  void addIfCalm(String event) {
    if (count.get() < CALM) {
      add(event);
    }
  }

  /**
   * Adds an event that must not come before the entries in front of it.
   *
   * @return false if too many wait already
   */
  boolean addNotBefore(long seq, String event) {
    if (isFull()) {
      return false;
    }
    repeats.add(new Repeat(seq, event));
    count(event, 1);
    return true;
  }

  /**
   * The next frame: all that may go, or one of them in the plain dialect; null if there is none.
   *
   * @param cursor the number of the last entry that the reader was sent
   */
  String next(long cursor) {
    if (count.get() <= 0) {
      return null;
    }
    while (!repeats.isEmpty() && repeats.peek().seq() <= cursor) {
      events.add(repeats.poll().event());
    }
    if (events.isEmpty()) {
      return null;
    }
    if (dialect == Dialect.PLAIN) {
      String event = events.poll();
      count(event, -1);
      return event;
    }
    StringBuilder frame = new StringBuilder("[");
    String event;
    while ((event = events.poll()) != null) {
      count(event, -1);
      frame.append(frame.length() > 1 ? "," : "").append(event);
    }
    return frame.append(']').toString();
  }
}
