package chat.warren.room;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import chat.warren.SettableClock;
import chat.warren.db.Database;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import chat.warren.user.Contacts;
import chat.warren.user.DisplayName;
import chat.warren.user.User;
import chat.warren.user.Users;
import chat.warren.user.Writers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class DirectsTest {
  @Parameter private Store store;
  private final SettableClock clock = new SettableClock();
  private Path directory;
  private Database database;
  private Users users;
  private Contacts contacts;
  private Directs directs;
  private User alice;
  private User bob;
  private User mallory;

  @BeforeEach
  void open(@TempDir Path temporary) {
    directory = temporary;
    openStore();
    alice = users.welcome(new DisplayName("Alice"));
    bob = users.welcome(new DisplayName("Bob"));
    mallory = users.welcome(new DisplayName("Mallory"));
  }

  private void openStore() {
    database = store.open(directory);
    users = new Users(database, clock);
    contacts = new Contacts(database, clock);
    directs = new Directs(database, users, contacts);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void bothSidesHaveOneLogUnderTheNameOfTheOther() {
    Room hers = directs.open(with(bob), alice);
    Room his = directs.open(with(alice), bob);
    assertEquals(hers.log(), his.log());
    assertEquals(with(bob), hers.key());
    assertEquals("Bob", hers.title());
    assertEquals(with(alice), his.key());
    assertEquals("Alice", his.title());
  }

  @Test
  void lookingBeginsNothing() {
    assertEquals(Optional.empty(), directs.find(with(bob), alice));
    Room begun = directs.open(with(bob), alice);
    assertEquals(Optional.of(begun), directs.find(with(bob), alice));
  }

  @Test
  void namingOneselfOrSomebodyTwiceChangesNothing() {
    Room room = directs.open(with(bob), alice);
    assertEquals(room, directs.open(with(bob, alice), alice));
    assertEquals(room, directs.open(new Company(List.of(bob.name(), bob.name())), alice));
    assertEquals("@" + bob.name(), directs.of(with(alice, bob), alice).key().value());
  }

  @Test
  void aThirdHasAConversationOfTheirOwn() {
    long two = directs.open(with(bob), alice).log();
    assertNotEquals(two, directs.open(with(bob), mallory).log());
    assertNotEquals(two, directs.open(with(alice, bob), mallory).log());
    assertNotEquals(two, directs.open(with(bob, mallory), alice).log());
    assertEquals(two, directs.open(with(bob), alice).log(), "and never another");
    assertEquals(
        Refusal.NO_SUCH_ROOM,
        directs.standing(two, mallory, Instant.EPOCH).reading().refusal(),
        "whatever room is claimed");
    assertEquals(
        Refusal.NO_SUCH_ROOM, directs.standing(two, mallory, Instant.EPOCH).speaking().refusal());
    assertEquals(
        Refusal.NO_SUCH_ROOM, directs.standing(two, null, Instant.EPOCH).reading().refusal());
    assertNull(directs.standing(two, bob, Instant.EPOCH).reading());
  }

  @Test
  void oneCanTakeNotesForOneself() {
    Room notes = directs.open(with(alice), alice);
    assertEquals("Alice", notes.title());
    assertEquals(with(alice), notes.key());
    assertNull(directs.standing(notes.log(), alice, Instant.EPOCH).speaking());
    assertNotEquals(notes.log(), directs.open(with(alice), bob).log());
  }

  @Test
  void eightPeopleAreAConversationAndNineAreNot() {
    List<User> others =
        new ArrayList<>(Stream.generate(users::welcomeNameless).limit(Company.MAX - 1).toList());
    Room room = directs.open(with(others), alice);
    Collections.shuffle(others);
    List<User> rest = new ArrayList<>(others.subList(1, others.size()));
    rest.add(alice);
    assertEquals(room.log(), directs.open(with(rest), others.get(0)).log());

    others.add(bob);
    assertRefused(Refusal.TOO_MANY_PEOPLE, () -> directs.open(with(others), alice));
    assertEquals(8, directs.of(with(others), bob).people().size(), "one of the eight oneself");
  }

  @Test
  void whoIsNotThereOrHasNoSessionIsRefused() {
    Company nobody = new Company(List.of("nobody-of-that-name", bob.name()));
    assertRefused(Refusal.NO_SUCH_PERSON, () -> directs.find(nobody, alice));
    assertRefused(Refusal.NO_SUCH_PERSON, () -> directs.open(nobody, alice));
    assertRefused(Refusal.SIGN_IN_FIRST, () -> directs.find(with(bob), null));
    assertRefused(Refusal.SIGN_IN_FIRST, () -> directs.find(nobody, null));
  }

  @Test
  void theNewestConversationsAreThoseInWhichSomethingWasSaid() {
    Room bobs = say(directs.open(with(bob), alice));
    Room all = say(directs.open(with(mallory, bob), alice));
    directs.open(with(mallory), alice);
    assertEquals(List.of(all, bobs), directs.newest(alice, 10));
    assertEquals(List.of(all), directs.newest(alice, 1));
    say(bobs);
    assertEquals(List.of(bobs, all), directs.newest(alice, 10));
    assertEquals(List.of(all.log()), directs.newest(mallory, 10).stream().map(Room::log).toList());
    assertEquals("Alice", directs.newest(bob, 1).get(0).title());
  }

  @Test
  void aBlockKeepsTheNextMessageOfTwoBackAndTheHistoryStays() {
    Room his = say(directs.open(with(alice), mallory));
    assertNull(directs.standing(his.log(), mallory, Instant.EPOCH).speaking());
    contacts.block(alice, mallory);
    assertEquals(
        Refusal.NOT_TAKING_MESSAGES,
        directs.standing(his.log(), mallory, Instant.EPOCH).speaking().refusal());
    assertEquals(
        Refusal.BLOCKED_BY_YOU,
        directs.standing(his.log(), alice, Instant.EPOCH).speaking().refusal());
    assertNull(directs.standing(his.log(), mallory, Instant.EPOCH).reading());
    assertNull(directs.standing(his.log(), alice, Instant.EPOCH).reading());
    contacts.unblock(alice, mallory);
    assertNull(directs.standing(his.log(), mallory, Instant.EPOCH).speaking());
  }

  @Test
  void contactsOnlySoundsLikeABlock() {
    Room his = directs.open(with(alice), mallory);
    contacts.choose(alice, Writers.CONTACTS);
    assertEquals(
        Refusal.NOT_TAKING_MESSAGES,
        directs.standing(his.log(), mallory, Instant.EPOCH).speaking().refusal());
    contacts.ask(mallory, alice);
    contacts.accept(alice, mallory);
    assertNull(directs.standing(his.log(), mallory, Instant.EPOCH).speaking());
  }

  @Test
  void ofManyABlockHindersTheBeginningOnly() {
    Room begun = say(directs.open(with(alice, bob), mallory));
    contacts.block(alice, mallory);
    assertNull(directs.standing(begun.log(), mallory, Instant.EPOCH).speaking());

    User carol = users.welcome(new DisplayName("Carol"));
    Room next = directs.open(with(alice, carol), mallory);
    for (User person : List.of(mallory, carol, alice)) {
      assertEquals(
          Refusal.NOT_TAKING_MESSAGES,
          directs.standing(next.log(), person, Instant.EPOCH).speaking().refusal(),
          "nobody brings the two together: " + person.display());
    }
    contacts.unblock(alice, mallory);
    contacts.choose(carol, Writers.CONTACTS);
    assertEquals(
        Refusal.NOT_TAKING_MESSAGES,
        directs.standing(next.log(), mallory, Instant.EPOCH).speaking().refusal());
    assertNull(directs.standing(next.log(), carol, Instant.EPOCH).speaking());
  }

  @Test
  void anotherStartFindsTheConversation() {
    Room before = say(directs.open(with(bob), alice));
    database.close();
    openStore();
    assertEquals(before.log(), directs.open(with(alice), bob).log());
    assertEquals(List.of(before), directs.newest(alice, 10));
  }

  private Room say(Room room) {
    clock.advance(Duration.ofMinutes(1));
    database.write(
        handle ->
            handle.execute(
                "update log set head = head + 1, changed_at = ? where id = ?",
                clock.millis(),
                room.log()));
    return room;
  }

  private static Company with(User... people) {
    return with(Arrays.asList(people));
  }

  private static Company with(List<User> people) {
    return new Company(people.stream().map(User::name).toList());
  }
}
