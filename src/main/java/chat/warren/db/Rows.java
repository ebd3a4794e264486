package chat.warren.db;

import chat.warren.db.Table.Column;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;

/**
 * The rows of a table on their way: each a line, a JSON array of its columns' values, the same
 * whatever store it comes from; and what they add up to. For one thread.
 */
final class Rows {
  private static final JsonProvider JSON = JsonProvider.provider();

  private final Table table;
  private final MessageDigest digest = sha256();
  private long count;

  Rows(Table table) {
    this.table = table;
  }

  /**
   * All rows together.
   *
   * @param count how many they are
   * @param sha256 of their lines, in hexadecimal digits
   */
  record Sum(long count, String sha256) {}

  /** The line of the row, which is counted thereby; with the end of the line. */
  byte[] line(ResultSet row) throws SQLException {
    JsonArrayBuilder values = JSON.createArrayBuilder();
    for (int i = 0; i < table.columns().size(); i++) {
      add(values, row, i + 1, table.columns().get(i));
    }
    byte[] line = (values.build() + "\n").getBytes(StandardCharsets.UTF_8);
    digest.update(line);
    count++;
    return line;
  }

  private static void add(JsonArrayBuilder values, ResultSet row, int index, Column column)
      throws SQLException {
    JsonValue value =
        switch (column.kind()) {
          case NUMBER -> JSON.createValue(row.getLong(index));
          case BOOLEAN -> row.getBoolean(index) ? JsonValue.TRUE : JsonValue.FALSE;
          case TEXT -> text(row.getString(index));
        };
    values.add(row.wasNull() ? JsonValue.NULL : value);
  }

  private static JsonValue text(String text) {
    return text == null ? JsonValue.NULL : JSON.createValue(text);
  }

  /** Sets the values of a line in a statement. */
  void set(PreparedStatement insert, String line) throws SQLException {
    try (JsonReader reader = JSON.createReader(new StringReader(line))) {
      JsonArray values = reader.readArray();
      for (int i = 0; i < table.columns().size(); i++) {
        set(insert, i + 1, table.columns().get(i), values.get(i));
      }
    }
  }

  private static void set(PreparedStatement insert, int index, Column column, JsonValue value)
      throws SQLException {
    boolean isNull = value.equals(JsonValue.NULL);
    switch (column.kind()) {
      case NUMBER -> {
        if (isNull) {
          insert.setNull(index, Types.BIGINT);
        } else {
          insert.setLong(index, ((JsonNumber) value).longValueExact());
        }
      }
      case BOOLEAN -> {
        if (isNull) {
          insert.setNull(index, Types.BOOLEAN);
        } else {
          insert.setBoolean(index, value.equals(JsonValue.TRUE));
        }
      }
      case TEXT -> insert.setString(index, isNull ? null : ((JsonString) value).getString());
    }
  }

  Sum sum() {
    return new Sum(count, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
