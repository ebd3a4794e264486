package chat.warren.live;

import chat.warren.chat.Presence.Window;
import java.time.Duration;

/** A socket's lease on being here: renewed by signs of life, though not by each. Thread-safe. */
final class Lease {
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final Window window;
  private long renewedAt = System.nanoTime();

  Lease(Window window) {
    this.window = window;
  }

  Window window() {
    return window;
  }

  /** Whether it is time to renew it, which is true for one of those who ask at once. */
  synchronized boolean isDue() {
    long now = System.nanoTime();
    if (now - renewedAt < PAUSE) {
      return false;
    }
    renewedAt = now;
    return true;
  }
}
