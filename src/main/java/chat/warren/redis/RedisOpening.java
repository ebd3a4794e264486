package chat.warren.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Makes sessions, and finds out each time what there is: one server, which Sentinels may name, or a
 * cluster; with sharded pub/sub or without. Waits for answers, though not for long.
 */
final class RedisOpening implements AutoCloseable {
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  /** Commands that wait for their answers; more are not sent. */
  private static final int MOST = 10_000;

  private final RedisAddress address;
  private final boolean maySharded;
  private final ClientResources resources =
      ClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();

  private final RedisClient client;
  private RedisClusterClient cluster;

  /**
   * @param maySharded false for ordinary pub/sub in any case
   */
  RedisOpening(RedisAddress address, boolean maySharded) {
    this.address = address;
    this.maySharded = maySharded;
    client = RedisClient.create(resources, address.uris().get(0));
    client.setOptions(options(ClientOptions.builder()).build());
  }

  /**
   * Connects; for one thread.
   *
   * @throws RuntimeException if Redis does not answer, or refuses
   */
  RedisSession open(SessionListener listener) {
    if (address.uris().size() > 1) {
      return ofCluster(listener);
    }
    StatefulRedisConnection<String, byte[]> connection = client.connect(CODEC);
    try {
      if (isCluster(connection.sync())) {
        connection.closeAsync();
        return ofCluster(listener);
      }
      StatefulRedisPubSubConnection<String, byte[]> heard = client.connectPubSub(CODEC);
      heard.addListener(listener);
      heard.addListener(listener.ofConnections());
      connection.addListener(listener.ofConnections());
      boolean sharded = maySharded && hasShards(connection.async());
      return new RedisSession(
          connection.async(),
          heard.async(),
          connection.async()::ping,
          sharded,
          () -> CompletableFuture.allOf(connection.closeAsync(), heard.closeAsync()));
    } catch (RuntimeException e) {
      connection.closeAsync();
      throw e;
    }
  }

  private RedisSession ofCluster(SessionListener listener) {
    if (cluster == null) {
      cluster = RedisClusterClient.create(resources, address.uris());
      cluster.setOptions((ClusterClientOptions) options(ClusterClientOptions.builder()).build());
    }
    cluster.refreshPartitions();
    StatefulRedisClusterConnection<String, byte[]> connection = cluster.connect(CODEC);
    try {
      StatefulRedisClusterPubSubConnection<String, byte[]> heard = cluster.connectPubSub(CODEC);
      for (RedisClusterNode node : connection.getPartitions()) {
        if (node.getRole().isUpstream() && !node.getSlots().isEmpty()) {
          // Now, for a command to a server that is not connected yet would be rejected.
          String host = node.getUri().getHost();
          int port = node.getUri().getPort();
          connection.getConnection(host, port).addListener(listener.ofConnections());
          heard.getConnection(host, port).addListener(listener.ofConnections());
        }
      }
      heard.addListener(listener);
      heard.addListener(listener.ofConnections());
      boolean sharded = maySharded && hasShards(connection.async());
      return new RedisSession(
          connection.async(),
          heard.async(),
          () -> connection.async().upstream().commands().ping().thenAccept(all -> {}),
          sharded,
          () -> CompletableFuture.allOf(connection.closeAsync(), heard.closeAsync()));
    } catch (RuntimeException e) {
      connection.closeAsync();
      throw e;
    }
  }

  private static <B extends ClientOptions.Builder> B options(B builder) {
    builder
        .autoReconnect(false)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(MOST)
        .socketOptions(SocketOptions.builder().connectTimeout(RedisAddress.PATIENCE).build())
        .timeoutOptions(TimeoutOptions.enabled(RedisAddress.PATIENCE));
    return builder;
  }

  private static boolean isCluster(RedisCommands<String, byte[]> commands) {
    try {
      return commands.info("cluster").contains("cluster_enabled:1");
    } catch (RedisCommandExecutionException notAllowed) {
      return false;
    }
  }

  /** Redis 7 and Valkey have them; older ones answer with nothing instead of the command. */
  private static boolean hasShards(RedisClusterAsyncCommands<String, byte[]> commands) {
    try {
      List<Object> found = commands.commandInfo("ssubscribe").toCompletableFuture().join();
      return !found.isEmpty() && found.get(0) instanceof List<?> it && !it.isEmpty();
    } catch (RuntimeException notAllowed) {
      return false;
    }
  }

  /** Ends Lettuce's threads, and waits for that a moment; after the last session. */
  @Override
  public void close() {
    client.shutdown(0, 1, TimeUnit.SECONDS);
    if (cluster != null) {
      cluster.shutdown(0, 1, TimeUnit.SECONDS);
    }
    resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}
