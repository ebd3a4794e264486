package chat.warren.faults;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A client that goes on talking whatever happens: it comes back after every break, goes on reading
 * where it was, and sends again what was not acknowledged, under the same id.
 */
final class Speaker extends Thread {
  private static final int MAX_WAITING = 20;
  private static final long AGAIN = 2_000_000_000L;
  private static final long RETRY = 50_000_000L;

  private final Books books = new Books();
  private final Way way;
  private final Random random;
  private final long pause;
  private int count;
  private volatile boolean silent;
  private volatile boolean over;
  private volatile int breaks;

  /**
   * @param pause nanoseconds between two messages, on average
   */
  Speaker(String name, Way way, long seed, long pause) {
    super(name);
    this.way = way;
    this.random = new Random(seed);
    this.pause = pause;
    setDaemon(true);
  }

  Books books() {
    return books;
  }

  /** How often its line broke. */
  int breaks() {
    return breaks;
  }

  /** Says nothing new from now on. */
  void fallSilent() {
    silent = true;
  }

  void end() {
    over = true;
    LockSupport.unpark(this);
  }

  @Override
  public void run() {
    while (!over) {
      try (Way.Line line = way.open(books)) {
        talk(line);
      } catch (IOException broken) {
        breaks++;
      }
      LockSupport.parkNanos(RETRY);
    }
  }

  private void talk(Way.Line line) throws IOException {
    sendAgain(line);
    long next = System.nanoTime() + AGAIN;
    while (line.isOpen() && !over) {
      if (!silent && books.waitingCount() < MAX_WAITING) {
        String id = getName() + "-" + count++;
        String text = "I am " + id + " ✓ " + "…".repeat(random.nextInt(60));
        books.say(id, text);
        line.send(id, text);
      }
      if (System.nanoTime() - next > 0) {
        sendAgain(line);
        next = System.nanoTime() + AGAIN;
      }
      LockSupport.parkNanos((long) (random.nextDouble() * 2 * pause));
    }
    breaks++;
  }

  private void sendAgain(Way.Line line) throws IOException {
    for (Map.Entry<String, String> message : books.waiting().entrySet()) {
      line.send(message.getKey(), message.getValue());
    }
  }
}
