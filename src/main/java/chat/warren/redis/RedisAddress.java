package chat.warren.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterURIUtil;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where Redis is and what opens it. Several hosts are those of a Redis Cluster; one host may be
 * that, too, which is asked for when it answers. As a text it has no password. Immutable.
 */
public final class RedisAddress {
  /** What may be given, in words. */
  public static final String ALLOWED =
      "a Redis address: redis://[[user]:password@]host[:port][/database], with several hosts,"
          + " separated by commas, for a Redis Cluster, or"
          + " redis-sentinel://[[user]:password@]host[:port][,host[:port]]#name; rediss and"
          + " rediss-sentinel with TLS";

  /** How long an answer may take. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Set<String> SCHEMES =
      Set.of("redis", "rediss", "redis-sentinel", "rediss-sentinel");

  private final List<RedisURI> uris;
  private final String text;

  private RedisAddress(List<RedisURI> uris, String text) {
    this.uris = uris;
    this.text = text;
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none; without the value, which may have a password
   */
  public static RedisAddress of(String value) {
    try {
      URI uri = URI.create(value);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      List<RedisURI> uris =
          scheme.endsWith("-sentinel")
              ? List.of(RedisURI.create(uri))
              : RedisClusterURIUtil.toRedisURIs(uri);
      if (SCHEMES.contains(scheme) && uris.stream().allMatch(RedisAddress::isWhole)) {
        uris.forEach(RedisAddress::prepare);
        return new RedisAddress(uris, scheme + "://" + hosts(uris));
      }
    } catch (RuntimeException e) {
      // Its message may have the password in it.
    }
    throw new IllegalArgumentException("not a Redis address");
  }

  private static boolean isWhole(RedisURI uri) {
    return uri.getSentinels().isEmpty()
        ? uri.getHost() != null && !uri.getHost().isBlank()
        : uri.getSentinelMasterId() != null && !uri.getSentinelMasterId().isBlank();
  }

  private static String hosts(List<RedisURI> uris) {
    RedisURI first = uris.get(0);
    List<RedisURI> all = first.getSentinels().isEmpty() ? uris : first.getSentinels();
    String name = all == uris ? "" : "#" + first.getSentinelMasterId();
    return all.stream()
        .map(uri -> uri.getHost() + ":" + uri.getPort())
        .collect(Collectors.joining(",", "", name));
  }

  /** The addresses for Lettuce, at least one. */
  List<RedisURI> uris() {
    return uris;
  }

  private static void prepare(RedisURI uri) {
    uri.setTimeout(PATIENCE);
    uri.setClientName("warren");
    // Told to the server by a command that Redis before 7.2 answers with an error.
    uri.setLibraryName("");
    uri.setLibraryVersion("");
    uri.getSentinels().forEach(RedisAddress::prepare);
  }

  @Override
  public String toString() {
    return text;
  }
}
