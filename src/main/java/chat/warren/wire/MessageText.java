package chat.warren.wire;

import chat.warren.web.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes entries: the {@code message} event, of which there are more than of all others together,
 * by itself to the very text that JSON-B would give it, the others by JSON-B. Thread-safe.
 */
final class MessageText {
  private static final DateTimeFormatter ISO_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final String HEX = "0123456789abcdef";

  /** What is stored in one commit bears one time. */
  private static volatile Time last = new Time(Instant.EPOCH, ISO_MILLIS.format(Instant.EPOCH));

  private MessageText() {}

  private record Time(Instant at, String text) {}

  static String time(Instant at) {
    Time known = last;
    if (!known.at.equals(at)) {
      known = new Time(at, ISO_MILLIS.format(at));
      last = known;
    }
    return known.text;
  }

  static String of(ServerEvent entry) {
    if (!(entry instanceof ServerEvent.LogEntry message)
        || !message.type().equals("message")
        || message.deleted() != null) {
      return Json.write(entry);
    }
    StringBuilder json = new StringBuilder(160 + message.message().length());
    json.append("{\"type\":");
    quote(json, message.type());
    json.append(",\"seq\":").append(message.seq()).append(",\"at\":");
    quote(json, message.at());
    json.append(",\"from\":{\"name\":");
    quote(json, message.from().name());
    json.append(",\"display\":");
    quote(json, message.from().display());
    if (message.from().colour() != null) {
      json.append(",\"colour\":");
      quote(json, message.from().colour());
    }
    json.append('}');
    if (message.id() != null) {
      json.append(",\"id\":");
      quote(json, message.id());
    }
    json.append(",\"message\":");
    quote(json, message.message());
    if (message.html() != null) {
      json.append(",\"html\":");
      quote(json, message.html());
    }
    if (message.replyTo() != null) {
      json.append(",\"replyTo\":").append(message.replyTo());
    }
    return json.append('}').toString();
  }

  private static void quote(StringBuilder json, String value) {
    json.append('"');
    int plain = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        json.append(value, plain, i);
        escape(json, c);
        plain = i + 1;
      }
    }
    json.append(value, plain, value.length()).append('"');
  }

  private static void escape(StringBuilder json, char c) {
    switch (c) {
      case '"', '\\' -> json.append('\\').append(c);
      case '\b' -> json.append("\\b");
      case '\f' -> json.append("\\f");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      default -> json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }
}
