package chat.warren.db;

import chat.warren.db.Contents.Part;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads what {@link Export} has written into an empty store: all of it, or nothing. Before it
 * counts, it is read back and compared. For one thread.
 */
public final class Import {
  private static final int BATCH = 500;
  private static final int FETCH = 1_000;

  private final Vault vault;
  private final Map<String, Table> tables;
  private final Map<String, String> sums = new LinkedHashMap<>();
  private Contents contents;

  private Import(Vault vault) throws SQLException {
    this.vault = vault;
    tables =
        vault.tables().stream()
            .collect(
                Collectors.toMap(
                    Table::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * Fills the store.
   *
   * @param reading given twice the number of rows (each is written and read back), gives what is
   *     told how many are done
   * @return how many rows there are now
   * @throws CannotMove if the store is not empty, or the file is no export for it, or is damaged
   */
  public static long read(Vault vault, Path file, LongFunction<LongConsumer> reading) {
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return new Import(vault).read(zip, reading);
    } catch (IOException e) {
      throw new CannotMove(file + " cannot be read (" + e + ").", e);
    } catch (SQLException e) {
      throw new CannotMove(
          "The database does not take it (" + DatabaseUnusable.reason(e) + ").", e);
    }
  }

  private long read(ZipInputStream zip, LongFunction<LongConsumer> reading)
      throws IOException, SQLException {
    checkEmpty();
    contents = contents(zip);
    LongConsumer told = reading.apply(2 * contents.rows());
    long done = 0;
    for (Part part : contents.parts()) {
      checkNext(zip, part.table() + Export.LINES);
      done = write(tables.get(part.table()), lines(zip), done, told);
    }
    checkNext(zip, Export.SUMS);
    lines(zip).lines().forEach(this::addSum);
    for (Part part : contents.parts()) {
      done = compare(part, done, told);
      if (part.next() > 0) {
        Sequences.set(vault.connection(), vault.dialect(), tables.get(part.table()), part.next());
      }
    }
    vault.connection().commit();
    return contents.rows();
  }

  private void checkEmpty() throws SQLException {
    vault.hold(tables.values());
    for (Table table : tables.values()) {
      long rows = vault.count(table);
      if (rows > 0) {
        throw new CannotMove(
            "The database is not empty (rows in the table "
                + table.name()
                + ": "
                + rows
                + "). Name one in which nobody was yet.",
            null);
      }
    }
  }

  private Contents contents(ZipInputStream zip) throws IOException {
    checkNext(zip, Export.CONTENTS);
    try {
      Contents found = Contents.of(lines(zip).readLine());
      if (!found.step().equals(vault.step())) {
        throw new CannotMove(
            "The export is from step "
                + found.step()
                + " of the database, and this Warren is at step "
                + vault.step()
                + ". Export and import with the same warren.war.",
            null);
      }
      List<String> parts = found.parts().stream().map(Part::table).toList();
      if (!tables.keySet().equals(new LinkedHashSet<>(parts))) {
        throw new IllegalStateException("other tables");
      }
      return found;
    } catch (CannotMove e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static void checkNext(ZipInputStream zip, String name) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    if (entry == null || !entry.getName().equals(name)) {
      throw damaged(null);
    }
  }

  private static CannotMove damaged(RuntimeException e) {
    return new CannotMove("The file is no export of Warren, or only a part of one.", e);
  }

  /** The lines of one entry; the end of the entry looks like the end of the file. */
  private static BufferedReader lines(InputStream zip) {
    return new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
  }

  private void addSum(String line) {
    String[] words = line.split(" +");
    sums.put(words[1], words[0]);
  }

  private long write(Table table, BufferedReader lines, long before, LongConsumer told)
      throws IOException, SQLException {
    Rows rows = new Rows(table);
    long done = before;
    try (PreparedStatement insert = vault.connection().prepareStatement(table.insert())) {
      String line;
      while ((line = lines.readLine()) != null) {
        rows.set(insert, line);
        insert.addBatch();
        if (++done % BATCH == 0) {
          insert.executeBatch();
          told.accept(done);
        }
      }
      insert.executeBatch();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
    told.accept(done);
    return done;
  }

  private long compare(Part part, long before, LongConsumer told) throws SQLException {
    Table table = tables.get(part.table());
    Rows rows = new Rows(table);
    long done = before;
    try (Statement statement = vault.connection().createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery(table.select())) {
        while (row.next()) {
          rows.line(row);
          told.accept(++done);
        }
      }
    }
    Rows.Sum sum = rows.sum();
    if (sum.count() != part.rows() || !sum.sha256().equals(sums.get(part.table() + Export.LINES))) {
      throw new CannotMove(
          "The table "
              + part.table()
              + " is not what was exported: "
              + sum.count()
              + " rows of "
              + part.rows()
              + ", and their checksum differs. Nothing was imported; export once more.",
          null);
    }
    return done;
  }
}
