package chat.warren.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.warren.chat.Entry;
import chat.warren.chat.Notice;
import chat.warren.redis.Node.Reader;
import chat.warren.testing.Cable;
import chat.warren.testing.Eventually;
import chat.warren.testing.RedisProcess;
import io.lettuce.core.KillArgs;
import io.lettuce.core.api.sync.RedisServerCommands;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Redis that is killed, frozen, cut off or emptied while people on two nodes talk: what they say
 * goes on arriving, and afterwards nobody has missed anything or heard it twice.
 */
@Timeout(180)
class RedisFaultsTest {
  /** Longer than a session is waited for. */
  private static final Duration LONG = Duration.ofSeconds(6);

  @TempDir Path directory;
  private RedisProcess redis;
  private SharedStore store;
  private Node a;
  private Node b;
  private Reader here;
  private Reader there;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
    store = new SharedStore(directory);
    a = new Node(store, RedisAddress.of(redis.address()), Clock.systemUTC());
    b = new Node(store, RedisAddress.of(redis.address()), Clock.systemUTC());
    here = a.reads(store.lounge);
    there = b.reads(store.lounge);
    awaitBoth(true);
  }

  @AfterEach
  void stop() {
    b.close();
    a.close();
    store.close();
    redis.close();
  }

  private void awaitBoth(boolean up) {
    Eventually.isSo(
        "Redis is " + (up ? "there" : "away"),
        () -> up ? a.link.isWhole() && b.link.isWhole() : !a.link.isUp() && !b.link.isUp());
  }

  private void talk() {
    there.await(a.say(store.lounge, store.alice, "hello"));
    here.await(b.say(store.lounge, store.bob, "hello yourself"));
  }

  private void checkNothingIsMissing() {
    Entry last = a.say(store.lounge, store.alice, "good night");
    here.await(last);
    there.await(last);
    List<Long> all = LongStream.rangeClosed(1, last.seq()).boxed().toList();
    assertEquals(all, here.heard());
    assertEquals(all, there.heard());
  }

  @Test
  void isKilledAndStartedAgain() {
    talk();
    redis.kill();
    talk();
    awaitBoth(false);
    talk();
    Eventually.pause(LONG);
    talk();
    redis.run();
    awaitBoth(true);
    talk();
    checkNothingIsMissing();
  }

  @Test
  void isFrozenAndThaws() {
    talk();
    redis.freeze();
    talk();
    awaitBoth(false);
    talk();
    Eventually.pause(LONG);
    talk();
    redis.thaw();
    awaitBoth(true);
    talk();
    checkNothingIsMissing();
  }

  @Test
  void isFrozenForAMomentAndSoonAnswersAllThatWaits() {
    Thread talking = new Thread(this::talk);
    redis.freeze();
    talking.start();
    awaitBoth(false);
    redis.thaw();
    awaitBoth(true);
    Eventually.isSo("they are done", () -> !talking.isAlive());
    checkNothingIsMissing();
  }

  @Test
  void losesItsConnectionsAgainAndAgain() {
    AtomicBoolean over = new AtomicBoolean();
    Thread talking =
        new Thread(
            () -> {
              while (!over.get()) {
                a.say(store.lounge, store.alice, "hello");
                b.say(store.lounge, store.bob, "hello yourself");
              }
            });
    talking.start();
    for (KillArgs who : List.of(KillArgs.Builder.typePubsub(), KillArgs.Builder.typeNormal())) {
      redis.ask(commands -> commands.clientKill(who.skipme()));
      Eventually.pause(Duration.ofMillis(300));
      awaitBoth(true);
    }
    over.set(true);
    Eventually.isSo("they are done", () -> !talking.isAlive());
    checkNothingIsMissing();
  }

  @Test
  void forgetsEverything() {
    talk();
    redis.ask(RedisServerCommands::flushall);
    talk();
    checkNothingIsMissing();
  }

  @Test
  void isAwayFromOneNodeOnly() {
    try (Cable cable = new Cable(redis.port());
        Node c =
            new Node(
                store, RedisAddress.of("redis://127.0.0.1:" + cable.port()), Clock.systemUTC());
        Reader elsewhere = c.reads(store.lounge)) {
      elsewhere.await(a.say(store.lounge, store.alice, "hello"));
      Eventually.isSo("all are there", () -> a.link.isWhole() && c.link.isWhole());
      cable.cut();
      Eventually.isSo("the cut is noticed", () -> !c.link.isUp() && !a.link.isWhole());
      here.await(c.say(store.lounge, store.bob, "can you hear me?"));
      elsewhere.await(a.say(store.lounge, store.alice, "we can"));
      int notices = a.notices.size();
      Eventually.isSo(
          "rights are asked anew",
          () -> a.notices.subList(notices, a.notices.size()).contains(Notice.ANYTHING));
      cable.mend();
      Eventually.isSo("all are there again", () -> a.link.isWhole() && c.link.isWhole());
      checkNothingIsMissing();
      assertEquals(here.heard(), elsewhere.heard());
    }
  }

  @Test
  void whatWasAnnouncedMeanwhileIsAskedForByTheOthers() {
    redis.freeze();
    awaitBoth(false);
    int before = b.notices.size();
    Eventually.isSo("rights are asked anew", () -> b.notices.size() > before + 1);
    assertEquals(
        List.of(Notice.ANYTHING),
        b.notices.subList(before, b.notices.size()).stream().distinct().toList());
    redis.thaw();
  }

  @Test
  void isNotThereYet(@TempDir Path elsewhere) {
    RedisProcess late = RedisProcess.start();
    late.kill();
    try (SharedStore other = new SharedStore(elsewhere);
        Node first = new Node(other, RedisAddress.of(late.address()), Clock.systemUTC());
        Node second = new Node(other, RedisAddress.of(late.address()), Clock.systemUTC());
        Reader reader = second.reads(other.lounge)) {
      assertFalse(first.link.isUp());
      reader.await(first.say(other.lounge, other.alice, "hello"));
      late.run();
      Eventually.isSo("it is there", () -> first.link.isWhole() && second.link.isWhole());
      reader.await(first.say(other.lounge, other.alice, "hello again"));
      assertEquals(List.of(1L, 2L), reader.heard());
    } finally {
      late.close();
    }
  }
}
