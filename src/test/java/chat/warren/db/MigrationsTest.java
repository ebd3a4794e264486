package chat.warren.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Postgres;
import chat.warren.testing.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;

/** One history brings both stores up to date, whoever was there before. */
@ParameterizedClass
@EnumSource(Store.class)
class MigrationsTest {
  /** The last step from before each had to say in its name what it means to older Warrens. */
  private static final int UNSAID = 7;

  @Parameter private Store store;
  @TempDir private Path directory;

  @Test
  void aRoomFromBeforeWhoseNameIsKeptForPrivateOnesHasAnotherName() {
    migrate(empty(), "3");
    try (Database old = reopened()) {
      assertEquals(
          "～tea 1",
          old.read(handle -> handle.select("select name from room").mapTo(String.class).one()));
    }
  }

  private void migrate(DataSource source, String target) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(Map.of("id", dialect().id()))
        .target(target)
        .load()
        .migrate();
    jdbi(source, "insert into log (head) values (0)");
    jdbi(source, "insert into room (log, name, created_at) values (1, '~tea', 0)");
  }

  @Test
  void whatANewerWarrenHasOnlyAddedDoesNotHinderThisOne() {
    store.open(directory).close();
    addStep("additive colours of rooms");
    try (Database database = store.open(directory)) {
      database.write(handle -> handle.execute("insert into log (head) values (0)"));
    }
  }

  @Test
  void whatANewerWarrenHasChangedKeepsThisOneOut() {
    store.open(directory).close();
    addStep("entries in parts");
    String line = assertThrows(DatabaseUnusable.class, () -> store.open(directory)).getMessage();
    assertTrue(line.contains("newer Warren (step 1000, entries in parts)"), line);
    assertFalse(line.contains("\n"), line);
  }

  @Test
  void everyStepSaysWhatItMeansToAnOlderWarren() throws IOException {
    try (Stream<Path> steps = Files.list(Path.of("src/main/resources/db/migration"))) {
      List<String> silent =
          steps
              .map(step -> step.getFileName().toString())
              .filter(name -> Integer.parseInt(name.replaceAll("V(\\d+)__.*", "$1")) > UNSAID)
              .filter(name -> !name.matches("V\\d+__(additive|breaking)_.*\\.sql"))
              .toList();
      assertEquals(List.of(), silent);
    }
  }

  @Test
  void severalNodesThatStartAtOnceMakeOneStore() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    empty();
    List<Callable<Boolean>> starts = new ArrayList<>();
    for (int i = 0; i < (store == Store.SQLITE ? 1 : 4); i++) {
      starts.add(
          () -> {
            reopened().close();
            return true;
          });
    }
    for (Future<Boolean> started : nodes.invokeAll(starts)) {
      assertTrue(started.get());
    }
    nodes.shutdown();
  }

  @Test
  void textsAreSortedByTheirCharactersNumbers() {
    try (Database database = store.open(directory)) {
      List<String> names = List.of("A", "Z", "a", "b", "ä", "～", "茶", "🍵");
      database.write(
          handle -> {
            names.forEach(
                name ->
                    handle.execute(
                        "insert into person (name, display, guest, created_at) values (?, ?, true, 0)",
                        name,
                        name));
            return true;
          });
      List<String> sorted = names.stream().sorted(MigrationsTest::byCodePoints).toList();
      assertEquals(sorted, names(database, "select display from person order by display"));
      assertEquals(
          List.of("a", "z", "ä"),
          names(
              database,
              "select lower(display) from person where display in ('A', 'Z', 'ä') order by name"));
      assertEquals(
          List.of("a", "b"),
          names(
              database, "select display from person where display between 'a' and 'z' order by 1"));
    }
  }

  private static int byCodePoints(String a, String b) {
    return Integer.compare(a.codePointAt(0), b.codePointAt(0));
  }

  private static List<String> names(Database database, String query) {
    return database.read(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  private Dialect dialect() {
    return Dialect.valueOf(store.name());
  }

  /** The store of the directory, in which there is nothing yet. */
  private DataSource empty() {
    if (store == Store.SQLITE) {
      SQLiteDataSource file = new SQLiteDataSource();
      file.setUrl("jdbc:sqlite:" + directory.resolve("warren.db"));
      return file;
    }
    return new DirectSource(Postgres.shared().emptyOf(directory), Duration.ZERO);
  }

  private Database reopened() {
    return store == Store.SQLITE
        ? Database.open(directory)
        : Database.open(new PostgresAddress(Postgres.shared().emptyOf(directory)));
  }

  /** Notes a step as a newer Warren would have done it. */
  private void addStep(String description) {
    try (Database database = store.open(directory)) {
      database.write(
          handle ->
              handle.execute(
                  """
                  insert into flyway_schema_history (installed_rank, version, description, type,
                    script, checksum, installed_by, execution_time, success)
                  values (1000, '1000', ?, 'SQL', 'V1000__x.sql', 1, 'newer', 1, true)""",
                  description));
    }
  }

  private static void jdbi(DataSource source, String sql) {
    Jdbi.create(source).useHandle(handle -> handle.execute(sql));
  }
}
