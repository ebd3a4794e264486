package chat.warren.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.RedisPubSubAdapter;

/**
 * Is told by Lettuce's threads what comes of one session, which is the same for both ways of
 * pub/sub. Thread-safe.
 */
final class SessionListener extends RedisPubSubAdapter<String, byte[]> {
  private final RedisLink link;
  private volatile boolean broken;

  SessionListener(RedisLink link) {
    this.link = link;
  }

  /** Whether one of the session's connections has ended, or one of its subscriptions. */
  boolean isBroken() {
    return broken;
  }

  /** Something about the session has failed. */
  void breaks() {
    broken = true;
  }

  @Override
  public void message(String channel, byte[] message) {
    link.heard(channel, message);
  }

  @Override
  public void subscribed(String channel, long count) {
    link.subscribed(channel);
  }

  /** Also told of by a server whose part of a cluster has moved to another. */
  @Override
  public void unsubscribed(String channel, long count) {
    if (link.wants(channel)) {
      broken = true;
    }
  }

  /** What has to be told of the end of a connection. */
  RedisConnectionStateListener ofConnections() {
    return new RedisConnectionStateListener() {
      @Override
      public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
        broken = true;
        link.hurry(SessionListener.this);
      }
    };
  }

  @Override
  public void smessage(String channel, byte[] message) {
    message(channel, message);
  }

  @Override
  public void ssubscribed(String channel, long count) {
    subscribed(channel, count);
  }

  @Override
  public void sunsubscribed(String channel, long count) {
    unsubscribed(channel, count);
  }
}
