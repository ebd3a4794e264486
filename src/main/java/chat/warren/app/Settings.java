package chat.warren.app;

import chat.warren.db.PostgresAddress;
import chat.warren.redis.RedisAddress;
import chat.warren.user.Entrance;
import chat.warren.user.Registration;
import chat.warren.web.Network;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the person who runs the server can set, read and checked once at the start; immutable.
 * Described in {@code src/site/markdown/configuration.md}.
 *
 * @param data the data directory, {@code WARREN_DATA}
 * @param database the PostgreSQL in place of a file in that directory, {@code WARREN_DB}
 * @param redis what the nodes of one store talk to each other through, {@code WARREN_REDIS}
 * @param origins further origins that sockets and forms may come from, {@code WARREN_ORIGINS}
 * @param proxies whose word counts about who asks and how, {@code WARREN_PROXIES}
 * @param limits false to switch every rate limit off, {@code WARREN_LIMITS}
 * @param echoPrefix what comes before every answer of the connection check, {@code
 *     WARREN_ECHO_PREFIX}
 * @param slowReader how long a socket may take nothing of what it is sent, {@code
 *     WARREN_SLOW_READER_SECONDS}
 * @param entrance who may come in, {@code WARREN_GUESTS} and {@code WARREN_REGISTRATION}
 */
