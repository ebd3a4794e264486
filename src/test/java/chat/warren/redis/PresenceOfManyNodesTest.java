package chat.warren.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.chat.Presence;
import chat.warren.chat.Presence.Effect;
import chat.warren.chat.Presence.News;
import chat.warren.chat.Presence.Present;
import chat.warren.chat.Presence.State;
import chat.warren.chat.Presence.Window;
import chat.warren.testing.Cable;
import chat.warren.testing.Eventually;
import chat.warren.testing.RedisProcess;
import chat.warren.user.User;
import io.lettuce.core.api.sync.RedisServerCommands;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is here, as two nodes see it. */
@Timeout(120)
class PresenceOfManyNodesTest {
  private static final long LOUNGE = 1;
  private static final long GARDEN = 2;
  private static final User ALICE = new User(7, "alice", "Alice", User.Rank.REGISTERED);
  private static final User BOB = new User(8, "bob", "Bob");

  private final SettableClock clock = new SettableClock();
  private final String store = TestRedis.store();
  private RedisProcess redis;
  private Cable cable;
  private Node a;
  private Node b;

  /** A node without a database. */
  private final class Node implements AutoCloseable {
    final RedisLink link;
    final RedisPresence presence;
    final List<News> news = new CopyOnWriteArrayList<>();

    Node(String address) {
      link = RedisLink.open(RedisAddress.of(address), store);
      presence = new RedisPresence(link, clock);
      presence.listen(news::add);
    }

