package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often somebody may guess: {@link #OF_ONE} times for one account, {@link #FROM_ONE} times from
 * one address (behind which many people may sit), each within {@link #PERIOD}. Thread-safe.
 */
public final class Tries {
  static final int OF_ONE = 10;
  static final int FROM_ONE = 50;
  static final Duration PERIOD = Duration.ofMinutes(5);

  /** Above this many buckets, those that are full are forgotten. */
  private static final int REMEMBERED = 10_000;

  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final boolean limited;

  /**
   * @param limited false to let everybody guess as fast as they can, for tests and benchmarks
   */
  public Tries(boolean limited) {
    this.limited = limited;
  }

  /**
   * Counts one guess at an account, from an address.
   *
   * @throws Refused {@link Refusal#TOO_MANY_TRIES}
   */
  void step(String account, String address) {
    step("of " + account, OF_ONE);
    step("from " + address, FROM_ONE);
  }

  /** The same where nobody's account is guessed at. */
  void step(String address) {
    step("from " + address, FROM_ONE);
  }

  /** Takes the last guess back, for it was right. */
  void right(String account, String address) {
    giveBack("of " + account);
    giveBack("from " + address);
  }

  private void giveBack(String key) {
    Bucket bucket = buckets.get(key);
    if (bucket != null) {
      bucket.addTokens(1);
    }
  }

  private void step(String key, int most) {
    if (!limited) {
      return;
    }
    if (buckets.size() > REMEMBERED) {
      buckets.entrySet().removeIf(entry -> isFull(entry.getKey(), entry.getValue()));
    }
    if (!buckets.computeIfAbsent(key, k -> bucket(most)).tryConsume(1)) {
      throw new Refused(Refusal.TOO_MANY_TRIES);
    }
  }

  private static boolean isFull(String key, Bucket bucket) {
    return bucket.getAvailableTokens() >= (key.startsWith("of ") ? OF_ONE : FROM_ONE);
  }

  private static Bucket bucket(int most) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillIntervally(most, PERIOD))
        .build();
  }
}
