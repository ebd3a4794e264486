package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link Presence} keeps to. */
@Timeout(30)
public abstract class PresenceContract {
  private static final long LOUNGE = 1;
  private static final long GARDEN = 2;
  private static final User ALICE = new User(7, "guest-a11c", "Alice");
  private static final User BOB = new User(8, "guest-b0b0", "Bob");
  private static final User CAROL = new User(9, "guest-ca01", "Carol");

  private final Supplier<Presence> factory;
  private Presence presence;

  protected PresenceContract(Supplier<Presence> factory) {
    this.factory = factory;
  }

  @BeforeEach
  void make() {
    presence = factory.get();
  }

  @Test
  void nobodyIsHereAtFirst() {
    assertEquals(List.of(), presence.people(LOUNGE));
    assertEquals(0, presence.count(LOUNGE));
  }

  @Test
  void whoEntersIsHereUntilLeaving() {
    assertTrue(presence.enter(LOUNGE, ALICE));
    assertEquals(List.of(ALICE), presence.people(LOUNGE));
    assertEquals(1, presence.count(LOUNGE));
    assertTrue(presence.leave(LOUNGE, ALICE));
    assertEquals(List.of(), presence.people(LOUNGE));
    assertEquals(0, presence.count(LOUNGE));
  }

  @Test
  void aPersonWithThreeWindowsIsOnePerson() {
    assertTrue(presence.enter(LOUNGE, ALICE));
    assertFalse(presence.enter(LOUNGE, ALICE));
    assertFalse(presence.enter(LOUNGE, ALICE));
    assertEquals(List.of(ALICE), presence.people(LOUNGE));
    assertEquals(1, presence.count(LOUNGE));
  }

  @Test
  void onlyTheLastWindowTakesThePersonAway() {
    presence.enter(LOUNGE, ALICE);
    presence.enter(LOUNGE, ALICE);
    assertFalse(presence.leave(LOUNGE, ALICE));
    assertEquals(List.of(ALICE), presence.people(LOUNGE));
    assertTrue(presence.leave(LOUNGE, ALICE));
    assertEquals(List.of(), presence.people(LOUNGE));
  }

  @Test
  void whoIsNotHereCannotLeave() {
    assertFalse(presence.leave(LOUNGE, ALICE));
    presence.enter(LOUNGE, BOB);
    assertFalse(presence.leave(LOUNGE, ALICE));
    assertEquals(List.of(BOB), presence.people(LOUNGE));
    assertTrue(presence.enter(LOUNGE, ALICE));
  }

  @Test
  void whoLeftIsNewWhenComingAgain() {
    presence.enter(LOUNGE, ALICE);
    presence.leave(LOUNGE, ALICE);
    assertTrue(presence.enter(LOUNGE, ALICE));
  }

  @Test
  void peopleStandInTheOrderInWhichTheyCame() {
    presence.enter(LOUNGE, BOB);
    presence.enter(LOUNGE, ALICE);
    presence.enter(LOUNGE, CAROL);
    presence.enter(LOUNGE, BOB);
    assertEquals(List.of(BOB, ALICE, CAROL), presence.people(LOUNGE));
    presence.leave(LOUNGE, ALICE);
    presence.enter(LOUNGE, ALICE);
    assertEquals(List.of(BOB, CAROL, ALICE), presence.people(LOUNGE));
  }

  @Test
  void beingInOneLogIsNotBeingInAnother() {
    presence.enter(LOUNGE, ALICE);
    assertTrue(presence.enter(GARDEN, ALICE));
    presence.enter(GARDEN, BOB);
    assertTrue(presence.leave(LOUNGE, ALICE));
    assertEquals(List.of(), presence.people(LOUNGE));
    assertEquals(List.of(ALICE, BOB), presence.people(GARDEN));
  }

  @Test
  void aListThatWasGivenDoesNotChange() {
    presence.enter(LOUNGE, ALICE);
    List<User> people = presence.people(LOUNGE);
    presence.enter(LOUNGE, BOB);
    assertEquals(List.of(ALICE), people);
  }

  @Test
  void everyComingAndGoingOfManyAtOnceIsCounted() throws Exception {
    int windows = 16;
    assertEquals(1, inParallel(windows, () -> presence.enter(LOUNGE, ALICE)));
    assertEquals(1, presence.count(LOUNGE));
    assertEquals(1, inParallel(windows, () -> presence.leave(LOUNGE, ALICE)));
    assertEquals(0, presence.count(LOUNGE));
  }

  @Test
  void aRoomThatEmptiesWhileSomebodyComesLosesNobody() throws Exception {
    for (int i = 0; i < 500; i++) {
      presence.enter(LOUNGE, ALICE);
      ExecutorService threads = Executors.newFixedThreadPool(2);
      Future<Boolean> left = threads.submit(() -> presence.leave(LOUNGE, ALICE));
      Future<Boolean> came = threads.submit(() -> presence.enter(LOUNGE, BOB));
      threads.shutdown();
      assertTrue(left.get() && came.get());
      assertEquals(List.of(BOB), presence.people(LOUNGE));
      presence.leave(LOUNGE, BOB);
    }
  }

  /** How many of the acts said yes. */
  private static long inParallel(int count, Callable<Boolean> act) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    List<Callable<Boolean>> acts = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> acts.add(act));
    long yes = 0;
    for (Future<Boolean> said : threads.invokeAll(acts)) {
      yes += said.get() ? 1 : 0;
    }
    threads.shutdown();
    return yes;
  }
}
