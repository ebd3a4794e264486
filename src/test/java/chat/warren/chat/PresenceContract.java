package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.chat.Presence.Effect;
import chat.warren.chat.Presence.Ended;
import chat.warren.chat.Presence.Present;
import chat.warren.chat.Presence.State;
import chat.warren.chat.Presence.Window;
import chat.warren.user.User;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
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
  private static final Duration HALF = Presence.LEASE.dividedBy(2);
  private static final Effect NONE = new Effect(false, false);

  private SettableClock clock;
  private Presence presence;

  /** A presence for one test. */
  protected abstract Presence open(Clock clock);

  /** Ends what was opened. */
  protected void end() {}

  @BeforeEach
  void make() {
    clock = new SettableClock();
    presence = open(clock);
  }

  @AfterEach
  void unmake() {
    end();
  }

  private static Window window(long log, User user, int number) {
    return new Window(log, user, user.name() + "-" + log + "-" + number);
  }

  private static Window lounge(User user) {
    return window(LOUNGE, user, 1);
  }

  private boolean enters(Window window) {
    return presence.enter(window).moved();
  }

  private boolean leaves(Window window) {
    return presence.leave(window).moved();
  }

  private List<User> people(long log) {
    return presence.people(log).stream().map(Present::user).toList();
  }

  @Test
  void nobodyIsHereAtFirst() {
    assertEquals(List.of(), people(LOUNGE));
    assertEquals(0, presence.count(LOUNGE));
    assertEquals(State.OFFLINE, presence.state(ALICE.id()));
    assertEquals(Set.of(), presence.logs(ALICE.id()));
    assertEquals(List.of(), presence.expire(LOUNGE));
  }

  @Test
  void whoEntersIsHereUntilLeaving() {
    assertEquals(new Effect(true, false), presence.enter(lounge(ALICE)));
    assertEquals(List.of(new Present(ALICE, State.ONLINE)), presence.people(LOUNGE));
    assertEquals(1, presence.count(LOUNGE));
    assertEquals(Set.of(LOUNGE), presence.logs(ALICE.id()));
    assertEquals(new Effect(true, false), presence.leave(lounge(ALICE)));
    assertEquals(List.of(), people(LOUNGE));
    assertEquals(0, presence.count(LOUNGE));
    assertEquals(State.OFFLINE, presence.state(ALICE.id()));
    assertEquals(Set.of(), presence.logs(ALICE.id()));
  }

  @Test
  void aPersonWithThreeWindowsIsOnePersonUntilTheLastOneIsClosed() {
    assertTrue(enters(window(LOUNGE, ALICE, 1)));
    assertFalse(enters(window(LOUNGE, ALICE, 2)));
    assertFalse(enters(window(LOUNGE, ALICE, 3)));
    assertEquals(List.of(ALICE), people(LOUNGE));
    assertEquals(1, presence.count(LOUNGE));
    assertFalse(leaves(window(LOUNGE, ALICE, 2)));
    assertFalse(leaves(window(LOUNGE, ALICE, 1)));
    assertEquals(List.of(ALICE), people(LOUNGE));
    assertTrue(leaves(window(LOUNGE, ALICE, 3)));
    assertEquals(List.of(), people(LOUNGE));
  }

  @Test
  void theSameWindowEnteringAgainOrLeavingAgainIsNothingNew() {
    presence.enter(lounge(ALICE));
    assertEquals(NONE, presence.enter(lounge(ALICE)));
    assertTrue(leaves(lounge(ALICE)));
    assertEquals(NONE, presence.leave(lounge(ALICE)));
  }

  @Test
  void whoIsNotHereCannotLeave() {
    assertEquals(NONE, presence.leave(lounge(ALICE)));
    presence.enter(lounge(BOB));
    assertEquals(NONE, presence.leave(lounge(ALICE)));
    assertEquals(List.of(BOB), people(LOUNGE));
    assertTrue(enters(lounge(ALICE)));
  }

  @Test
  void peopleStandInTheOrderInWhichTheyCame() {
    presence.enter(lounge(BOB));
    presence.enter(lounge(ALICE));
    presence.enter(lounge(CAROL));
    presence.enter(window(LOUNGE, BOB, 2));
    assertEquals(List.of(BOB, ALICE, CAROL), people(LOUNGE));
    presence.leave(lounge(ALICE));
    presence.enter(lounge(ALICE));
    assertEquals(List.of(BOB, CAROL, ALICE), people(LOUNGE));
  }

  @Test
  void beingInOneLogIsNotBeingInAnother() {
    presence.enter(lounge(ALICE));
    assertEquals(new Effect(true, false), presence.enter(window(GARDEN, ALICE, 1)));
    presence.enter(window(GARDEN, BOB, 1));
    assertEquals(Set.of(LOUNGE, GARDEN), presence.logs(ALICE.id()));
    assertEquals(new Effect(true, false), presence.leave(lounge(ALICE)));
    assertEquals(List.of(), people(LOUNGE));
    assertEquals(List.of(ALICE, BOB), people(GARDEN));
  }

  @Test
  void aListThatWasGivenDoesNotChange() {
    presence.enter(lounge(ALICE));
    List<Present> people = presence.people(LOUNGE);
    presence.enter(lounge(BOB));
    assertEquals(1, people.size());
  }

  @Test
  void aLeaseThatIsNotRenewedEndsByItself() {
    presence.enter(lounge(ALICE));
    clock.advance(Presence.LEASE.minusMillis(1));
    assertEquals(List.of(), presence.expire(LOUNGE));
    assertEquals(List.of(ALICE), people(LOUNGE));
    clock.advance(Duration.ofMillis(1));
    assertEquals(List.of(), people(LOUNGE), "before anybody asks for what has ended");
    assertEquals(0, presence.count(LOUNGE));
    assertEquals(State.OFFLINE, presence.state(ALICE.id()));
    assertEquals(Set.of(), presence.logs(ALICE.id()));
    assertEquals(List.of(new Ended(ALICE, true)), presence.expire(LOUNGE));
    assertEquals(List.of(), presence.expire(LOUNGE), "told once");
  }

  @Test
  void aLeaseThatIsRenewedGoesOn() {
    presence.enter(lounge(ALICE));
    presence.enter(lounge(BOB));
    for (int i = 0; i < 5; i++) {
      clock.advance(HALF);
      assertEquals(NONE, presence.renew(lounge(ALICE)));
    }
    assertEquals(List.of(new Ended(BOB, true)), presence.expire(LOUNGE));
    assertEquals(List.of(ALICE), people(LOUNGE));
  }

  @Test
  void onlyTheEndOfTheLastLeaseTakesAPersonAway() {
    presence.enter(window(LOUNGE, ALICE, 1));
    clock.advance(HALF);
    presence.enter(window(LOUNGE, ALICE, 2));
    clock.advance(HALF);
    assertEquals(List.of(new Ended(ALICE, false)), presence.expire(LOUNGE));
    assertEquals(List.of(ALICE), people(LOUNGE));
    clock.advance(HALF);
    assertEquals(List.of(new Ended(ALICE, true)), presence.expire(LOUNGE));
  }

  @Test
  void aWindowThatThawsAfterItsLeaseHasEndedIsHereAgain() {
    presence.enter(lounge(ALICE));
    clock.advance(Presence.LEASE);
    presence.expire(LOUNGE);
    assertEquals(new Effect(true, false), presence.renew(lounge(ALICE)));
    assertEquals(List.of(ALICE), people(LOUNGE));
  }

  @Test
  void anEndInOneLogIsToldThereOnly() {
    presence.enter(lounge(ALICE));
    presence.enter(window(GARDEN, ALICE, 1));
    clock.advance(Presence.LEASE);
    assertEquals(List.of(new Ended(ALICE, true)), presence.expire(GARDEN));
    assertEquals(List.of(new Ended(ALICE, true)), presence.expire(LOUNGE));
  }

  @Test
  void aPersonIsAwayWhenNoWindowAnywhereIsLookedAt() {
    Window here = lounge(ALICE);
    Window there = window(GARDEN, ALICE, 1);
    presence.enter(here);
    presence.enter(there);
    assertEquals(NONE, presence.away(here, true));
    assertEquals(State.ONLINE, presence.state(ALICE.id()));
    assertEquals(new Effect(false, true), presence.away(there, true));
    assertEquals(List.of(new Present(ALICE, State.AWAY)), presence.people(LOUNGE));
    assertEquals(NONE, presence.away(there, true));
    assertEquals(new Effect(false, true), presence.away(here, false));
    assertEquals(List.of(new Present(ALICE, State.ONLINE)), presence.people(GARDEN));
  }

  @Test
  void aSignOfLifeDoesNotMakeAWindowLookedAt() {
    presence.enter(lounge(ALICE));
    presence.away(lounge(ALICE), true);
    assertEquals(NONE, presence.renew(lounge(ALICE)));
    assertEquals(State.AWAY, presence.state(ALICE.id()));
  }

  @Test
  void closingTheOneWindowThatIsLookedAtLeavesThePersonAway() {
    presence.enter(lounge(ALICE));
    presence.enter(window(GARDEN, ALICE, 1));
    presence.away(lounge(ALICE), true);
    assertEquals(new Effect(true, true), presence.leave(window(GARDEN, ALICE, 1)));
    assertEquals(State.AWAY, presence.state(ALICE.id()));
  }

  @Test
  void aWindowWithoutALeaseIsNeitherLookedAtNorNot() {
    assertEquals(NONE, presence.away(lounge(ALICE), false));
    assertEquals(State.OFFLINE, presence.state(ALICE.id()));
  }

  @Test
  void everyComingAndGoingOfManyAtOnceIsCounted() throws Exception {
    int windows = 16;
    assertEquals(1, inParallel(windows, i -> enters(window(LOUNGE, ALICE, i))));
    assertEquals(1, presence.count(LOUNGE));
    assertEquals(1, inParallel(windows, i -> leaves(window(LOUNGE, ALICE, i))));
    assertEquals(0, presence.count(LOUNGE));
  }

  @Test
  void aRoomThatEmptiesWhileSomebodyComesLosesNobody() throws Exception {
    for (int i = 0; i < 500; i++) {
      presence.enter(lounge(ALICE));
      ExecutorService threads = Executors.newFixedThreadPool(2);
      Future<Boolean> left = threads.submit(() -> leaves(lounge(ALICE)));
      Future<Boolean> came = threads.submit(() -> enters(lounge(BOB)));
      threads.shutdown();
      assertTrue(left.get() && came.get());
      assertEquals(List.of(BOB), people(LOUNGE));
      presence.leave(lounge(BOB));
    }
  }

  /** How many of the acts said yes. */
  private static long inParallel(int count, Function<Integer, Boolean> act) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    List<Callable<Boolean>> acts = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> acts.add(() -> act.apply(i)));
    long yes = 0;
    for (Future<Boolean> said : threads.invokeAll(acts)) {
      yes += said.get() ? 1 : 0;
    }
    threads.shutdown();
    return yes;
  }
}