record Settings(
    Path data,
    Optional<PostgresAddress> database,
    Optional<RedisAddress> redis,
    Set<String> origins,
    Set<Network> proxies,
    String echoPrefix,
    boolean limits,
    Duration slowReader,
    Entrance entrance) {
  static final String DATA = "WARREN_DATA";
  static final String DB = "WARREN_DB";
  static final String REDIS = "WARREN_REDIS";
  static final String ORIGINS = "WARREN_ORIGINS";
  static final String PROXIES = "WARREN_PROXIES";
  static final String LIMITS = "WARREN_LIMITS";
  static final String ECHO_PREFIX = "WARREN_ECHO_PREFIX";
  static final String SLOW_READER = "WARREN_SLOW_READER_SECONDS";
  static final String GUESTS = "WARREN_GUESTS";
  static final String REGISTRATION = "WARREN_REGISTRATION";

  /** Every name that means something; the launcher's own two are among them. */
  private static final Set<String> NAMES =
      Set.of(
          DATA,
          DB,
          REDIS,
          ORIGINS,
          PROXIES,
          ECHO_PREFIX,
          LIMITS,
          SLOW_READER,
          GUESTS,
          REGISTRATION,
          "WARREN_HOST",
          "WARREN_PORT");

  private static final int MAX_PREFIX = 100;
  private static final int MAX_SLOW_READER = 3_600;

  /**
   * @param values gives the value of a setting by its name, or null
   * @throws CannotStart if a value is not allowed
   */
  static Settings read(UnaryOperator<String> values) {
    return new Settings(
        data(values.apply(DATA)),
        database(values.apply(DB)),
        redis(values.apply(REDIS), values.apply(DB) != null),
        each(values.apply(ORIGINS), Settings::origin),
        each(values.apply(PROXIES), Settings::proxy),
        echoPrefix(values.apply(ECHO_PREFIX)),
        isOn(LIMITS, values.apply(LIMITS)),
        slowReader(values.apply(SLOW_READER)),
        new Entrance(isOn(GUESTS, values.apply(GUESTS)), registration(values.apply(REGISTRATION))));
  }

  /** Where everything is kept, for people. */
  String store() {
    return database.map(PostgresAddress::toString).orElseGet(data::toString);
  }

  /** The names among {@code given} that look like settings but are none: mistyped, most likely. */
  static Set<String> unknown(Stream<String> given) {
    return given
        .filter(name -> name.startsWith("WARREN_") && !NAMES.contains(name))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The first of the places that has a value for the name. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  static UnaryOperator<String> firstOf(UnaryOperator<String>... places) {
    return name ->
        Arrays.stream(places)
            .map(place -> place.apply(name))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static Path data(String value) {
    try {
      return value == null
          ? Path.of(System.getProperty("user.home"), ".warren")
          : Path.of(notBlank(DATA, value, "the path of a directory")).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw wrong(DATA, value, "the path of a directory");
    }
  }

  private static Optional<PostgresAddress> database(String value) {
    try {
      return value == null ? Optional.empty() : Optional.of(new PostgresAddress(value));
    } catch (IllegalArgumentException e) {
      throw wrong(
          DB,
          PostgresAddress.withoutSecrets(value),
          "a URL such as jdbc:postgresql://db.example.org/warren?user=warren&password=…, or the JNDI"
              + " name of a data source such as java:comp/env/jdbc/warren");
    }
  }

  private static Optional<RedisAddress> redis(String value, boolean isStoreShared) {
    if (value == null) {
      return Optional.empty();
    }
    if (!isStoreShared) {
      throw new CannotStart(
          REDIS
              + " is set, but "
              + DB
              + " is not: several nodes need one PostgreSQL. Set "
              + DB
              + " too, or take "
              + REDIS
              + " away for a single node.",
          null);
    }
    try {
      return Optional.of(RedisAddress.of(value));
    } catch (IllegalArgumentException e) {
      // The value may have a password in it.
      throw new CannotStart(REDIS + " must be " + RedisAddress.ALLOWED + ".", null);
    }
  }

  private static <T> Set<T> each(String values, Function<String, T> check) {
    if (values == null || values.isBlank()) {
      return Set.of();
    }
    return Arrays.stream(values.split(","))
        .map(String::strip)
        .map(check)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** An origin as browsers write it: RFC 6454, section 6.2. */
  private static String origin(String value) {
    String allowed =
        "origins as browsers write them, such as https://chat.example.org, separated by commas";
    try {
      URI uri = URI.create(value);
      boolean web =
          ("https".equals(uri.getScheme()) && uri.getPort() != 443)
              || ("http".equals(uri.getScheme()) && uri.getPort() != 80);
      String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
      if (web
          && uri.getHost() != null
          && value.equals(
              uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port)) {
        return value;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for everything else that is no origin.
    }
    throw wrong(ORIGINS, value, allowed);
  }

  private static Network proxy(String value) {
    try {
      return Network.of(value);
    } catch (IllegalArgumentException e) {
      throw wrong(
          PROXIES,
          value,
          "addresses or networks, such as 127.0.0.1 or 10.0.0.0/8, separated by commas");
    }
  }

  private static String echoPrefix(String value) {
    if (value != null && value.length() > MAX_PREFIX) {
      throw wrong(ECHO_PREFIX, value, "a text of at most " + MAX_PREFIX + " characters");
    }
    return value == null ? "echo: " : value;
  }

  private static boolean isOn(String name, String value) {
    if (value != null && !value.equals("on") && !value.equals("off")) {
      throw wrong(name, value, "on or off");
    }
    return !"off".equals(value);
  }

  private static Registration registration(String value) {
    return switch (value == null ? "open" : value) {
      case "open" -> Registration.OPEN;
      case "invite" -> Registration.INVITE;
      case "closed" -> Registration.CLOSED;
      default -> throw wrong(REGISTRATION, value, "open, invite or closed");
    };
  }

  private static Duration slowReader(String value) {
    try {
      int seconds = value == null ? 30 : Integer.parseInt(value);
      if (seconds >= 1 && seconds <= MAX_SLOW_READER) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException e) {
      // Said below, as for every other value that is not allowed.
    }
    throw wrong(SLOW_READER, value, "a whole number of seconds from 1 to " + MAX_SLOW_READER);
  }

  private static String notBlank(String name, String value, String allowed) {
    if (value.isBlank()) {
      throw wrong(name, value, allowed);
    }
    return value;
  }

  private static CannotStart wrong(String name, String value, String allowed) {
    return new CannotStart(name + " is \"" + value + "\", but must be " + allowed + ".", null);
  }
}
