package chat.warren.user;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.db.Database;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
class UsersTest {
  @Parameter private Store store;
  private Database database;
  private Users users;

  @BeforeEach
  void open(@TempDir Path directory) {
    database = store.open(directory);
    users = new Users(database, new SettableClock());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNewcomerIsShownUnderTheChosenName() {
    User alice = users.welcome(new DisplayName("Alice 👩\u200d💻 小明"));
    assertEquals("Alice 👩\u200d💻 小明", alice.display());
    assertEquals(alice.display(), storedDisplay(alice));
  }

  @Test
  void everyGuestHasAHandleThatIsNotTheChosenName() {
    User alice = users.welcome(new DisplayName("Alice"));
    assertTrue(alice.name().matches("guest-[0-9a-f]{4,16}"), alice.name());
  }

  @Test
  void aNamelessGuestIsShownUnderTheHandle() {
    User guest = users.welcomeNameless();
    assertTrue(guest.display().matches("Guest-[0-9a-f]{4,16}"), guest.display());
    assertTrue(guest.name().equalsIgnoreCase(guest.display()));
    assertEquals(guest.display(), storedDisplay(guest));
  }

  @Test
  void twoPeopleMayShareANameButNeverAHandle() {
    User alice = users.welcome(new DisplayName("Alice"));
    User other = users.welcome(new DisplayName("Alice"));
    assertNotEquals(alice.id(), other.id());
    assertNotEquals(alice.name(), other.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u0000b", "\ud83d", "';--", "%"})
  void nobodyHasANameThatCannotBe(String name) {
    users.welcome(new DisplayName("Alice"));
    assertEquals(Optional.empty(), users.named(name));
    assertRefused(Refusal.NO_SUCH_PERSON, () -> users.meant(name));
  }

  @Test
  void aHandleThatIsTakenMakesTheNextOneLonger() {
    database.write(
        handle ->
            handle.execute(
                """
                insert into person (name, display, guest, created_at)
                with recursive number (n) as
                  (select 0 union all select n + 1 from number where n < 65535),
                digits (d) as (select '0123456789abcdef')
                select 'guest-' || substr(d, n / 4096 + 1, 1) || substr(d, n / 256 % 16 + 1, 1)
                  || substr(d, n / 16 % 16 + 1, 1) || substr(d, n % 16 + 1, 1), 'taken', true, 0
                from number, digits"""));
    User alice = users.welcome(new DisplayName("Alice"));
    assertTrue(alice.name().matches("guest-[0-9a-f]{5,}"), alice.name());
  }

  @Test
  void manyGuestsHaveAsManyHandles() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      names.add(users.welcomeNameless().name());
    }
    assertEquals(100, names.size());
  }

  @Test
  void aNewNameIsShownAndTheHandleStays() {
    User alice = users.welcome(new DisplayName("Alice"));
    User bob = users.welcome(new DisplayName("Bob"));
    users.rename(alice, new DisplayName("Alicia"));
    assertEquals("Alicia", storedDisplay(alice));
    assertEquals("Bob", storedDisplay(bob));
  }

  private String storedDisplay(User user) {
    return database.read(
        handle ->
            handle
                .createQuery("select display from person where id = :id and name = :name")
                .bind("id", user.id())
                .bind("name", user.name())
                .mapTo(String.class)
                .one());
  }
}
