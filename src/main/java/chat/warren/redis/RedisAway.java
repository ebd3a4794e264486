package chat.warren.redis;

/** Nothing was sent, for Redis does not answer. */
final class RedisAway extends RuntimeException {
  private static final long serialVersionUID = 1;

  RedisAway() {
    super("Redis does not answer", null, false, false);
  }
}
