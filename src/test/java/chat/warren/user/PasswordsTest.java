package chat.warren.user;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.db.Database;
import chat.warren.text.Refusal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the time of an answer tells; measured as the processor's, which no other load changes. */
class PasswordsTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String HERE = "192.0.2.1";
  private static final int TIMES = 5;

  private Database database;
  private Passwords passwords;
  private Users users;

  @BeforeEach
  void alicesAccount(@TempDir Path directory) {
    SettableClock clock = new SettableClock();
    database = Database.open(directory);
    users = new Users(database, clock);
    Sessions sessions = new Sessions(database, clock, ended -> {});
    Tries tries = new Tries(Limits.NONE);
    passwords = new Passwords(database, sessions, tries);
    Accounts accounts =
        new Accounts(database, sessions, passwords, tries, Registration.OPEN, clock);
    Handle alice = new Handle("alice");
    accounts.register(
        new Newcomer(alice, new DisplayName("Alice"), new Password("correct horse", alice)),
        Optional.empty(),
        HERE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aWrongNameTakesAsLongAsAWrongPassword() {
    long wrongPassword = time("alice", "wrong horse");
    String guest = users.welcomeNameless().name();
    for (String name : new String[] {"nobody", guest, "", "no such shape!", "x".repeat(10_000)}) {
      long wrongName = time(name, "wrong horse");
      assertTrue(
          wrongName > wrongPassword / 2 && wrongName < wrongPassword * 2,
          name + ": " + wrongName + " ns, and a wrong password " + wrongPassword + " ns");
    }
    long longest = time("alice", "x".repeat(10_000));
    assertTrue(longest < wrongPassword * 2, longest + " ns for a password that none can be");
  }

  /** What one refusal costs; the quickest of some, for the others were disturbed. */
  private long time(String name, String password) {
    return LongStream.range(0, TIMES)
        .map(
            i -> {
              long before = THREADS.getCurrentThreadCpuTime();
              assertRefused(
                  Refusal.WRONG_CREDENTIALS, () -> passwords.signIn(name, password, HERE));
              return THREADS.getCurrentThreadCpuTime() - before;
            })
        .min()
        .orElseThrow();
  }
}
