package chat.warren.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.web.Json;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageTextTest {
  private static final String AT = "2026-11-21T10:20:18.123Z";

  @Test
  void everyCharacterIsWrittenAsJsonBWritesIt() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "a" + (char) c + "b" + (char) c;
      assertSameAsJsonB(new ServerEvent.Party("guest-a11c", text, text, null), "id", text);
    }
  }

  @Test
  void anyTextIsWrittenAsJsonBWritesIt() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String text =
          random
              .ints(random.nextInt(60), 0, random.nextBoolean() ? 128 : Character.MAX_CODE_POINT)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertSameAsJsonB(
          new ServerEvent.Party(text, text, null, null), random.nextBoolean() ? text : null, text);
    }
  }

  @Test
  void aTimeIsWrittenToTheMillisecond() {
    for (String time : new String[] {"1970-01-01T00:00:00.000Z", AT, "2026-11-21T10:20:18.000Z"}) {
      assertEquals(time, MessageText.time(Instant.parse(time)));
      assertEquals(time, MessageText.time(Instant.parse(time)));
    }
  }

  private static void assertSameAsJsonB(ServerEvent.Party from, String id, String text) {
    for (Long replyTo : new Long[] {null, 3L}) {
      for (String html : new String[] {null, text}) {
        ServerEvent.LogEntry message =
            new ServerEvent.LogEntry(
                "message", 7, AT, from, id, null, text, html, replyTo, null, null, null);
        assertEquals(Json.write(message), MessageText.of(message));
      }
    }
  }
}
