package chat.warren.chat;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast one person may speak, over all sockets and ways: {@link #BURST} at once, then {@link
 * #PER_SECOND}. Thread-safe.
 */
public final class Pace {
  static final int BURST = 60;
  static final int PER_SECOND = 10;

  /** Above this many people, those who rest are forgotten. */
  private static final int REMEMBERED = 10_000;

  private final ConcurrentHashMap<Long, Bucket> buckets = new ConcurrentHashMap<>();
  private final boolean limited;

  /**
   * @param limited false to let everybody speak as fast as they can, for benchmarks
   */
  public Pace(boolean limited) {
    this.limited = limited;
  }

  /**
   * Counts one thing said.
   *
   * @throws Refused {@link Refusal#TOO_FAST}
   */
  void step(User user) {
    if (!limited) {
      return;
    }
    if (buckets.size() > REMEMBERED) {
      buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= BURST);
    }
    if (!buckets.computeIfAbsent(user.id(), id -> bucket()).tryConsume(1)) {
      throw new Refused(Refusal.TOO_FAST);
    }
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(BURST).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
        .build();
  }
}
