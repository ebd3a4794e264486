package chat.warren.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.postgresql.Driver;

/** One Warren on two nodes: two processes, and the PostgreSQL and the Redis that they share. */
public final class TwoNodes implements AutoCloseable {
  private static final int TWO = 2;

  private final RedisProcess redis = RedisProcess.start();
  private final List<Integer> ports =
      IntStream.range(0, TWO).mapToObj(node -> WarProcess.freePort()).toList();
  private final WarProcess[] nodes = new WarProcess[TWO];
  private final String database;

  /**
   * Starts all of it, and waits until the nodes know each other.
   *
   * @param directory whose database it is
   */
  public TwoNodes(Path directory) {
    database = Postgres.shared().of(directory);
    try {
      for (int node = 0; node < TWO; node++) {
        start(node);
      }
      awaitBoth();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Starts a node that was ended, and does not wait. */
  public void start(int node) {
    nodes[node] =
        WarProcess.start(
            Map.of(
                "WARREN_DB", database,
                "WARREN_REDIS", redis.address(),
                "WARREN_PORT", String.valueOf(ports.get(node))));
  }

  /** Waits until both serve and Redis answers them. */
  public void awaitBoth() {
    for (WarProcess node : nodes) {
      Site site = node.site();
      Eventually.isSo(
          "Redis answers it", () -> site.get("health").body().contains("\"redis\":\"up\""));
    }
  }

  public RedisProcess redis() {
    return redis;
  }

  public WarProcess node(int node) {
    return nodes[node];
  }

  public List<Integer> ports() {
    return ports;
  }

  /** A new browser at a node. */
  public Site site(int node) {
    return nodes[node].site().asSomebodyElse();
  }

  public Connection database() throws SQLException {
    return new Driver().connect(database, new Properties());
  }

  @Override
  public void close() {
    for (WarProcess node : nodes) {
      if (node != null) {
        node.close();
      }
    }
    redis.close();
  }
}
