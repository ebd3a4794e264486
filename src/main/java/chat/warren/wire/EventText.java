package chat.warren.wire;

import chat.warren.web.Json;
import java.time.Instant;

/** Writes {@code event} entries: what is stored is JSON already. Stateless. */
final class EventText {
  private EventText() {}

  /**
   * @param stored the event as the store has it, a JSON object with at least one key
   */
  static String of(long seq, Instant at, ServerEvent.Party from, String stored) {
    return "{\"type\":\"event\",\"seq\":"
        + seq
        + ",\"at\":\""
        + MessageText.time(at)
        + "\",\"from\":"
        + Json.write(from)
        + ","
        + stored.substring(1);
  }
}
