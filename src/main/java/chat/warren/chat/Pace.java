package chat.warren.chat;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast one person may speak, over all sockets and ways: so much at once, then so much a second.
 * Thread-safe.
 */
public final class Pace {
  static final int BURST = 60;
  static final int PER_SECOND = 10;

  /** Above this many people, those who rest are forgotten. */
  private static final int REMEMBERED = 10_000;

  private final ConcurrentHashMap<Long, Bucket> buckets = new ConcurrentHashMap<>();
  private final boolean limited;
  private final int burst;
  private final int perSecond;

  /**
   * People's pace.
   *
   * @param limited false to let everybody speak as fast as they can, for benchmarks
   */
  public Pace(boolean limited) {
    this(limited, BURST, PER_SECOND);
  }

  /**
   * @param limited false for no limit
   * @param burst how much at once
   * @param perSecond how much a second from then on
   */
  public Pace(boolean limited, int burst, int perSecond) {
    this.limited = limited;
    this.burst = burst;
    this.perSecond = perSecond;
  }

  /**
   * Counts one thing said.
   *
   * @throws Refused {@link Refusal#TOO_FAST}
   */
  void step(User user) {
    step(user, 1);
  }

  /**
   * Counts several things said at once.
   *
   * @param count at most the burst
   * @throws Refused {@link Refusal#TOO_FAST}; then none of them is counted
   */
  public void step(User user, int count) {
    if (!limited) {
      return;
    }
    if (buckets.size() > REMEMBERED) {
      buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= burst);
    }
    if (!buckets.computeIfAbsent(user.id(), id -> bucket()).tryConsume(count)) {
      throw new Refused(Refusal.TOO_FAST);
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
