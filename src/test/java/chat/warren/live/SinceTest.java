package chat.warren.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {
  @Test
  void whoDoesNotResumeHasNone() {
    assertNull(Since.read(null));
    assertNull(Since.read(List.of()));
    assertFalse(Since.isBad(null));
    assertFalse(Since.isBad(List.of()));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4711, Long.MAX_VALUE})
  void theNumberOfAnEntryIsRead(long since) {
    assertEquals(since, Since.read(List.of(String.valueOf(since))));
    assertFalse(Since.isBad(List.of(String.valueOf(since))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "1.5",
        "1e3",
        "-1",
        "-9223372036854775808",
        "9223372036854775808",
        "0x1"
      })
  void whatIsNoNumberOfAnEntryIsBadAndLost(String since) {
    assertTrue(Since.isBad(List.of(since)));
    assertEquals(Connection.LOST, Since.read(List.of(since)));
  }

  @Test
  void theFirstOfSeveralCounts() {
    assertEquals(7, Since.read(List.of("7", "abc")));
    assertTrue(Since.isBad(List.of("abc", "7")));
  }
}
