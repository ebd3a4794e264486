package chat.warren.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginFilterTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost, localhost",
    "http://localhost:8080, localhost:8080",
    "https://chat.example.org, chat.example.org",
    "https://Chat.Example.org, chat.example.ORG",
    "HTTPS://chat.example.org, chat.example.org",
    "http://192.0.2.7:8080, 192.0.2.7:8080",
    "http://[::1]:8080, [::1]:8080",
    "http://[::1], [::1]",
    "https://[2001:DB8::1], [2001:db8::1]"
  })
  void whatComesFromTheHostItIsSentToIsOurs(String origin, String host) {
    assertTrue(SameOriginFilter.isSame(origin, host));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost, localhost:80",
    "http://localhost:80, localhost",
    "https://chat.example.org, chat.example.org:443",
    "https://chat.example.org:443, chat.example.org",
    "https://[::1], [::1]:443"
  })
  void theDefaultPortMayBeSaidOrNot(String origin, String host) {
    assertTrue(SameOriginFilter.isSame(origin, host));
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example, chat.example.org",
    "http://chat.example.org.evil.example, chat.example.org",
    "http://evilchat.example.org, chat.example.org",
    "http://example.org, chat.example.org",
    "http://chat.example.org@evil.example, chat.example.org",
    "http://evil.example/chat.example.org, chat.example.org",
    "http://evil.example#chat.example.org, chat.example.org",
    "http://[::1], [::2]",
    "http://127.0.0.1, localhost"
  })
  void anotherHostIsForeign(String origin, String host) {
    assertFalse(SameOriginFilter.isSame(origin, host));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8081, localhost:8080",
    "http://localhost, localhost:8080",
    "http://localhost:8080, localhost",
    "http://localhost, localhost:443",
    "https://localhost, localhost:80",
    "http://[::1]:8081, [::1]:8080"
  })
  void anotherPortIsForeign(String origin, String host) {
    assertFalse(SameOriginFilter.isSame(origin, host));
  }

  @Test
  void theSchemeIsLeftToTheProxyThatEndsTls() {
    assertTrue(SameOriginFilter.isSame("https://chat.example.org", "chat.example.org"));
    assertTrue(SameOriginFilter.isSame("http://chat.example.org", "chat.example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        " ",
        "localhost",
        "//localhost",
        "http:",
        "http://",
        "http://:80",
        "file://",
        "file:///",
        "data:text/html,hi",
        "http://a b",
        "http://localhost:port",
        "%",
        "http://[::1"
      })
  void whatIsNoOriginIsForeign(String origin) {
    assertFalse(SameOriginFilter.isSame(origin, "localhost"));
  }

  @Test
  void aRequestThatNamesNoHostIsForeign() {
    assertFalse(SameOriginFilter.isSame("http://localhost", null));
    assertFalse(SameOriginFilter.isSame("http://null", null));
    assertFalse(SameOriginFilter.isSame("http://localhost", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "[::1", "localhost:port", "<script>", "%"})
  void aHostThatIsNoneIsForeign(String host) {
    assertFalse(SameOriginFilter.isSame("http://localhost", host));
  }

  @Test
  void aHostWithAnUnderscoreIsAHost() {
    assertTrue(SameOriginFilter.isSame("http://chat_server:8080", "chat_server:8080"));
    assertTrue(SameOriginFilter.isSame("http://Chat_Server", "chat_server:80"));
    assertFalse(SameOriginFilter.isSame("http://chat_server", "other_server"));
    assertFalse(SameOriginFilter.isSame("http://chat_server:8081", "chat_server:8080"));
  }
}
