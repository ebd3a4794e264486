package chat.warren.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.api.async.RedisPubSubAsyncCommands;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The connections to Redis from their making to the first of them that breaks: a session is not
 * mended but replaced, so that whatever Redis has become meanwhile is found out anew. Thread-safe;
 * nothing here waits.
 */
final class RedisSession {
  private final RedisClusterAsyncCommands<String, byte[]> commands;
  private final RedisPubSubAsyncCommands<String, byte[]> subscriptions;
  private final Supplier<CompletionStage<?>> ping;
  private final boolean sharded;
  private final Supplier<CompletionStage<?>> end;

  /**
   * @param ping asks every server that has to do with it for a sign of life
   * @param end closes the connections
   */
  RedisSession(
      RedisClusterAsyncCommands<String, byte[]> commands,
      RedisPubSubAsyncCommands<String, byte[]> subscriptions,
      Supplier<CompletionStage<?>> ping,
      boolean sharded,
      Supplier<CompletionStage<?>> end) {
    this.commands = commands;
    this.subscriptions = subscriptions;
    this.ping = ping;
    this.sharded = sharded;
    this.end = end;
  }

  boolean isSharded() {
    return sharded;
  }

  /** Sends a message to all who listen to a channel; completes when Redis has it. */
  CompletionStage<Long> publish(String channel, byte[] message) {
    return sharded ? commands.spublish(channel, message) : commands.publish(channel, message);
  }

  CompletionStage<Void> subscribe(String channel) {
    return sharded ? subscriptions.ssubscribe(channel) : subscriptions.subscribe(channel);
  }

  CompletionStage<Void> unsubscribe(String channel) {
    return sharded ? subscriptions.sunsubscribe(channel) : subscriptions.unsubscribe(channel);
  }

  /** Completes when every server that has to do with it has answered. */
  CompletionStage<?> ping() {
    return ping.get();
  }

  /** Runs a script that gives a number. */
  CompletionStage<Long> run(String script, String key, byte[]... values) {
    return commands.eval(script, ScriptOutputType.INTEGER, new String[] {key}, values);
  }

  /** Closes the connections; completes when that is done. */
  CompletionStage<?> end() {
    return end.get();
  }
}
