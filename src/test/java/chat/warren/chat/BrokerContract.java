package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.chat.Broker.Subscription;
import chat.warren.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link Broker} keeps to; it may deliver on a thread of its own. */
@Timeout(30)
public abstract class BrokerContract {
  private static final long LOUNGE = 1;
  private static final long GARDEN = 2;
  private static final User ALICE = new User(7, "guest-a11c", "Alice");

  private Broker broker;

  /** A broker for one test. */
  protected abstract Broker open();

  /** Ends what was opened. */
  protected void end() {}

  @BeforeEach
  void make() {
    broker = open();
  }

  @AfterEach
  void unmake() {
    end();
  }

  @Test
  void whatIsPublishedReachesTheFollowerOfItsLog() {
    Follower follower = new Follower(LOUNGE);
    Entry entry =
        new Entry(
            LOUNGE, 1, Instant.EPOCH, ALICE, "a", new Act.Say("👩\u200d💻 \"hello\"\r\n", null));
    broker.publish(LOUNGE, List.of(entry));
    assertEquals(List.of(entry), follower.next(1));
  }

  @Test
  void anEntryWithoutAnIdArrivesWithoutOne() {
    Follower follower = new Follower(LOUNGE);
    Entry entry = new Entry(LOUNGE, 1, Instant.EPOCH, ALICE, null, new Act.Say("hello", null));
    broker.publish(LOUNGE, List.of(entry));
    assertEquals(List.of(entry), follower.next(1));
  }

  @Test
  void entriesArriveInTheOrderOfPublishing() {
    Follower follower = new Follower(LOUNGE);
    for (long seq = 1; seq <= 1_000; seq += 4) {
      broker.publish(
          LOUNGE,
          List.of(
              entry(LOUNGE, seq),
              entry(LOUNGE, seq + 1),
              entry(LOUNGE, seq + 2),
              entry(LOUNGE, seq + 3)));
    }
    assertEquals(
        LongStream.rangeClosed(1, 1_000).boxed().toList(),
        follower.next(1_000).stream().map(Entry::seq).toList());
  }

  @Test
  void aFollowerHearsNothingOfOtherLogs() {
    Follower lounge = new Follower(LOUNGE);
    Follower garden = new Follower(GARDEN);
    broker.publish(GARDEN, List.of(entry(GARDEN, 1)));
    broker.publish(LOUNGE, List.of(entry(LOUNGE, 1)));
    assertEquals(List.of(entry(LOUNGE, 1)), lounge.next(1));
    assertEquals(List.of(entry(GARDEN, 1)), garden.next(1));
    lounge.assertNothingWaits();
    garden.assertNothingWaits();
  }

  @Test
  void whatNobodyFollowsIsLetGo() {
    broker.publish(LOUNGE, List.of(entry(LOUNGE, 1)));
    Follower follower = new Follower(LOUNGE);
    broker.publish(LOUNGE, List.of(entry(LOUNGE, 2)));
    assertEquals(List.of(entry(LOUNGE, 2)), follower.next(1));
  }

  @Test
  void allWhoFollowALogHear() {
    Follower one = new Follower(LOUNGE);
    Follower other = new Follower(LOUNGE);
    broker.publish(LOUNGE, List.of(entry(LOUNGE, 1)));
    assertEquals(List.of(entry(LOUNGE, 1)), one.next(1));
    assertEquals(List.of(entry(LOUNGE, 1)), other.next(1));
  }

  @Test
  void whoFollowsNoMoreHearsNoMore() {
    Follower follower = new Follower(LOUNGE);
    Follower witness = new Follower(GARDEN);
    follower.subscription.close();
    broker.publish(LOUNGE, List.of(entry(LOUNGE, 1)));
    broker.publish(GARDEN, List.of(entry(GARDEN, 1)));
    witness.next(1);
    follower.assertNothingWaits();
  }

  @Test
  void leavingTwiceIsLeavingOnce() {
    Follower follower = new Follower(LOUNGE);
    follower.subscription.close();
    follower.subscription.close();
  }

  @Test
  void whoFollowsAgainHearsAgain() {
    new Follower(LOUNGE).subscription.close();
    Follower again = new Follower(LOUNGE);
    broker.publish(LOUNGE, List.of(entry(LOUNGE, 1)));
    assertEquals(List.of(entry(LOUNGE, 1)), again.next(1));
  }

  @Test
  void anEarlierFollowerWhoLeavesDoesNotTakeALaterOneAlong() {
    Follower earlier = new Follower(LOUNGE);
    Follower later = new Follower(LOUNGE);
    earlier.subscription.close();
    broker.publish(LOUNGE, List.of(entry(LOUNGE, 1)));
    assertEquals(List.of(entry(LOUNGE, 1)), later.next(1));
  }

  @Test
  void aNoticeIsHeardBeforeWhoAnnouncesItGoesOn() {
    List<Notice> heard = new CopyOnWriteArrayList<>();
    broker.listen(heard::add);
    broker.announce(Notice.ofLog(LOUNGE));
    broker.announce(Notice.ofPerson(ALICE.id()));
    assertTrue(
        heard.containsAll(List.of(Notice.ofLog(LOUNGE), Notice.ofPerson(ALICE.id()))),
        heard::toString);
  }

  @Test
  void whoListensNoMoreHearsNoNotice() {
    List<Notice> heard = new CopyOnWriteArrayList<>();
    broker.listen(heard::add).close();
    broker.announce(Notice.ofLog(LOUNGE));
    assertEquals(List.of(), heard);
  }

  @Test
  void aSignalIsForOtherNodesOnly() {
    List<Signal> heard = new CopyOnWriteArrayList<>();
    Follower follower = new Follower(LOUNGE);
    broker.hear((log, signal) -> heard.add(signal));
    broker.signal(LOUNGE, List.of(new Signal.Typing(ALICE)));
    broker.publish(LOUNGE, List.of(entry(LOUNGE, 1)));
    follower.next(1);
    assertEquals(List.of(), heard);
  }

  private static Entry entry(long log, long seq) {
    return new Entry(log, seq, Instant.EPOCH, ALICE, "id " + seq, new Act.Say("text " + seq, null));
  }

  private final class Follower {
    private final BlockingQueue<Entry> heard = new LinkedBlockingQueue<>();
    private final Subscription subscription;

    Follower(long log) {
      subscription = broker.follow(log, heard::addAll);
    }

    List<Entry> next(int count) {
      List<Entry> entries = new ArrayList<>();
      try {
        Entry entry;
        while (entries.size() < count && (entry = heard.poll(10, TimeUnit.SECONDS)) != null) {
          entries.add(entry);
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return entries;
    }

    void assertNothingWaits() {
      assertEquals(List.of(), List.copyOf(heard));
    }
  }
}
