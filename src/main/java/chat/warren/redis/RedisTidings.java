package chat.warren.redis;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log once when Redis goes away and once when it is back. Thread-safe. */
final class RedisTidings {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

  private final RedisAddress address;
  private Boolean here;

  RedisTidings(RedisAddress address) {
    this.address = address;
  }

  synchronized void back(boolean sharded) {
    if (here == null) {
      LOG.info("Redis answers at {}, with {} pub/sub", address, sharded ? "sharded" : "ordinary");
    } else if (!here) {
      LOG.info("Redis at {} answers again", address);
    }
    here = true;
  }

  synchronized void away(String reason) {
    if (here == null || here) {
      LOG.warn(
          "Redis at {} does not answer ({}). Until it does, Warren asks the database twice a second"
              + " what is new.",
          address,
          reason);
    }
    here = false;
  }

  /** Why something failed, in one line; Lettuce keeps passwords out of it. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
