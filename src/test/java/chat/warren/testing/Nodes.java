package chat.warren.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One Warren as processes: one node that keeps a file, or two with the PostgreSQL and the Redis
 * that they share. Each keeps its port when it is started again.
 */
public final class Nodes implements AutoCloseable {
  private static final boolean SCALED = Boolean.getBoolean("warren.scaled");

  /** As it is recommended. */
  private static final Path CONFIGURATION =
      Path.of("server-config", "redis", "warren.conf").toAbsolutePath();

  private final Path directory;
  private final Store store;
  private final RedisProcess redis;
  private final List<Integer> ports;
  private final WarProcess[] nodes;
  private final Map<String, String> settings;
  private final String[] javaOptions;

  private Nodes(Path directory, boolean two, Map<String, String> further, String... javaOptions) {
    this.directory = directory;
    this.javaOptions = javaOptions;
    store = two ? Store.POSTGRESQL : Store.SQLITE;
    redis = two ? RedisProcess.start(CONFIGURATION.toString()) : null;
    ports = IntStream.range(0, two ? 2 : 1).mapToObj(node -> WarProcess.freePort()).toList();
    nodes = new WarProcess[ports.size()];
    settings = new HashMap<>(further);
    if (two) {
      settings.put("WARREN_DB", Postgres.shared().of(directory));
      settings.put("WARREN_REDIS", redis.address());
    } else {
      settings.put("WARREN_DATA", directory.toString());
    }
    try {
      for (int node = 0; node < nodes.length; node++) {
        start(node);
      }
      awaitAll();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * What the contract is tested on: one node, and with {@code -Pscaled} two. Starts it and waits
   * until it serves.
   *
   * @param directory where its data are, or whose database it is
   * @param further settings of each node
   */
  public static Nodes start(Path directory, Map<String, String> further, String... javaOptions) {
    return new Nodes(directory, SCALED, further, javaOptions);
  }

  /** Starts two, and waits until they know each other. */
  public static Nodes two(Path directory, Map<String, String> further) {
    return new Nodes(directory, true, further);
  }

  /** Starts a node that was ended, and does not wait. */
  public void start(int node) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("WARREN_PORT", String.valueOf(ports.get(node)));
    nodes[node] = WarProcess.start(all, javaOptions);
  }

  /** Waits until all serve and Redis answers them. */
  public void awaitAll() {
    for (WarProcess node : nodes) {
      Site site = node.site();
      if (redis != null) {
        Eventually.isSo(
            "Redis answers it", () -> site.get("health").body().contains("\"redis\":\"up\""));
      }
    }
  }

  public RedisProcess redis() {
    return redis;
  }

  public int count() {
    return nodes.length;
  }

  public WarProcess node(int node) {
    return nodes[node];
  }

  public List<Integer> ports() {
    return ports;
  }

  /**
   * A new browser at a node.
   *
   * @param node which one; after the last comes the first
   */
  public Site site(int node) {
    return nodes[node % nodes.length].site().asSomebodyElse();
  }

  /** A new browser at each. */
  public List<Site> sites() {
    return IntStream.range(0, nodes.length).mapToObj(this::site).toList();
  }

  /** Takes all out as an administrator does. */
  public void stop() {
    for (WarProcess node : nodes) {
      node.stop();
    }
  }

  /** What is stored; if that is a file, the node must have ended. */
  public Connection database() throws SQLException {
    return store.connect(directory);
  }

  @Override
  public void close() {
    for (WarProcess node : nodes) {
      if (node != null) {
        node.close();
      }
    }
    if (redis != null) {
      redis.close();
    }
  }
}
