package chat.warren.web;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;

/** JSON in and out, by JSON-B. Thread-safe. */
public final class Json {
  private static final Jsonb JSONB = JsonbBuilder.create();

  private Json() {}

  /** The value as one line of JSON; absent values are left out. */
  public static String write(Object value) {
    return JSONB.toJson(value);
  }

  /**
   * Reads one JSON value.
   *
   * @throws Refused {@link Refusal#NOT_JSON} if the text is no JSON or does not fit the type
   */
  public static <T> T read(String text, Class<T> type) {
    try {
      return JSONB.fromJson(text, type);
    } catch (JsonbException | jakarta.json.JsonException e) {
      throw new Refused(Refusal.NOT_JSON);
    }
  }
}
