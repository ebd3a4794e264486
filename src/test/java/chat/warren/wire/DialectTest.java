package chat.warren.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {
  @Test
  void whoAsksForTheSubprotocolGetsIt() {
    assertEquals(Dialect.WARREN_V1, Dialect.of("warren.v1"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "chat", "warren.v2"})
  void everybodyElseSpeaksPlain(String subprotocol) {
    assertEquals(Dialect.PLAIN, Dialect.of(subprotocol));
  }
}
