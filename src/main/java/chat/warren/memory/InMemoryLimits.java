package chat.warren.memory;

import chat.warren.user.Limit;
import chat.warren.user.Limits;
import io.github.bucket4j.Bucket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The limits of a single node: a bucket for each who does something. Thread-safe. */
public final class InMemoryLimits implements Limits {
  /** Above this many buckets of one limit, those that are full are forgotten. */
  private static final int REMEMBERED = 10_000;

  private final Map<Limit, Map<String, Bucket>> buckets = new ConcurrentHashMap<>();

  @Override
  public boolean take(Limit limit, String who, int count) {
    Map<String, Bucket> all = buckets.computeIfAbsent(limit, l -> new ConcurrentHashMap<>());
    if (all.size() > REMEMBERED) {
      all.values().removeIf(bucket -> bucket.getAvailableTokens() >= limit.burst());
    }
    return all.computeIfAbsent(who, w -> bucket(limit)).tryConsume(count);
  }

  @Override
  public void giveBack(Limit limit, String who) {
    Bucket bucket = buckets.getOrDefault(limit, Map.of()).get(who);
    if (bucket != null) {
      bucket.addTokens(1);
    }
  }

  private static Bucket bucket(Limit limit) {
    return Bucket.builder()
        .addLimit(it -> it.capacity(limit.burst()).refillGreedy(limit.burst(), limit.period()))
        .build();
  }
}
