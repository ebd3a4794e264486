package chat.warren.redis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Eventually;
import chat.warren.testing.RedisProcess;
import chat.warren.user.Limit;
import chat.warren.user.Limits;
import chat.warren.user.LimitsContract;
import io.lettuce.core.api.sync.RedisKeyCommands;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RedisLimitsTest {
  private static final Limit MUCH = new Limit("much", 5_000, Duration.ofHours(1));

  @Nested
  class OnOneNode extends LimitsContract {
    private RedisLink link;

    @Override
    protected Limits open() {
      link = TestRedis.link(true);
      return new RedisLimits(link);
    }

    @Override
    protected void end() {
      link.close();
    }
  }

  /** How often it is allowed, by somebody who waits a little each time. */
  private static int allowed(Limits limits) {
    int count = 0;
    while (limits.take(MUCH, "alice", 1)) {
      count++;
      Eventually.pause(Duration.ofMillis(2));
    }
    return count;
  }

  @Test
  void whatIsTakenOnOneNodeIsTakenOnAll() {
    String store = TestRedis.store();
    try (RedisLink one = RedisLink.open(TestRedis.address(), store);
        RedisLink other = RedisLink.open(TestRedis.address(), store)) {
      Limits here = new RedisLimits(one);
      assertTrue(here.take(MUCH, "alice", MUCH.burst() - 10));
      Limits there = new RedisLimits(other);
      int allowed = allowed(there);
      assertTrue(allowed >= 10 && allowed < MUCH.burst() / 2, "allowed " + allowed);
      assertTrue(there.take(MUCH, "bob", 1));
      here.giveBack(MUCH, "alice");
      assertFalse(there.take(MUCH, "alice", 1), "before Redis says so");
    }
  }

  @Test
  void whileRedisIsAwayEachNodeCountsForItself() {
    String store = TestRedis.store();
    try (RedisProcess redis = RedisProcess.start();
        RedisLink link = RedisLink.open(RedisAddress.of(redis.address()), store)) {
      Limits limits = new RedisLimits(link);
      redis.freeze();
      for (int n = 0; n < 2; n++) {
        String who = "person " + n;
        for (int i = 0; i < 10; i++) {
          assertTrue(limits.take(new Limit("ten", 10, MUCH.period()), who, 1));
        }
        assertFalse(limits.take(new Limit("ten", 10, MUCH.period()), who, 1));
        Eventually.isSo("Redis is away", () -> !link.isUp());
      }
      redis.thaw();
    }
  }

  @Test
  void whatIsCountedIsForgottenWhenItCountsNoMore() {
    try (RedisProcess redis = RedisProcess.start();
        RedisLink link = RedisLink.open(RedisAddress.of(redis.address()), TestRedis.store())) {
      new RedisLimits(link).take(MUCH, "alice", MUCH.burst());
      Eventually.isSo("it is counted", () -> redis.ask(RedisKeyCommands::randomkey) != null);
      long left = redis.ask(commands -> commands.pttl(commands.randomkey()));
      assertTrue(left > 0 && left <= MUCH.period().toMillis(), "for " + left + " ms");
    }
  }
}
