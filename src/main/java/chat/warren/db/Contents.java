package chat.warren.db;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;

/**
 * What stands at the beginning of an export: from which step of the migrations it is, and what
 * tables follow.
 */
record Contents(String step, List<Part> parts) {
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final int FORMAT = 1;

  /**
   * A table.
   *
   * @param rows how many follow
   * @param next the number that the next new row gets; 0 if rows get none
   */
  record Part(String table, long rows, long next) {}

  long rows() {
    return parts.stream().mapToLong(Part::rows).sum();
  }

  String json() {
    JsonArrayBuilder tables = JSON.createArrayBuilder();
    for (Part part : parts) {
      tables.add(
          JSON.createObjectBuilder()
              .add("table", part.table)
              .add("rows", part.rows)
              .add("next", part.next));
    }
    return JSON.createObjectBuilder()
        .add("warren", "export")
        .add("format", FORMAT)
        .add("step", step)
        .add("tables", tables)
        .build()
        .toString();
  }

  /**
   * @throws RuntimeException if it is not what {@link #json} gives
   */
  static Contents of(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonObject contents = reader.readObject();
      if (!contents.getString("warren").equals("export") || contents.getInt("format") != FORMAT) {
        throw new IllegalStateException("another format");
      }
      List<Part> parts =
          contents.getJsonArray("tables").getValuesAs(JsonObject.class).stream()
              .map(
                  part ->
                      new Part(
                          part.getString("table"),
                          part.getJsonNumber("rows").longValueExact(),
                          part.getJsonNumber("next").longValueExact()))
              .toList();
      return new Contents(contents.getString("step"), parts);
    }
  }
}
