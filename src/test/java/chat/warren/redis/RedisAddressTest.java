package chat.warren.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "redis://localhost redis://localhost:6379",
        "redis://:secret@10.0.0.1:7000/2 redis://10.0.0.1:7000",
        "redis://warren:secret@redis.example.org redis://redis.example.org:6379",
        "rediss://:secret@redis.example.org:7000 rediss://redis.example.org:7000",
        "redis://secret@a:7000,b:7001,c redis://a:7000,b:7001,c:6379",
        "redis-sentinel://:secret@a,b:26380#main redis-sentinel://a:26379,b:26380#main",
        "rediss-sentinel://a#main rediss-sentinel://a:26379#main"
      })
  void asATextItSaysWhereButNotWhatOpensIt(String value, String text) {
    assertEquals(text, RedisAddress.of(value).toString());
  }

  @Test
  void userAndPasswordAreForEveryHost() {
    for (RedisURI uri : RedisAddress.of("redis://warren:s%40cret@a:7000,b:7001").uris()) {
      RedisCredentials credentials = uri.getCredentialsProvider().resolveCredentials().block();
      assertEquals("warren", credentials.getUsername());
      assertEquals("s@cret", new String(credentials.getPassword()));
    }
  }

  @Test
  void withoutAUserThePasswordStandsAlone() {
    RedisURI uri = RedisAddress.of("redis://:secret@a").uris().get(0);
    RedisCredentials credentials = uri.getCredentialsProvider().resolveCredentials().block();
    assertNull(credentials.getUsername());
    assertEquals("secret", new String(credentials.getPassword()));
  }

  @Test
  void severalHostsAreACluster() {
    List<RedisURI> uris = RedisAddress.of("rediss://a:7000,b:7001").uris();
    assertEquals(List.of("a", "b"), uris.stream().map(RedisURI::getHost).toList());
    assertEquals(List.of(7000, 7001), uris.stream().map(RedisURI::getPort).toList());
    assertTrue(uris.stream().allMatch(RedisURI::isSsl));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "localhost:6379",
        "http://:hunter2@localhost",
        "redis:hunter2@localhost",
        "redis://",
        "redis://:hunter2@localhost:port",
        "redis://:hunter2@localhost:99999",
        "redis://:hunter2@",
        "redis-socket:///tmp/redis.sock",
        "redis-sentinel://:hunter2@a",
        "redis-sentinel://:hunter2@a#"
      })
  void anythingElseIsRefusedWithoutBeingRepeated(String value) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> RedisAddress.of(value));
    assertFalse(refused.getMessage().contains("hunter2"));
    assertNull(refused.getCause());
  }
}
