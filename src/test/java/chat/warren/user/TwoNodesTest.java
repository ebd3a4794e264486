package chat.warren.user;

import static chat.warren.testing.AtOnce.both;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.db.Database;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What two nodes decide at the same moment is decided as if by one after the other. */
@Timeout(120)
class TwoNodesTest {
  private static final int TIMES = 10;

  private Node here;
  private Node there;

  @BeforeEach
  void open(@TempDir Path directory) {
    here = new Node(Store.POSTGRESQL.open(directory));
    there = new Node(Store.POSTGRESQL.open(directory));
  }

  @AfterEach
  void close() {
    here.database.close();
    there.database.close();
  }

  @Test
  void aHandleIsGivenOnce() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      String handle = "carol-" + i;
      List<Object> outcomes = both(() -> here.register(handle), () -> there.register(handle));
      assertEquals(1, outcomes.stream().filter(User.class::isInstance).count(), outcomes::toString);
      assertTrue(outcomes.contains(Refusal.HANDLE_TAKEN), outcomes::toString);
    }
  }

  @Test
  void thereIsOneFirstAdministrator() throws Exception {
    List<Object> outcomes = both(() -> here.setUp("ann"), () -> there.setUp("bob"));
    assertEquals(1, outcomes.stream().filter(User.class::isInstance).count(), outcomes::toString);
    assertTrue(outcomes.contains(Refusal.SETUP_TOKEN_WRONG), outcomes::toString);
  }

  @Test
  void anAdministratorIsLeftThoughTwoDismissEachOther() throws Exception {
    User ann = here.setUp("ann");
    User bob = here.register("bob");
    for (int i = 0; i < TIMES; i++) {
      here.appoint(ann, bob, true);
      here.appoint(ann, ann, true);
      List<Object> outcomes =
          both(() -> here.appoint(ann, bob, false), () -> there.appoint(ann, ann, false));
      assertTrue(outcomes.contains(Refusal.LAST_ADMINISTRATOR), outcomes::toString);
    }
  }

  @Test
  void anInvitationForOneLetsOneIn() throws Exception {
    User ann = here.setUp("ann");
    for (int i = 0; i < TIMES; i++) {
      String secret = here.links.invite(ann, 1);
      String number = "-" + i;
      List<Object> outcomes =
          both(() -> here.come(secret, "dora" + number), () -> there.come(secret, "emil" + number));
      assertEquals(1, outcomes.stream().filter(User.class::isInstance).count(), outcomes::toString);
      assertTrue(outcomes.contains(Refusal.LINK_ENDED), outcomes::toString);
    }
  }

  private static final class Node {
    private static final String ADDRESS = "10.0.0.1";

    private final Database database;
    private final Accounts accounts;
    private final Links links;
    private final Directory directory;

    Node(Database database) {
      SettableClock clock = new SettableClock();
      this.database = database;
      Sessions sessions = new Sessions(database, clock, ended -> {});
      Tries tries = new Tries(Limits.NONE);
      Passwords passwords = new Passwords(database, sessions, tries);
      accounts = new Accounts(database, sessions, passwords, tries, Registration.OPEN, clock);
      links = new Links(database, Registration.OPEN, clock);
      directory = new Directory(database, person -> {});
    }

    User register(String handle) {
      return accounts.register(newcomer(handle), Optional.empty(), ADDRESS);
    }

    User setUp(String handle) {
      return accounts.setUp(newcomer(handle), Optional.empty(), ADDRESS);
    }

    User come(String secret, String handle) {
      return accounts.registerInvited(newcomer(handle), secret, Optional.empty(), ADDRESS);
    }

    boolean appoint(User by, User person, boolean administrator) {
      directory.setAdministrator(by, person.id(), administrator);
      return true;
    }

    private static Newcomer newcomer(String name) {
      Handle handle = new Handle(name);
      return new Newcomer(
          handle, new DisplayName(name), new Password("correct horse battery", handle));
    }
  }
}
