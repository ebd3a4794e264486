package chat.warren.live;

import java.time.Duration;

/** The signs of life that a socket gives. Thread-safe. */
final class Pulse {
  private static final long QUIET = Duration.ofSeconds(25).toNanos();
  private static final long SILENCE = Duration.ofSeconds(75).toNanos();

  private final long patience;
  private volatile long lastHeard = System.nanoTime();
  private volatile long sendingSince;

  /**
   * @param patience how long a frame may be on its way
   */
  Pulse(Duration patience) {
    this.patience = patience.toNanos();
  }

  /** The other end has said something. */
  void heard() {
    lastHeard = System.nanoTime();
  }

  /** A frame is on its way to the other end. */
  void sending() {
    sendingSince = System.nanoTime();
  }

  /** Whether the frame that is on its way should have been taken long ago. */
  boolean isStuck() {
    return System.nanoTime() - sendingSince > patience;
  }

  /** Whether it is time to ask for a sign of life. */
  boolean isQuiet() {
    return System.nanoTime() - lastHeard > QUIET;
  }

  /** Whether the other end was asked, and asked again, and has said nothing. */
  boolean isSilent() {
    return System.nanoTime() - lastHeard > SILENCE;
  }
}
