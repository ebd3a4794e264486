package chat.warren.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.user.Entrance;
import chat.warren.user.Registration;
import chat.warren.web.Network;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void whoSetsNothingGetsTheDefaults() {
    Settings settings = Settings.read(name -> null);
    assertEquals(Path.of(System.getProperty("user.home"), ".warren"), settings.data());
    assertEquals(Optional.empty(), settings.database());
    assertEquals(Set.of(), settings.origins());
    assertEquals(Set.of(), settings.proxies());
    assertEquals("echo: ", settings.echoPrefix());
    assertEquals(Duration.ofSeconds(30), settings.slowReader());
    assertEquals(new Entrance(true, Registration.OPEN), settings.entrance());
  }

  @Test
  void guestsAndNewAccountsCanBeKeptOut() {
    assertTrue(read("WARREN_GUESTS", "on").entrance().guests());
    assertFalse(read("WARREN_GUESTS", "off").entrance().guests());
    for (Registration registration : Registration.values()) {
      String value = registration.name().toLowerCase(Locale.ROOT);
      assertEquals(registration, read("WARREN_REGISTRATION", value).entrance().registration());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OFF", "no", "false", " off"})
  void anythingElseAboutGuestsIsRefused(String value) {
    assertStops("WARREN_GUESTS", value, "on or off");
    assertStops("WARREN_REGISTRATION", value, "open, invite or closed");
  }

  @Test
  void everySettingIsRead(@TempDir Path directory) {
    Settings settings =
        Settings.read(
            Map.of(
                    "WARREN_DATA", directory.toString(),
                    "WARREN_ORIGINS", "https://chat.example.org, http://localhost:8080",
                    "WARREN_PROXIES", "127.0.0.1, 10.0.0.0/8",
                    "WARREN_ECHO_PREFIX", "回声：",
                    "WARREN_SLOW_READER_SECONDS", "5")
                ::get);
    assertEquals(directory, settings.data());
    assertEquals(Set.of("https://chat.example.org", "http://localhost:8080"), settings.origins());
    assertEquals(Set.of(Network.of("127.0.0.1"), Network.of("10.0.0.0/8")), settings.proxies());
    assertEquals("回声：", settings.echoPrefix());
    assertEquals(Duration.ofSeconds(5), settings.slowReader());
  }

  @Test
  void theDataDirectoryIsKnownByItsWholePath() {
    Path data = read("WARREN_DATA", "data/warren").data();
    assertTrue(data.isAbsolute());
    assertTrue(data.endsWith(Path.of("data", "warren")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example.org:5433/warren?user=warren&password=secret",
        "jdbc:postgresql://one,two/warren?targetServerType=primary",
        "jdbc:postgresql:warren",
        "java:comp/env/jdbc/warren",
        "jdbc/warren"
      })
  void thePostgresOrItsDataSourceIsKnownByItsAddress(String value) {
    assertEquals(Optional.of(value), read("WARREN_DB", value).database().map(it -> it.value()));
    assertFalse(read("WARREN_DB", value).toString().contains("secret"));
    assertFalse(read("WARREN_DB", value).store().contains("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "warren",
        "jdbc:mysql://db.example.org/warren?password=secret",
        "jdbc:postgresql://db.example.org:port/warren?password=secret",
        "postgres://warren:secret@db.example.org/warren",
        "host=db.example.org password=secret dbname=warren",
        "java:"
      })
  void anythingElseIsNoDatabaseAndNoPasswordIsTold(String value) {
    String line = assertThrows(CannotStart.class, () -> read("WARREN_DB", value)).getMessage();
    assertTrue(line.startsWith("WARREN_DB is \""), line);
    assertTrue(line.contains("jdbc:postgresql://db.example.org/warren?"), line);
    assertTrue(line.contains("java:comp/env/jdbc/warren"), line);
    assertFalse(line.contains("secret"), line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b"})
  void aDataDirectoryThatIsNoPathIsRefused(String value) {
    assertStops("WARREN_DATA", value, "the path of a directory");
  }

  @Test
  void redisIsForNodesOfOnePostgres() {
    assertEquals(Optional.empty(), Settings.read(name -> null).redis());
    Map<String, String> many =
        Map.of(
            "WARREN_DB", "jdbc:postgresql://db.example.org/warren",
            "WARREN_REDIS", "redis://warren:hunter2@redis.example.org:7000");
    assertEquals(
        "redis://redis.example.org:7000",
        Settings.read(many::get).redis().orElseThrow().toString());
  }

  @Test
  void redisAloneIsHalfAConfiguration() {
    String message = messageOf("WARREN_REDIS", "redis://:hunter2@redis.example.org");
    assertTrue(message.startsWith("WARREN_REDIS is set, but WARREN_DB is not"), message);
    assertFalse(message.contains("hunter2"), message);
    assertFalse(message.contains("\n"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "redis.example.org", "redis:hunter2@redis.example.org"})
  void aRedisThatIsNowhereIsRefusedWithoutItsPassword(String value) {
    Map<String, String> many =
        Map.of("WARREN_DB", "jdbc:postgresql://db.example.org/warren", "WARREN_REDIS", value);
    String message = assertThrows(CannotStart.class, () -> Settings.read(many::get)).getMessage();
    assertTrue(message.startsWith("WARREN_REDIS must be a Redis address: redis://"), message);
    assertFalse(message.contains("hunter2"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void noOriginsAreNone(String value) {
    assertEquals(Set.of(), read("WARREN_ORIGINS", value).origins());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://chat.example.org",
        "http://chat.example.org:8080",
        "https://chat.example.org:80",
        "http://192.0.2.7",
        "http://[::1]:8080",
        "https://xn--fsq.example"
      })
  void anOriginIsTakenAsBrowsersWriteIt(String origin) {
    assertEquals(Set.of(origin), read("WARREN_ORIGINS", origin).origins());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "chat.example.org",
        "chat.example.org:443",
        "//chat.example.org",
        "https://",
        "https://chat.example.org/",
        "https://chat.example.org/chat",
        "https://chat.example.org?x",
        "https://chat.example.org#x",
        "https://*.example.org",
        "https://chat example.org",
        "ftp://chat.example.org",
        "wss://chat.example.org",
        "https://chat.example.org;https://other.example.org"
      })
  void whatIsNoOriginIsRefused(String value) {
    assertStops("WARREN_ORIGINS", value, "https://chat.example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://Chat.Example.org",
        "HTTPS://chat.example.org",
        "https://chat.example.org:443",
        "http://chat.example.org:80",
        "https://alice@chat.example.org",
        "https://chat.example.org:"
      })
  void anOriginThatNoBrowserWritesSoIsRefused(String value) {
    assertStops("WARREN_ORIGINS", value, "https://chat.example.org");
  }

  @Test
  void oneWrongOriginAmongGoodOnesIsNamed() {
    String message = messageOf("WARREN_ORIGINS", "https://chat.example.org, other.example.org");
    assertTrue(message.contains("\"other.example.org\""), message);
    assertThrows(
        CannotStart.class,
        () -> read("WARREN_ORIGINS", "https://chat.example.org,,http://localhost"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "proxy.example.org", "*", "10.0.0.0/33", "10.0.0.1:8080"})
  void aProxyThatIsNoAddressAndNoNetworkIsRefused(String value) {
    assertStops("WARREN_PROXIES", value, "10.0.0.0/8");
  }

  @Test
  void theEchoPrefixMayBeEmptyAndUpToAHundredCharacters() {
    assertEquals("", read("WARREN_ECHO_PREFIX", "").echoPrefix());
    assertEquals(" ", read("WARREN_ECHO_PREFIX", " ").echoPrefix());
    assertEquals("a".repeat(100), read("WARREN_ECHO_PREFIX", "a".repeat(100)).echoPrefix());
  }

  @Test
  void aLongerEchoPrefixIsRefused() {
    assertStops("WARREN_ECHO_PREFIX", "a".repeat(101), "100 characters");
  }

  @Test
  void aSlowReaderHasASecondToAnHour() {
    assertEquals(Duration.ofSeconds(1), read("WARREN_SLOW_READER_SECONDS", "1").slowReader());
    assertEquals(Duration.ofHours(1), read("WARREN_SLOW_READER_SECONDS", "3600").slowReader());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3601", "-1", "1.5", "30s", "", " 5", "99999999999"})
  void anotherTimeForSlowReadersIsRefused(String value) {
    assertStops("WARREN_SLOW_READER_SECONDS", value, "seconds from 1 to 3600");
  }

  @Test
  void aMistypedNameIsFound() {
    assertEquals(
        Set.of("WARREN_DATEN", "WARREN_origins", "WARREN_"),
        Settings.unknown(
            Stream.of(
                "WARREN_DATEN",
                "WARREN_origins",
                "WARREN_",
                "WARREN_DATA",
                "WARREN_DB",
                "WARREN_REDIS",
                "WARREN_ORIGINS",
                "WARREN_PROXIES",
                "WARREN_ECHO_PREFIX",
                "WARREN_SLOW_READER_SECONDS",
                "WARREN_GUESTS",
                "WARREN_REGISTRATION",
                "WARREN_HOST",
                "WARREN_PORT",
                "PATH",
                "warren.war",
                "MY_WARREN_DATA")));
  }

  @Test
  void theFirstPlaceThatHasAValueWins() {
    UnaryOperator<String> values =
        Settings.firstOf(
            Map.of("a", "property")::get,
            Map.of("a", "environment", "b", "environment")::get,
            Map.of("a", "context", "b", "context", "c", "context")::get);
    assertEquals("property", values.apply("a"));
    assertEquals("environment", values.apply("b"));
    assertEquals("context", values.apply("c"));
    assertNull(values.apply("d"));
  }

  @Test
  void anEmptyValueIsAValue() {
    UnaryOperator<String> values =
        Settings.firstOf(Map.of("a", "")::get, Map.of("a", "context")::get);
    assertEquals("", values.apply("a"));
  }

  private static Settings read(String setting, String value) {
    return Settings.read(name -> name.equals(setting) ? value : null);
  }

  private static String messageOf(String setting, String value) {
    return assertThrows(CannotStart.class, () -> read(setting, value)).getMessage();
  }

  private static void assertStops(String setting, String value, String allowed) {
    String message = messageOf(setting, value);
    assertTrue(message.startsWith(setting + " is \"" + value + "\", but must be "), message);
    assertTrue(message.contains(allowed), message);
    assertFalse(message.contains("\n"), message);
  }
}
