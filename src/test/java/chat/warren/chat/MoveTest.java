package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.db.CannotMove;
import chat.warren.db.Database;
import chat.warren.db.Export;
import chat.warren.db.Import;
import chat.warren.db.PostgresAddress;
import chat.warren.db.Vault;
import chat.warren.memory.InProcessBroker;
import chat.warren.room.Change;
import chat.warren.room.RoomSettings;
import chat.warren.testing.Postgres;
import chat.warren.testing.Store;
import chat.warren.user.User;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** All that one store has is carried to another of the other kind, and back. */
@ParameterizedClass
@EnumSource(Store.class)
class MoveTest {
  @Parameter private Store from;
  @TempDir private Path source;
  @TempDir private Path target;
  @TempDir private Path files;
  private Path file;

  @BeforeEach
  void name() {
    file = files.resolve("warren.export");
  }

  private Store to() {
    return from == Store.SQLITE ? Store.POSTGRESQL : Store.SQLITE;
  }

  @Test
  void everythingIsThereAfterwardsAndGoesOnAsItWouldHave() {
    HistoryPage lounge;
    User gone;
    try (Log log = new Log(from, source, new InProcessBroker())) {
      gone = fill(log);
      lounge = log.history.newest(log.lounge);
    }
    long rows = exported(from, source, file);
    assertEquals(rows, imported(file));
    try (Log log = new Log(to(), target, new InProcessBroker())) {
      assertEquals(lounge, log.history.newest(log.lounge));
      User next = log.people(1).get(0);
      assertTrue(next.id() > gone.id(), "the number of somebody who is gone is given again");
      assertEquals(lounge.head() + 1, log.say(log.lounge, next, "next", "and on").entry().seq());
      assertTrue(log.rooms.createPrivate("A new one", next).log() > log.attic);
    }
  }

  @Test
  void whatComesBackIsTheSameToTheLetter() throws IOException {
    try (Log log = new Log(from, source, new InProcessBroker())) {
      fill(log);
    }
    exported(from, source, file);
    imported(file);
    Path back = files.resolve("back");
    exported(to(), target, back);
    assertArrayEquals(contents(file).toArray(), contents(back).toArray());
  }

  /** Something of each kind; gives somebody who was the last to come and is gone. */
  private static User fill(Log log) {
    List<String> texts =
        List.of("hello", "早上好 👩\u200d💻 e\u0301", "\"quotes\" \\ 'and' \u0001\u2028 \n\ttab", "x");
    for (int i = 0; i < 1_200; i++) {
      log.append(log.lounge, i % 2 == 0 ? log.alice : log.bob, "id " + i, texts.get(i % 3));
    }
    log.say(log.lounge, log.bob, null, "without an id");
    log.say(log.lounge, log.bob, "long", "x".repeat(8_000));
    log.act(log.lounge, log.alice, "edit", new Act.Edit(1, "hello there"));
    log.act(log.lounge, log.bob, "react", new Act.React(1, "👍", true));
    log.act(log.lounge, log.bob, "delete", new Act.Delete(2));
    log.act(log.lounge, log.alice, "mute", new Act.Membership(Change.MUTE, log.bob, null, null));
    log.act(
        log.lounge,
        log.alice,
        "topic",
        new Act.RoomChange(new RoomSettings(null, "Tea ☕", true, null, null)));
    log.rooms.createPrivate("The attic", log.alice);
    User gone = log.people(1).get(0);
    log.database.write(handle -> handle.execute("delete from person where id = ?", gone.id()));
    return gone;
  }

  private Vault vault(Store store, Path directory) {
    return store == Store.SQLITE
        ? Vault.open(directory)
        : Vault.open(new PostgresAddress(Postgres.shared().of(directory)));
  }

  private long exported(Store store, Path directory, Path to) {
    List<Long> told = new ArrayList<>(List.of(0L));
    try (Vault vault = vault(store, directory)) {
      long rows = Export.write(vault, to, all -> told::add);
      assertEquals(rows, told.get(told.size() - 1));
      return rows;
    }
  }

  private long imported(Path archive) {
    try (Vault vault = vault(to(), target)) {
      return Import.read(vault, archive, all -> done -> assertTrue(done <= all));
    }
  }

  private static List<String> contents(Path archive) throws IOException {
    List<String> contents = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        contents.add(
            entry.getName() + "\n" + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return contents;
  }

  @Test
  void whatIsInTheFileIsForItsOwnerAlone() throws IOException {
    from.open(source).close();
    exported(from, source, file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Vault vault = vault(from, source)) {
      refused("is there already", () -> Export.write(vault, file, MoveTest::nobody));
    }
    assertTrue(Files.size(file) > 0);
  }

  private static LongConsumer nobody(long all) {
    return done -> {};
  }

  @Test
  void aStoreInWhichSomebodyWasTakesNothing() {
    from.open(source).close();
    exported(from, source, file);
    try (Log log = new Log(to(), target, new InProcessBroker())) {
      log.say(log.lounge, log.alice, "a", "I live here");
    }
    refused("is not empty", () -> imported(file));
    try (Log log = new Log(to(), target, new InProcessBroker())) {
      assertEquals(List.of("I live here"), log.texts(log.lounge));
    }
  }

  @Test
  void aFileThatIsNotWhollyWhatWasExportedIsRefusedAndLeavesNothing() throws IOException {
    try (Log log = new Log(from, source, new InProcessBroker())) {
      fill(log);
    }
    exported(from, source, file);
    refused("cannot be read", () -> imported(files.resolve("none")));
    refused("no export of Warren", () -> imported(Files.writeString(files.resolve("x"), "hello")));
    refused("", () -> imported(Files.write(files.resolve("half"), firstHalf(file))));
    refused("entry is not what", () -> imported(changed("hello there", "hello where")));
    refused("entry is not what", () -> imported(changed("\\[[^\n]*without an id[^\n]*\n", "")));
    refused("is from step 0", () -> imported(changed("\"step\":\"\\d+\"", "\"step\":\"0\"")));
    try (Database database = to().open(target)) {
      String people = "select name from person";
      assertEquals(
          List.of(),
          database.read(handle -> handle.createQuery(people).mapTo(String.class).list()));
    }
    assertTrue(imported(file) > 1_200);
  }

  private static byte[] firstHalf(Path path) throws IOException {
    byte[] whole = Files.readAllBytes(path);
    return Arrays.copyOf(whole, whole.length / 2);
  }

  /**
   * The same file with other words in place of what the expression finds, packed as a good one is.
   */
  private Path changed(String words, String others) throws IOException {
    Path path = files.resolve("changed-" + System.nanoTime());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (String entry : contents(file)) {
        int end = entry.indexOf('\n');
        zip.putNextEntry(new ZipEntry(entry.substring(0, end)));
        zip.write(
            entry.substring(end + 1).replaceAll(words, others).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return path;
  }

  private static void refused(String words, Executable act) {
    String line = assertThrows(CannotMove.class, act).getMessage();
    assertTrue(line.contains(words), line);
    assertFalse(line.contains("\n"), line);
  }
}
