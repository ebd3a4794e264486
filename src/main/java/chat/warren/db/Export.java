package chat.warren.db;

import chat.warren.db.Contents.Part;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes all of a store into one file, a ZIP: what is in it, then each table as lines, then what
 * the lines of each add up to. For one thread.
 */
public final class Export {
  static final String CONTENTS = "contents.json";
  static final String LINES = ".jsonl";
  static final String SUMS = "sums.txt";
  private static final int FETCH = 1_000;

  private final Vault vault;
  private final ZipOutputStream zip;
  private long done;

  private Export(Vault vault, ZipOutputStream zip) {
    this.vault = vault;
    this.zip = zip;
  }

  /**
   * Writes the file, as the store is at one moment.
   *
   * @param file must not be there; nobody else may read it, for the hashes of secrets are in it
   * @param progress given the number of rows, gives what is told how many of them are done
   * @return how many rows there were
   * @throws CannotMove if it cannot be written
   */
  public static long write(Vault vault, Path file, LongFunction<LongConsumer> progress) {
    try {
      create(file);
      try (ZipOutputStream zip =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
        return new Export(vault, zip).write(progress);
      } catch (IOException | SQLException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (FileAlreadyExistsException e) {
      throw new CannotMove(file + " is there already. Name a file that is not.", e);
    } catch (IOException e) {
      throw new CannotMove(file + " cannot be written (" + e + ").", e);
    } catch (SQLException e) {
      throw new CannotMove("The database cannot be read (" + DatabaseUnusable.reason(e) + ").", e);
    }
  }

  private static void create(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      var owner = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
    } else {
      Files.createFile(file);
    }
  }

  private long write(LongFunction<LongConsumer> progress) throws IOException, SQLException {
    List<Table> tables = vault.tables();
    List<Part> parts = new ArrayList<>();
    for (Table table : tables) {
      long next = Sequences.next(vault.connection(), vault.dialect(), table);
      parts.add(new Part(table.name(), vault.count(table), next));
    }
    Contents contents = new Contents(vault.step(), parts);
    put(CONTENTS, contents.json());
    LongConsumer told = progress.apply(contents.rows());
    StringBuilder sums = new StringBuilder();
    for (Table table : tables) {
      Rows.Sum sum = write(table, told);
      sums.append(sum.sha256()).append("  ").append(table.name()).append(LINES).append('\n');
    }
    put(SUMS, sums.toString());
    return done;
  }

  private void put(String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private Rows.Sum write(Table table, LongConsumer told) throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry(table.name() + LINES));
    Rows rows = new Rows(table);
    try (Statement statement = vault.connection().createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery(table.select())) {
        while (row.next()) {
          zip.write(rows.line(row));
          told.accept(++done);
        }
      }
    }
    zip.closeEntry();
    return rows.sum();
  }
}
