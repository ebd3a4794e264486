package chat.warren.wire;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a client's frame in one pass, without JSON-B: every message comes in here, and JSON-B would
 * neither look at what stands behind a value nor end when one breaks off. For one frame.
 */
final class FrameReader {
  private static final JsonParserFactory PARSERS =
      JsonProvider.provider().createParserFactory(Map.of());

  private final JsonParser parser;
  private String type;
  private String id;
  private String message;
  private Long replyTo;
  private Long seq;
  private String emoji;
  private Boolean on;
  private String name;
  private String role;
  private String until;
  private String title;
  private String topic;
  private Boolean readOnly;
  private Long slow;
  private Boolean archived;
  private String level;

  private FrameReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The events of a frame: an array of them, or a single one.
   *
   * @throws Refused {@link Refusal#NOT_JSON}
   */
  static List<ClientFrame> read(String frame) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(frame))) {
      List<ClientFrame> events = new ArrayList<>(1);
      if (parser.next() == Event.START_ARRAY) {
        while (parser.next() != Event.END_ARRAY) {
          events.add(object(parser));
        }
      } else {
        events.add(object(parser));
      }
      if (parser.hasNext()) {
        throw new Refused(Refusal.NOT_JSON);
      }
      return events;
    } catch (RuntimeException e) {
      // Beside the parser's own exceptions, bare ones tell of too deep nesting and of no number.
      throw new Refused(Refusal.NOT_JSON);
    }
  }

  /** What stands where the parser is, which must be an object. */
  private static ClientFrame object(JsonParser parser) {
    if (parser.currentEvent() != Event.START_OBJECT) {
      throw new Refused(Refusal.NOT_JSON);
    }
    FrameReader reader = new FrameReader(parser);
    while (parser.next() == Event.KEY_NAME) {
      reader.value(parser.getString());
    }
    return new ClientFrame(
        reader.type,
        reader.id,
        reader.message,
        reader.replyTo,
        reader.seq,
        reader.emoji,
        reader.on,
        reader.name,
        reader.role,
        reader.until,
        reader.title,
        reader.topic,
        reader.readOnly,
        reader.slow,
        reader.archived,
        reader.level);
  }

  private void value(String key) {
    Event event = parser.next();
    switch (key) {
      case "type" -> type = text(event);
      case "id" -> id = text(event);
      case "message" -> message = text(event);
      case "replyTo" -> replyTo = number(event);
      case "seq" -> seq = number(event);
      case "emoji" -> emoji = text(event);
      case "on" -> on = truth(event);
      case "name" -> name = text(event);
      case "role" -> role = text(event);
      case "until" -> until = text(event);
      case "title" -> title = text(event);
      case "topic" -> topic = text(event);
      case "readOnly" -> readOnly = truth(event);
      case "slow" -> slow = number(event);
      case "archived" -> archived = truth(event);
      case "level" -> level = text(event);
      default -> skip(event);
    }
  }

  /** A number in place of a text is taken as it is written. */
  private String text(Event event) {
    return switch (event) {
      case VALUE_STRING, VALUE_NUMBER -> parser.getString();
      case VALUE_NULL -> null;
      default -> throw new Refused(Refusal.NOT_JSON);
    };
  }

  private Long number(Event event) {
    return switch (event) {
      case VALUE_NUMBER -> Long.valueOf(parser.getString());
      case VALUE_NULL -> null;
      default -> throw new Refused(Refusal.NOT_JSON);
    };
  }

  private static Boolean truth(Event event) {
    return switch (event) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new Refused(Refusal.NOT_JSON);
    };
  }

  private void skip(Event first) {
    int depth = 0;
    for (Event event = first; ; event = parser.next()) {
      if (event == Event.START_OBJECT || event == Event.START_ARRAY) {
        depth++;
      } else if (event == Event.END_OBJECT || event == Event.END_ARRAY) {
        depth--;
      }
      if (depth == 0) {
        return;
      }
    }
  }
}