    @Override
    public void close() {
      presence.close();
      link.close();
    }
  }

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
    cable = new Cable(redis.port());
    a = new Node("redis://127.0.0.1:" + cable.port());
    b = new Node(redis.address());
  }

  @AfterEach
  void stop() {
    b.close();
    a.close();
    cable.close();
    redis.close();
  }

  private static Window window(long log, User user, int number) {
    return new Window(log, user, user.name() + "-" + log + "-" + number);
  }

  private static void awaitPeople(Node node, long log, User... people) {
    List<User> wanted = List.of(people);
    Eventually.isSo(
        "these are here: " + wanted,
        () -> wanted.equals(node.presence.people(log).stream().map(Present::user).toList()));
  }

  private static void awaitState(Node node, User user, State state) {
    Eventually.isSo(user + " is " + state, () -> node.presence.state(user.id()) == state);
  }

  @Test
  void whoComesToOneNodeIsSeenOnTheOther() {
    a.presence.enter(window(LOUNGE, ALICE, 1));
    awaitPeople(b, LOUNGE, ALICE);
    assertEquals(List.of(new Present(ALICE, State.ONLINE)), b.presence.people(LOUNGE));
    assertEquals(1, b.presence.count(LOUNGE));
    assertEquals(Set.of(LOUNGE), b.presence.logs(ALICE.id()));
    assertEquals(List.of(new News(LOUNGE, ALICE, new Effect(true, false))), b.news);
    a.presence.leave(window(LOUNGE, ALICE, 1));
    awaitPeople(b, LOUNGE);
    assertEquals(2, b.news.size());
    assertEquals(List.of(), a.news, "what one does oneself is no news");
  }

  @Test
  void whoHasWindowsOnBothIsGoneWithTheLastOne() {
    a.presence.enter(window(LOUNGE, ALICE, 1));
    awaitPeople(b, LOUNGE, ALICE);
    assertFalse(b.presence.enter(window(LOUNGE, ALICE, 2)).moved());
    a.presence.enter(window(GARDEN, BOB, 1));
    awaitPeople(b, GARDEN, BOB);
    b.presence.enter(window(GARDEN, ALICE, 3));
    awaitPeople(a, GARDEN, BOB, ALICE);
    assertFalse(a.presence.leave(window(LOUNGE, ALICE, 1)).moved());
    assertEquals(List.of(ALICE), a.presence.people(LOUNGE).stream().map(Present::user).toList());
    b.presence.leave(window(LOUNGE, ALICE, 2));
    awaitPeople(a, LOUNGE);
    awaitPeople(b, LOUNGE);
  }

  @Test
  void whoTurnsAwayOnBothIsAway() {
    a.presence.enter(window(LOUNGE, ALICE, 1));
    b.presence.enter(window(GARDEN, ALICE, 2));
    awaitPeople(a, GARDEN, ALICE);
    awaitPeople(b, LOUNGE, ALICE);
    a.presence.away(window(LOUNGE, ALICE, 1), true);
    b.presence.away(window(GARDEN, ALICE, 2), true);
    awaitState(a, ALICE, State.AWAY);
    awaitState(b, ALICE, State.AWAY);
    a.presence.away(window(LOUNGE, ALICE, 1), false);
    awaitState(b, ALICE, State.ONLINE);
    assertTrue(b.news.contains(new News(LOUNGE, ALICE, new Effect(false, true))));
  }

  @Test
  void aNodeThatComesLaterKnowsAllWhoAreHere() {
    for (int i = 0; i < 1_000; i++) {
      a.presence.enter(window(LOUNGE, new User(100 + i, "user" + i, "User"), 1));
    }
    a.presence.enter(window(GARDEN, ALICE, 1));
    a.presence.away(window(GARDEN, ALICE, 1), true);
    try (Node later = new Node(redis.address())) {
      awaitPeople(later, GARDEN, ALICE);
      Eventually.isSo("all are seen", () -> later.presence.count(LOUNGE) == 1_000);
      awaitState(later, ALICE, State.AWAY);
    }
  }

  @Test
  void aNodeThatStopsTakesItsPeopleAlong() {
    try (Node other = new Node(redis.address())) {
      other.presence.enter(window(LOUNGE, ALICE, 1));
      awaitPeople(b, LOUNGE, ALICE);
    }
    awaitPeople(b, LOUNGE);
  }

  @Test
  void ofANodeThatIsNotHeardOfThePeopleAreGoneWhenTheirLeaseEnds() {
    a.presence.enter(window(LOUNGE, ALICE, 1));
    b.presence.enter(window(LOUNGE, BOB, 1));
    Eventually.isSo("both", () -> b.presence.count(LOUNGE) == 2);
    cable.cut();
    Eventually.isSo("the cut is noticed", () -> !a.link.isUp());
    clock.advance(Presence.LEASE.minusSeconds(1));
    b.presence.renew(window(LOUNGE, BOB, 1));
    assertEquals(2, b.presence.count(LOUNGE));
    clock.advance(Duration.ofSeconds(1));
    awaitPeople(b, LOUNGE, BOB);
    Eventually.isSo(
        "that is told", () -> b.news.contains(new News(LOUNGE, ALICE, new Effect(true, false))));
  }

  /** The clock of a frozen node stands still, and then has gone on. */
  @Test
  void aNodeThatThawsTellsOfNobodyWhoHasGoneMeanwhile() {
    a.presence.enter(window(LOUNGE, ALICE, 1));
    awaitPeople(b, LOUNGE, ALICE);
    cable.cut();
    Eventually.isSo("the cut is noticed", () -> !a.link.isUp());
    clock.advance(Presence.LEASE);
    awaitPeople(b, LOUNGE);
    b.presence.enter(window(LOUNGE, BOB, 1));
    cable.mend();
    awaitPeople(a, LOUNGE, BOB);
    assertEquals(List.of(BOB), b.presence.people(LOUNGE).stream().map(Present::user).toList());
    assertTrue(a.presence.renew(window(LOUNGE, ALICE, 1)).moved(), "a sign of life after all");
    awaitPeople(b, LOUNGE, BOB, ALICE);
  }

  @Test
  void whatHappensWhileRedisIsAwayIsKnownWhenItIsBack() {
    a.presence.enter(window(LOUNGE, ALICE, 1));
    awaitPeople(b, LOUNGE, ALICE);
    redis.kill();
    Eventually.isSo("it is away", () -> !a.link.isUp() && !b.link.isUp());
    a.presence.leave(window(LOUNGE, ALICE, 1));
    a.presence.enter(window(GARDEN, ALICE, 2));
    b.presence.enter(window(LOUNGE, BOB, 1));
    Eventually.pause(Duration.ofMillis(300));
    assertEquals(Set.of(LOUNGE), b.presence.logs(ALICE.id()));
    redis.run();
    awaitPeople(b, GARDEN, ALICE);
    awaitPeople(b, LOUNGE, BOB);
    awaitPeople(a, LOUNGE, BOB);
  }

  @Test
  void nothingOfItIsStoredInRedis() {
    a.presence.enter(window(LOUNGE, ALICE, 1));
    awaitPeople(b, LOUNGE, ALICE);
    assertEquals(0L, redis.ask(RedisServerCommands::dbsize).longValue());
  }
}
