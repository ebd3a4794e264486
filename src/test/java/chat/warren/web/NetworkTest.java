package chat.warren.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "10.0.0.0/8, 10.255.255.255",
    "10.0.0.0/8, 10.0.0.0",
    "192.168.16.0/20, 192.168.31.255",
    "192.0.2.6/31, 192.0.2.7",
    "0.0.0.0/0, 203.0.113.9",
    "::1, 0:0:0:0:0:0:0:1",
    "2001:db8::/33, 2001:db8:7fff::1",
    "fe80::/10, fe80::1%eth0",
    "127.0.0.1, ::ffff:127.0.0.1"
  })
  void holdsTheAddressesThatBeginAlike(String network, String address) {
    assertTrue(contains(network, address));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.2",
    "10.0.0.0/8, 11.0.0.0",
    "192.168.16.0/20, 192.168.32.0",
    "192.0.2.6/31, 192.0.2.8",
    "2001:db8::/33, 2001:db8:8000::1",
    "0.0.0.0/0, ::1",
    "::/0, 127.0.0.1"
  })
  void holdsNoOthers(String network, String address) {
    assertFalse(contains(network, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "chat.example.org",
        "10",
        "10.0.0",
        "10.0.0.0.0",
        "10.0.0.256",
        "10.0.0.-1",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "::1/129",
        ":",
        "1.2.3.4:80",
        "*"
      })
  void whatIsNoneIsRefusedAndNotLookedUp(String value) {
    assertThrows(IllegalArgumentException.class, () -> Network.of(value));
  }

  @Test
  void twoOfTheSameAddressesAreEqual() {
    assertEquals(Network.of("10.0.0.0/8"), Network.of("10.0.0.0/8"));
    assertEquals(Network.of("::1"), Network.of("0:0:0:0:0:0:0:1/128"));
    assertNotEquals(Network.of("10.0.0.0/8"), Network.of("10.0.0.0/9"));
  }

  private static boolean contains(String network, String address) {
    return Network.of(network).contains(Network.address(address).orElseThrow());
  }
}
