package chat.warren.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as both stores have it; immutable.
 *
 * @param key the columns that its rows are sorted by
 * @param needs the tables whose rows must be there before its own
 */
record Table(String name, List<Column> columns, List<String> key, Set<String> needs) {
  private static final String HISTORY = "flyway_schema_history";

  /** What a column holds. */
  enum Kind {
    NUMBER,
    TEXT,
    BOOLEAN;

    /** By the name that a database has for it; a kind that is not here has to be taught first. */
    private static Kind of(String type) {
      String word = type.toLowerCase(Locale.ROOT);
      if (word.startsWith("bool")) {
        return BOOLEAN;
      }
      if (word.equals("text")) {
        return TEXT;
      }
      if (word.contains("int") || word.contains("serial")) {
        return NUMBER;
      }
      throw new IllegalStateException("a column of unknown kind " + type);
    }
  }

  /** A column. */
  record Column(String name, Kind kind) {}

  /** All tables, each after those that it needs. */
  static List<Table> all(Connection connection) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    String schema = connection.getSchema();
    List<String> names = strings(about.getTables(null, schema, "%", types()), "TABLE_NAME");
    List<Table> left = new ArrayList<>();
    for (String name : names) {
      if (!name.equals(HISTORY) && !name.startsWith("sqlite_")) {
        left.add(of(about, schema, name));
      }
    }
    return ordered(left);
  }

  private static String[] types() {
    return new String[] {"TABLE"};
  }

  private static Table of(DatabaseMetaData about, String schema, String name) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (ResultSet row = about.getColumns(null, schema, name, "%")) {
      while (row.next()) {
        columns.add(new Column(row.getString("COLUMN_NAME"), Kind.of(row.getString("TYPE_NAME"))));
      }
    }
    // As they were added may differ from store to store.
    columns.sort(Comparator.comparing(Column::name));
    List<String> key = new ArrayList<>();
    try (ResultSet row = about.getPrimaryKeys(null, schema, name)) {
      while (row.next()) {
        key.add(row.getString("COLUMN_NAME"));
      }
    }
    key.sort(Comparator.naturalOrder());
    Set<String> needs =
        new LinkedHashSet<>(strings(about.getImportedKeys(null, schema, name), "PKTABLE_NAME"));
    needs.remove(name);
    return new Table(name, List.copyOf(columns), List.copyOf(key), needs);
  }

  private static List<String> strings(ResultSet rows, String column) throws SQLException {
    try (rows) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(column));
      }
      return strings;
    }
  }

  private static List<Table> ordered(List<Table> tables) {
    List<Table> left = new ArrayList<>(tables);
    left.sort(Comparator.comparing(Table::name));
    List<Table> ordered = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    while (!left.isEmpty()) {
      Table next =
          left.stream()
              .filter(table -> done.containsAll(table.needs))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables need each other: " + left));
      left.remove(next);
      ordered.add(next);
      done.add(next.name);
    }
    return ordered;
  }

  /** Reads all rows, in an order that is the same on every store. */
  String select() {
    return "select " + names() + " from " + name + " order by " + String.join(", ", key);
  }

  String insert() {
    String values =
        Stream.generate(() -> "?").limit(columns.size()).collect(Collectors.joining(","));
    return "insert into " + name + " (" + names() + ") values (" + values + ")";
  }

  private String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
