package chat.warren.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom a request comes from that a proxy passes on. */
class ProxyFilterTest {
  private final ProxyFilter filter =
      new ProxyFilter(Set.of(Network.of("10.0.0.0/8"), Network.of("::1")));

  @Test
  void itIsWhomTheProxyNames() {
    assertEquals("203.0.113.9", client("203.0.113.9"));
    assertEquals("2001:db8:0:0:0:0:0:9", client("2001:db8::9"));
  }

  @Test
  void itIsTheLastThatIsNoProxyWhateverStandsBefore() {
    assertEquals("203.0.113.9", client("198.51.100.7", "203.0.113.9"));
    assertEquals("203.0.113.9", client("rubbish", "203.0.113.9", "10.0.0.2"));
    assertEquals("203.0.113.9", client("198.51.100.7", "203.0.113.9", "::1", "10.0.0.2"));
  }

  @Test
  void itIsTheProxyItselfWhenThatNamesNobody() {
    assertEquals("10.0.0.1", client());
    assertEquals("10.0.0.1", client("unknown"));
    assertEquals("10.0.0.3", client("203.0.113.9", "unknown", "10.0.0.3"));
  }

  @Test
  void itIsTheFarthestProxyWhenAllAreProxies() {
    assertEquals("10.0.0.3", client("10.0.0.3", "10.0.0.2"));
  }

  private String client(String... forwarded) {
    return filter.client("10.0.0.1", List.of(forwarded));
  }
}
