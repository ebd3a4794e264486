package chat.warren.redis;

import chat.warren.testing.RedisProcess;
import java.util.UUID;

/** The Redis of the tests that do it no harm: the one that is given, or one for all of them. */
final class TestRedis {
  private static final String GIVEN = System.getenv("WARREN_TEST_REDIS");

  private TestRedis() {}

  /** Started by the first who asks, and ended with the tests. */
  private static final class Own {
    private static final RedisProcess PROCESS = start();

    private static RedisProcess start() {
      RedisProcess redis = RedisProcess.start();
      Runtime.getRuntime().addShutdownHook(new Thread(redis::kill));
      return redis;
    }
  }

  static RedisAddress address() {
    return RedisAddress.of(GIVEN == null ? Own.PROCESS.address() : GIVEN);
  }

  /** A name that no other store has. */
  static String store() {
    return UUID.randomUUID().toString();
  }

  /** A line to nodes that nobody else talks to. */
  static RedisLink link(boolean maySharded) {
    return RedisLink.open(address(), store(), maySharded);
  }
}
