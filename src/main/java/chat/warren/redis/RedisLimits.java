package chat.warren.redis;

import chat.warren.memory.InMemoryLimits;
import chat.warren.user.Limit;
import chat.warren.user.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limits of many nodes. Each node counts for itself and lets pass what its own count allows;
 * Redis counts for all of them, and whoever is too fast over all is stopped from the moment on at
 * which Redis says so. While Redis is away, each node's own count is what holds. Thread-safe;
 * nothing waits for Redis.
 */
public final class RedisLimits implements Limits {
  /** Above this many who were stopped, those are forgotten who may go on. */
  private static final int REMEMBERED = 10_000;

  /**
   * Keeps the time at which all is possible again (GCRA), for as long as that is ahead. Gives the
   * milliseconds until there is enough, or 0.
   */
  private static final String COUNT =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      local burst = tonumber(ARGV[1])
      local each = tonumber(ARGV[2]) / burst
      local count = tonumber(ARGV[3])
      local full = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + each * count
      local wait = math.ceil(full - now - each * burst)
      if wait > 0 then
        return wait
      end
      if full > now then
        redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil(full - now))
      else
        redis.call('DEL', KEYS[1])
      end
      return 0""";

  private final RedisLink link;
  private final InMemoryLimits own = new InMemoryLimits();

  /** Until when somebody is stopped, as {@link System#nanoTime} has it. */
  private final Map<String, Long> stopped = new ConcurrentHashMap<>();

  public RedisLimits(RedisLink link) {
    this.link = link;
  }

  @Override
  public boolean take(Limit limit, String who, int count) {
    String key = "limit:" + limit.name() + ":" + who;
    if (isStopped(key) || !own.take(limit, who, count)) {
      return false;
    }
    count(limit, key, count);
    return true;
  }

  private boolean isStopped(String key) {
    Long until = stopped.get(key);
    if (until == null) {
      return false;
    }
    if (until - System.nanoTime() > 0) {
      return true;
    }
    stopped.remove(key, until);
    return false;
  }

  @Override
  public void giveBack(Limit limit, String who) {
    own.giveBack(limit, who);
    count(limit, "limit:" + limit.name() + ":" + who, -1);
  }

  private void count(Limit limit, String key, int count) {
    link.run(COUNT, key, bytes(limit.burst()), bytes(limit.period().toMillis()), bytes(count))
        .whenComplete(
            (wait, failure) -> {
              if (failure == null && wait > 0) {
                stop(key, Duration.ofMillis(wait));
              }
            });
  }

  private static byte[] bytes(long number) {
    return String.valueOf(number).getBytes(StandardCharsets.US_ASCII);
  }

  private void stop(String key, Duration time) {
    long now = System.nanoTime();
    if (stopped.size() > REMEMBERED) {
      stopped.values().removeIf(until -> until - now < 0);
    }
    stopped.put(key, now + time.toNanos());
  }
}
