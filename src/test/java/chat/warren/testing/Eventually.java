package chat.warren.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what takes its time, which is another on every machine. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Eventually() {}

  /**
   * Waits until something is so.
   *
   * @param what that is, in words
   */
  public static void isSo(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("never: " + what);
      }
      pause(Duration.ofMillis(5));
    }
  }

  public static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
