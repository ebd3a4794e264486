package chat.warren.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsTest {
  private Database database;
  private Facts facts;

  @BeforeEach
  void open(@TempDir Path directory) {
    database = Database.open(directory);
    facts = new Facts(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatStandsThereFirstStays() {
    assertEquals("one", facts.of("name", () -> "one"));
    assertEquals("one", facts.of("name", () -> "two"));
    assertEquals("one", new Facts(database).of("name", () -> "three"));
    assertEquals("other", facts.of("another name", () -> "other"));
  }

  @Test
  void whatIsForgottenMakesRoomForAnother() {
    facts.of("name", () -> "one");
    facts.forget("name");
    facts.forget("name");
    assertEquals("two", facts.of("name", () -> "two"));
  }
}
