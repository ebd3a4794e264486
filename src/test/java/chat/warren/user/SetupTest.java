package chat.warren.user;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.db.Database;
import chat.warren.db.Facts;
import chat.warren.text.Refusal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
  private static final Newcomer ANN =
      new Newcomer(
          new Handle("ann"),
          new DisplayName("Ann"),
          new Password("correct horse battery", new Handle("ann")));

  private Database database;
  private Facts facts;
  private Accounts accounts;

  @BeforeEach
  void open(@TempDir Path directory) {
    SettableClock clock = new SettableClock();
    Tries tries = new Tries(Limits.NONE);
    database = Database.open(directory);
    facts = new Facts(database);
    Sessions sessions = new Sessions(database, clock, ended -> {});
    Passwords passwords = new Passwords(database, sessions, tries);
    accounts = new Accounts(database, sessions, passwords, tries, Registration.OPEN, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Setup alone() {
    return new Setup(accounts, new Tries(Limits.NONE));
  }

  private Setup oneOfMany() {
    return new Setup(accounts, new Tries(Limits.NONE), facts);
  }

  @Test
  void aSingleNodeHasAnotherTokenAtEachStart() {
    assertNotEquals(alone().token(), alone().token());
  }

  @Test
  void allNodesTakeTheTokenThatOneOfThemTells() {
    String token = oneOfMany().token().orElseThrow();
    Setup other = oneOfMany();
    assertEquals(Optional.of(token), other.token());
    assertTrue(other.administrator(token, ANN, Optional.empty(), "10.0.0.1").isAdministrator());
  }

  @Test
  void onceThereIsAnAdministratorTheTokenIsGoodNowhere() {
    Setup here = oneOfMany();
    Setup there = oneOfMany();
    String token = here.token().orElseThrow();
    here.administrator(token, ANN, Optional.empty(), "10.0.0.1");
    assertEquals(Optional.empty(), there.token());
    assertRefused(
        Refusal.SETUP_TOKEN_WRONG,
        () -> there.administrator(token, ANN, Optional.empty(), "10.0.0.1"));
    assertNotEquals(token, facts.of("setup", () -> "another one"));
  }
}
