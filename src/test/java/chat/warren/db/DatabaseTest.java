package chat.warren.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
  private static final int PAGE = 4096;

  @TempDir private Path directory;

  @Test
  void whatWasWrittenIsThereAfterClosingAndOpening() {
    try (Database database = Database.open(directory)) {
      addPeople(database, 3);
    }
    try (Database database = Database.open(directory)) {
      assertEquals(3, countPeople(database));
    }
  }

  @Test
  void theDirectoryIsMadeIfItIsNotThere() {
    Path deep = directory.resolve("var").resolve("warren");
    Database.open(deep).close();
    assertTrue(Files.isRegularFile(deep.resolve("warren.db")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "100%20", "#1", "数据", "it's", "a;b", "a&b=c", "a?b=c"})
  void theDirectoryMayHaveAnyName(String name) {
    Path named = directory.resolve(name);
    Database.open(named).close();
    assertTrue(Files.isRegularFile(named.resolve("warren.db")));
  }

  @Test
  void aDirectoryInUseIsRefused() {
    try (Database first = Database.open(directory)) {
      String message = refusalOf(directory);
      assertTrue(
          message.contains("WARREN_DATA") && message.contains(directory.toString()), message);
      addPeople(first, 1);
      assertEquals(1, countPeople(first));
    }
  }

  @Test
  void aDirectoryThatWasRefusedIsFreeAfterTheFirstUserLeft() {
    Database first = Database.open(directory);
    refusalOf(directory);
    first.close();
    Database.open(directory).close();
  }

  @Test
  void twoDirectoriesAreTwoStores(@TempDir Path other) {
    try (Database here = Database.open(directory);
        Database there = Database.open(other)) {
      addPeople(here, 1);
      assertEquals(0, countPeople(there));
    }
  }

  @Test
  void aDirectoryThatIsReallyAFileIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "not a directory");
    String message = refusalOf(file);
    assertTrue(message.contains("WARREN_DATA") && message.contains(file.toString()), message);
    assertEquals("not a directory", Files.readString(file));
  }

  @Test
  void aDirectoryBelowAFileIsRefused() throws IOException {
    Path below = Files.writeString(directory.resolve("file"), "not a directory").resolve("data");
    assertTrue(refusalOf(below).contains("WARREN_DATA"));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 5_000, 200_000})
  void aFileOfGarbageIsRefusedByNameAndLeftAsItIs(int size) throws IOException {
    byte[] garbage = new byte[size];
    new Random(7).nextBytes(garbage);
    Files.write(file(), garbage);
    assertNamesTheFile(refusalOf(directory));
    assertEquals(ByteBuffer.wrap(garbage), ByteBuffer.wrap(Files.readAllBytes(file())));
  }

  @ParameterizedTest
  @CsvSource({"middle, 0", "middle, 255", "last, 0", "last, 255"})
  void aDamagedPageIsFoundAtTheStart(String where, int value) throws IOException {
    try (Database database = Database.open(directory)) {
      addPeople(database, 20_000);
    }
    long pages = Files.size(file()) / PAGE;
    assertTrue(pages > 100);
    overwritePage(where.equals("middle") ? pages / 2 : pages - 1, (byte) value);
    assertNamesTheFile(refusalOf(directory));
  }

  @Test
  void aFileThatWasCutOffIsRefusedByName() throws IOException {
    try (Database database = Database.open(directory)) {
      addPeople(database, 20_000);
    }
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2 / PAGE * PAGE);
    }
    assertNamesTheFile(refusalOf(directory));
  }

  @Test
  void aGoodCopyPutInPlaceOfADamagedFileIsTaken() throws IOException {
    Files.writeString(file(), "garbage".repeat(1000));
    refusalOf(directory);
    Files.delete(file());
    Database.open(directory).close();
  }

  @Test
  void everyCommitIsOnTheDiskBeforeItReturns() throws SQLException {
    try (Database database = Database.open(directory);
        Connection writer = database.writer()) {
      assertEquals("wal", pragma(writer, "journal_mode"));
      assertEquals("2", pragma(writer, "synchronous"));
      assertEquals("1", pragma(writer, "foreign_keys"));
    }
  }

  @Test
  void aReaderSeesAtOnceWhatWasCommitted() {
    try (Database database = Database.open(directory)) {
      for (int i = 1; i <= 50; i++) {
        addPeople(database, 1);
        assertEquals(i, countPeople(database));
      }
    }
  }

  @Test
  void aReaderNeverWaitsForTheWriter() throws Exception {
    try (Database database = Database.open(directory)) {
      CountDownLatch writing = new CountDownLatch(1);
      CountDownLatch read = new CountDownLatch(1);
      Thread writer =
          new Thread(
              () ->
                  database.write(
                      handle -> {
                        handle.execute(
                            "insert into person (name, display, guest, created_at) values ('bob', 'Bob', true, 0)");
                        writing.countDown();
                        return await(read);
                      }));
      writer.start();
      writing.await();
      assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> assertEquals(0, countPeople(database)));
      read.countDown();
      writer.join();
      assertEquals(1, countPeople(database));
    }
  }

  @Test
  void aTransactionThatFailsLeavesNothing() {
    try (Database database = Database.open(directory)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              database.write(
                  handle -> {
                    handle.execute("insert into log (head) values (0)");
                    throw new IllegalStateException("changed my mind");
                  }));
      int logs =
          database.read(
              handle -> handle.createQuery("select count(*) from log").mapTo(Integer.class).one());
      assertEquals(0, logs);
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path file() {
    return directory.resolve("warren.db");
  }

  private static String refusalOf(Path directory) {
    String message =
        assertThrows(DatabaseUnusable.class, () -> Database.open(directory)).getMessage();
    assertFalse(message.contains("\n"), message);
    return message;
  }

  private void assertNamesTheFile(String message) {
    assertTrue(message.contains(file().toString()) && message.contains("WARREN_DATA"), message);
  }

  private void overwritePage(long page, byte value) throws IOException {
    ByteBuffer damage = ByteBuffer.allocate(PAGE);
    while (damage.hasRemaining()) {
      damage.put(value);
    }
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.write(damage.flip(), page * PAGE);
    }
  }

  private static void addPeople(Database database, int count) {
    database.write(
        handle ->
            handle.execute(
                """
                insert into person (name, display, guest, created_at)
                with recursive number (n) as
                  (select 1 union all select n + 1 from number where n < ?)
                select 'guest-' || lower(hex(randomblob(8))), 'Guest', true, 0 from number""",
                count));
  }

  private static int countPeople(Database database) {
    return database.read(
        handle -> handle.createQuery("select count(*) from person").mapTo(Integer.class).one());
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma " + name)) {
      return row.getString(1);
    }
  }
}
