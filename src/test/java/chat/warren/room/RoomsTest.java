package chat.warren.room;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.db.Database;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import chat.warren.user.DisplayName;
import chat.warren.user.Sessions;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class RoomsTest {
  @Parameter private Store store;
  private final SettableClock clock = new SettableClock();
  private Database database;
  private Rooms rooms;
  private User alice;

  @BeforeEach
  void open(@TempDir Path directory) {
    database = store.open(directory);
    rooms = new Rooms(database, clock);
    alice = new Users(database, clock).welcome(new DisplayName("Alice"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aRoomThatNobodyOpenedIsNotThere() {
    assertEquals(Optional.empty(), rooms.find(new RoomName("lounge")));
    assertEquals(List.of(), rooms.newest(10));
  }

  @Test
  void lookingForARoomDoesNotOpenIt() {
    rooms.find(new RoomName("lounge"));
    assertEquals(List.of(), rooms.newest(10));
  }

  @Test
  void whoOpensARoomSecondGetsTheSameLog() {
    Room first = rooms.open(new RoomName("lounge"), alice);
    assertEquals(first, rooms.open(new RoomName("lounge"), alice));
    assertEquals(Optional.of(first), rooms.find(new RoomName("lounge")));
  }

  @Test
  void twoSpellingsOfANameLeadIntoOneRoom() {
    assertEquals(
        rooms.open(new RoomName("caf\u00e9"), alice),
        rooms.open(new RoomName("cafe\u0301"), alice));
  }

  @Test
  void eachRoomHasALogOfItsOwn() {
    Room lounge = rooms.open(new RoomName("lounge"), alice);
    assertNotEquals(lounge.log(), rooms.open(new RoomName("Lounge"), alice).log());
  }

  @Test
  void namesAreKeptToTheCharacter() {
    RoomName name = new RoomName("'; drop table room; -- 会议室 👩\u200d💻 %_");
    rooms.open(name, alice);
    assertEquals(name, rooms.newest(1).get(0).key());
  }

  @Test
  void theNewestRoomIsOnTopUntilSomebodyWritesElsewhere() {
    Room lounge = open("lounge");
    Room garden = open("garden");
    Room attic = open("attic");
    assertEquals(List.of(attic, garden, lounge), rooms.newest(10));

    writeIn(lounge);
    assertEquals(List.of(lounge, attic, garden), rooms.newest(10));

    writeIn(garden);
    assertEquals(List.of(garden, lounge, attic), rooms.newest(10));
  }

  @Test
  void roomsOfTheSameMomentStandInOneOrderAlways() {
    Room lounge = rooms.open(new RoomName("lounge"), alice);
    Room garden = rooms.open(new RoomName("garden"), alice);
    assertEquals(List.of(garden, lounge), rooms.newest(10));
  }

  @Test
  void noMoreRoomsAreListedThanAreWanted() {
    for (int i = 0; i < 5; i++) {
      open("room " + i);
    }
    assertEquals(
        List.of("room 4", "room 3"),
        rooms.newest(2).stream().map(room -> room.key().value()).toList());
  }

  @Test
  void manyWhoOpenTheSameNameAtOnceMeetInOneRoom() throws Exception {
    int people = 16;
    ExecutorService threads = Executors.newFixedThreadPool(people);
    try {
      CountDownLatch together = new CountDownLatch(people);
      Callable<Room> open =
          () -> {
            together.countDown();
            together.await();
            return rooms.open(new RoomName("lounge"), alice);
          };
      List<Future<Room>> opened = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        opened.add(threads.submit(open));
      }
      for (Future<Room> room : opened) {
        assertEquals(opened.get(0).get(), room.get());
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(1, rooms.newest(10).size());
  }

  @Test
  void aGuestWhoOpenedARoomStaysItsOwnerWhenTheSessionEnds() {
    rooms.open(new RoomName("lounge"), alice);
    new Sessions(database, clock, ended -> {}).removeEnded();
    assertEquals(Optional.of(alice), new Users(database, clock).named(alice.name()));
  }

  @Test
  void aPrivateRoomIsFoundByItsKeyAloneAndListedNowhere() {
    Room attic = rooms.createPrivate(" The attic ", alice);
    assertEquals("The attic", attic.title());
    assertEquals(Optional.of(attic), rooms.find(attic.key()));
    assertEquals(Optional.empty(), rooms.find(PrivateKey.create()));
    assertEquals(Optional.empty(), rooms.find(new RoomName("The attic")));
    assertEquals(List.of(), rooms.newest(10));
    assertNotEquals(attic.key(), rooms.createPrivate("The attic", alice).key());
    assertRefused(Refusal.BAD_TITLE, () -> rooms.createPrivate(null, alice));
  }

  @Test
  void whatIsKnownOfARoomIsNotReadAgainUntilItIsForgotten() {
    Doors doors = new Doors(rooms, new Rosters(database, clock), null);
    Room lounge = rooms.open(new RoomName("lounge"), alice);
    assertTrue(doors.standing(lounge, alice).owns());
    database.write(handle -> handle.execute("update member set role = 'member'"));
    assertTrue(doors.standing(lounge, alice).owns());
    doors.forget(lounge.log());
    assertFalse(doors.standing(lounge, alice).owns());
    database.write(handle -> handle.execute("update member set role = 'owner'"));
    doors.forget(0);
    assertTrue(doors.standing(lounge, alice).owns());
  }

  private Room open(String name) {
    clock.advance(Duration.ofMinutes(1));
    return rooms.open(new RoomName(name), alice);
  }

  private void writeIn(Room room) {
    clock.advance(Duration.ofMinutes(1));
    database.write(
        handle ->
            handle.execute(
                "update log set changed_at = ? where id = ?", clock.millis(), room.log()));
  }
}
