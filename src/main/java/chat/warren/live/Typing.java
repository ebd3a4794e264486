package chat.warren.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Who was passed on as typing in one log just now. A few are enough to tell that a room is lively,
 * and what they cost does not grow with the room. Thread-safe.
 */
final class Typing {
  /** How long a person is not passed on again. */
  static final long PAUSE = Duration.ofSeconds(3).toNanos();

  /** The most people within that time. */
  static final int MOST = 5;

  private final Map<Long, Long> passed = new HashMap<>();

  /**
   * Whether a person's typing would be passed on.
   *
   * @param now as {@link System#nanoTime} has it
   */
  synchronized boolean isDue(long person, long now) {
    passed.values().removeIf(at -> now - at >= PAUSE);
    return passed.size() < MOST && !passed.containsKey(person);
  }

  /** The same, and counts it if it would. */
  synchronized boolean pass(long person, long now) {
    if (!isDue(person, now)) {
      return false;
    }
    passed.put(person, now);
    return true;
  }
}
