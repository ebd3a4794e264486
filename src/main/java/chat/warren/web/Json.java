package chat.warren.web;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON in and out, by JSON-B, and over HTTP. Thread-safe. */
public final class Json {
  private static final Jsonb JSONB = JsonbBuilder.create();

  private static final JsonParserFactory PARSERS =
      JsonProvider.provider().createParserFactory(Map.of());

  private Json() {}

  /** The value as one line of JSON; absent values are left out. */
  public static String write(Object value) {
    return JSONB.toJson(value);
  }

  /** Answers with JSON, never from a cache. */
  public static void answer(HttpServletResponse response, int status, String json)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json; charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The text that a request brings.
   *
   * @param most how many bytes it may have
   * @throws Refused {@link Refusal#FRAME_TOO_LARGE}
   */
  public static String body(HttpServletRequest request, int most) throws IOException {
    byte[] body = request.getInputStream().readNBytes(most + 1);
    if (body.length > most) {
      throw new Refused(Refusal.FRAME_TOO_LARGE, most);
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * Reads one JSON object.
   *
   * @throws Refused {@link Refusal#NOT_JSON}
   */
  public static JsonObject object(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      parser.next();
      JsonObject object = parser.getObject();
      if (parser.hasNext()) {
        throw new Refused(Refusal.NOT_JSON);
      }
      return object;
    } catch (RuntimeException e) {
      throw new Refused(Refusal.NOT_JSON);
    }
  }

  /**
   * Reads one JSON value.
   *
   * @throws Refused {@link Refusal#NOT_JSON} if the text is no JSON or does not fit the type
   */
  public static <T> T read(String text, Class<T> type) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      // JSON-B reads one value and does not look at what stands behind it.
      while (parser.hasNext()) {
        parser.next();
      }
      return JSONB.fromJson(text, type);
    } catch (RuntimeException e) {
      // Beside the two JSON exceptions, a bare one tells of too deep nesting.
      throw new Refused(Refusal.NOT_JSON);
    }
  }
}
