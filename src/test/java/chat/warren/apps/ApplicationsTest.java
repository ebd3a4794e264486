package chat.warren.apps;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.chat.Inboxes;
import chat.warren.chat.Journal;
import chat.warren.db.Database;
import chat.warren.memory.InMemoryLimits;
import chat.warren.memory.InProcessBroker;
import chat.warren.room.Directs;
import chat.warren.room.Doors;
import chat.warren.room.Rooms;
import chat.warren.room.Rosters;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.Contacts;
import chat.warren.user.DisplayName;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Store.class)
class ApplicationsTest {
  @Parameter private Store store;
  private final SettableClock clock = new SettableClock();
  private Database database;
  private Journal journal;
  private ApiTokens tokens;
  private Applications applications;
  private User alice;

  @BeforeEach
  void open(@TempDir Path directory) {
    database = store.open(directory);
    journal = new Journal(database, new InProcessBroker(), clock);
    Users users = new Users(database, clock);
    alice = users.welcome(new DisplayName("Alice"));
    tokens = new ApiTokens(database, users, clock);
    applications =
        new Applications(
            tokens,
            users,
            new Doors(
                new Rooms(database, clock),
                new Rosters(database, clock),
                new Directs(database, users, new Contacts(database, clock))),
            new Inboxes(database, journal),
            new InMemoryLimits());
  }

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void aTokenLetsItsApplicationInUntilItIsRevoked() {
    String coffee = tokens.make(new Label("Coffee bar"), alice);
    String tea = tokens.make(new Label("Tea"), alice);
    User application = applications.application(coffee);
    assertEquals("app-coffee-bar", application.name());
    assertEquals("Coffee bar", application.display());
    tokens.revoke(application.id());
    assertRefused(Refusal.BAD_TOKEN, () -> applications.application(coffee));
    assertEquals("app-tea", applications.application(tea).name());
  }

  @Test
  void theStoreDoesNotKnowTheSecretAndTheListTellsOfItsUse() {
    String secret = tokens.make(new Label("Coffee"), alice);
    assertNull(tokens.all().get(0).usedAt());
    applications.application(secret);
    assertEquals(clock.instant(), tokens.all().get(0).usedAt());
    clock.advance(Duration.ofMinutes(2));
    applications.application(secret);
    assertEquals(clock.instant(), tokens.all().get(0).usedAt());
    assertEquals(alice.name(), tokens.all().get(0).madeBy());
    List<String> stored =
        database.read(
            h -> h.createQuery("select secret_hash from api_token").mapTo(String.class).list());
    assertFalse(stored.contains(secret));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Coffee", "咖啡 ☕", "-", "A very long name of an application, no"})
  void everyApplicationHasAHandleOfItsOwnThatNoneSignsInWith(String label) {
    Pattern handle = Pattern.compile("app[a-z0-9-]{0,29}");
    tokens.make(new Label(label), alice);
    tokens.make(new Label(label), alice);
    List<String> names = tokens.all().stream().map(token -> token.person().name()).toList();
    assertEquals(2, names.stream().distinct().count());
    assertTrue(names.stream().allMatch(name -> handle.matcher(name).matches()), names.toString());
  }

  @Test
  void aLabelIsNeeded() {
    assertRefused(Refusal.BAD_LABEL, () -> new Label(null));
    assertRefused(Refusal.BAD_LABEL, () -> new Label("a\nb"));
    assertRefused(Refusal.BAD_LABEL, () -> new Label("a".repeat(41)));
  }

  @Test
  void anApplicationThatPushesFarTooFastIsToldSoAndOthersAreNot() {
    User coffee = applications.application(tokens.make(new Label("Coffee"), alice));
    User tea = applications.application(tokens.make(new Label("Tea"), alice));
    Refused refused =
        assertThrows(
            Refused.class,
            () -> {
              for (int n = 0; n < 10_000; n++) {
                applications.pushToPeople(coffee, request("e" + n));
              }
            });
    assertEquals(Refusal.TOO_FAST, refused.refusal());
    assertFalse(applications.pushToPeople(tea, request("t")).get(alice.name()).again());
  }

  private PushRequest request(String id) {
    return PushRequest.read("{\"id\":\"" + id + "\",\"title\":\"x\"}", alice.name());
  }
}
