package chat.warren.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever guesses too often is stopped by address, whoever sits behind the same proxy is not. */
class ClientAddressIT {
  private static final int TRIES = 50;

  @TempDir Path data;

  @Test
  void behindAKnownProxyEverybodyHasAnAddressOfTheirOwn() {
    try (WarProcess war = serve(Map.of("WARREN_PROXIES", "127.0.0.0/8"))) {
      Site site = war.site();
      for (int n = 0; n < TRIES; n++) {
        assertEquals(422, guess(site, "203.0.113.1"));
      }
      assertEquals(429, guess(site, "203.0.113.1"));
      assertEquals(429, guess(site, "203.0.113.77, 203.0.113.1"), "with an address made up");
      assertEquals(422, guess(site, "203.0.113.2"));
    }
  }

  @Test
  void withoutOneNobodyGetsFurtherByNamingAnotherAddress() {
    try (WarProcess war = serve(Map.of())) {
      Site site = war.site();
      for (int n = 0; n < TRIES; n++) {
        assertEquals(422, guess(site, "203.0.113." + n));
      }
      assertEquals(429, guess(site, "203.0.113.200"));
    }
  }

  /** Takes a guess at the token of {@code /setup}. */
  private static int guess(Site site, String forwardedFor) {
    if (site.cookie("warren-form").isEmpty()) {
      site.get("setup");
    }
    String token = site.cookie("warren-form").orElseThrow().getValue();
    Map<String, String> form =
        Map.of("csrf", token, "token", "a guess", "handle", "ann", "password", "correct horse");
    return site.post("setup", form, "Origin", site.origin(), "X-Forwarded-For", forwardedFor)
        .statusCode();
  }

  private WarProcess serve(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("WARREN_DATA", data.toString());
    all.put("WARREN_PORT", "0");
    return WarProcess.start(all);
  }
}
