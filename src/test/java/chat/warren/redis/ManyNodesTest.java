package chat.warren.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.warren.SettableClock;
import chat.warren.chat.Act;
import chat.warren.chat.Entry;
import chat.warren.chat.Level;
import chat.warren.chat.Notice;
import chat.warren.chat.Signal;
import chat.warren.redis.Node.Reader;
import chat.warren.testing.Eventually;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one store, and a Redis that does what it should. */
@Timeout(120)
class ManyNodesTest {
  private abstract static class OnRedis {
    private static final long NOWHERE = 1_000_000;

    private final boolean maySharded;
    @TempDir Path directory;
    private SharedStore store;
    private Node a;
    private Node b;

    OnRedis(boolean maySharded) {
      this.maySharded = maySharded;
    }

    @BeforeEach
    void start() {
      store = new SharedStore(directory);
      a = node();
      b = node();
      Eventually.isSo("both know each other", () -> a.link.isWhole() && b.link.isWhole());
    }

    private Node node() {
      return new Node(store, TestRedis.address(), new SettableClock(), maySharded);
    }

    @AfterEach
    void stop() {
      b.close();
      a.close();
      store.close();
    }

    @Test
    void whatIsSaidOnOneIsHeardOnBoth() {
      try (Reader here = a.reads(store.lounge);
          Reader there = b.reads(store.lounge)) {
        there.await(a.say(store.lounge, store.alice, "hello"));
        here.await(b.say(store.lounge, store.bob, "hello yourself"));
        assertEquals(List.of(1L, 2L), here.heard());
        assertEquals(List.of(1L, 2L), there.heard());
      }
    }

    @Test
    void thoseWhoSpeakOnBothAtOnceMakeOneOrder() throws InterruptedException {
      int each = 300;
      try (Reader here = a.reads(store.lounge);
          Reader there = b.reads(store.lounge)) {
        Entry first = a.say(store.lounge, store.alice, "everybody ready?");
        here.await(first);
        there.await(first);
        Thread alice = new Thread(() -> sayMany(a, each));
        Thread bob = new Thread(() -> sayMany(b, each));
        alice.start();
        bob.start();
        alice.join();
        bob.join();
        List<Long> all = LongStream.rangeClosed(1, 2 * each + 1).boxed().toList();
        Eventually.isSo("all is heard here", () -> here.heard().size() >= all.size());
        Eventually.isSo("all is heard there", () -> there.heard().size() >= all.size());
        assertEquals(all, here.heard());
        assertEquals(all, there.heard());
      }
    }

    private void sayMany(Node node, int count) {
      for (int i = 0; i < count; i++) {
        node.say(store.lounge, node == a ? store.alice : store.bob, "text " + i);
      }
    }

    /** No store has these entries: only Redis can have brought them. */
    @Test
    void redisBringsEntriesWithoutTheStore() {
      List<Entry> heard = new CopyOnWriteArrayList<>();
      List<Entry> entries = new ArrayList<>();
      for (long seq = 1; seq <= 200; seq++) {
        Act act = new Act.Say(seq + "x".repeat(4_000), null);
        entries.add(new Entry(NOWHERE, seq, Instant.EPOCH, store.alice, "id " + seq, act));
      }
      try (var following = b.broker.follow(NOWHERE, heard::addAll)) {
        Eventually.isSo("the log is listened to", () -> isListenedTo(heard, entries.get(0)));
        a.broker.publish(NOWHERE, entries);
        Eventually.isSo("all of them came", () -> heard.size() == entries.size());
        assertEquals(entries.toString(), heard.toString());
      }
    }

    private boolean isListenedTo(List<Entry> heard, Entry first) {
      a.broker.publish(NOWHERE, List.of(first));
      return !heard.isEmpty();
    }

    @Test
    void aNoticeIsHeardOnBoth() {
      a.broker.announce(new Notice(5, 7));
      Eventually.isSo("it is heard", () -> b.notices.contains(new Notice(5, 7)));
      assertEquals(1, a.notices.stream().filter(new Notice(5, 7)::equals).count());
    }

    @Test
    void aSignalIsHeardOnTheOtherThatFollowsItsLog() {
      Signal typing = new Signal.Typing(store.alice);
      Signal marked = new Signal.Marked(store.bob, 7L, Level.MENTIONS);
      try (Reader here = a.reads(store.lounge);
          Reader there = b.reads(store.lounge)) {
        there.await(a.say(store.lounge, store.alice, "hello"));
        a.broker.signal(store.garden.log(), List.of(typing));
        a.broker.signal(store.lounge.log(), List.of(typing, marked));
        Eventually.isSo("it is heard", () -> b.signals.contains(marked));
        assertEquals(List.of(typing, marked), b.signals);
        assertEquals(List.of(), a.signals);
        assertEquals(List.of(1L), here.heard());
      }
    }

    @Test
    void theNodesOfAnotherStoreHearNothing(@TempDir Path elsewhere) {
      try (SharedStore other = new SharedStore(elsewhere);
          Node stranger = new Node(other, TestRedis.address(), new SettableClock(), maySharded);
          Reader theirs = stranger.reads(other.lounge);
          Reader ours = b.reads(store.lounge)) {
        a.broker.announce(new Notice(5, 7));
        ours.await(a.say(store.lounge, store.alice, "hello"));
        stranger.say(other.lounge, other.alice, "hello");
        stranger.say(other.lounge, other.alice, "anybody there?");
        Eventually.isSo("they hear themselves", () -> theirs.heard().size() == 2);
        assertEquals(List.of(1L), ours.heard());
        assertFalse(stranger.notices.contains(new Notice(5, 7)));
      }
    }

    @Test
    void whoFollowsNoMoreIsSentNothingMore() {
      Reader there = b.reads(store.lounge);
      there.await(a.say(store.lounge, store.alice, "hello"));
      there.close();
      try (Reader later = b.reads(store.garden)) {
        a.say(store.lounge, store.alice, "anybody there?");
        later.await(a.say(store.garden, store.alice, "hello"));
      }
      assertEquals(List.of(1L), there.heard());
    }
  }

  @Nested
  class WithShardedPubSub extends OnRedis {
    WithShardedPubSub() {
      super(true);
    }
  }

  @Nested
  class WithOrdinaryPubSub extends OnRedis {
    WithOrdinaryPubSub() {
      super(false);
    }
  }
}
