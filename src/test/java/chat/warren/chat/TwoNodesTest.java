package chat.warren.chat;

import static chat.warren.Refusals.assertRefused;
import static chat.warren.testing.AtOnce.both;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.memory.InProcessBroker;
import chat.warren.room.Change;
import chat.warren.room.Role;
import chat.warren.testing.Postgres;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import chat.warren.user.User;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/** Two journals write into the same logs of one PostgreSQL. */
@Timeout(120)
class TwoNodesTest {
  private static final int WRITERS = 6;
  private static final int EACH = 300;

  private final List<Entry> publishedHere = Collections.synchronizedList(new ArrayList<>());
  private final List<Entry> publishedThere = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newFixedThreadPool(2 * WRITERS);
  private Log here;
  private Log there;

  @TempDir private Path directory;

  @BeforeEach
  void open() {
    here = node(directory, publishedHere);
    there = node(directory, publishedThere);
  }

  private static Log node(Path directory, List<Entry> published) {
    InProcessBroker broker = new InProcessBroker();
    Log log = new Log(Store.POSTGRESQL, directory, broker);
    LongStream.of(log.lounge, log.garden, log.attic)
        .forEach(id -> broker.follow(id, published::addAll));
    return log;
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    here.close();
    there.close();
  }

  @Test
  void manyWhoWriteOnBothAreNumberedWithoutAGapAndReadInOneOrder() throws Exception {
    List<Future<List<Receipt>>> work = new ArrayList<>();
    for (Log node : List.of(here, there)) {
      for (User author : node.people(WRITERS)) {
        work.add(threads.submit(() -> write(node, author)));
      }
    }
    List<Entry> acknowledged = new ArrayList<>();
    for (Future<List<Receipt>> done : work) {
      done.get().forEach(receipt -> acknowledged.add(receipt.entry()));
    }
    assertEquals(2 * WRITERS * EACH, acknowledged.size());
    List<Entry> stored = new ArrayList<>();
    for (long log : logs()) {
      List<Entry> entries = here.all(log);
      assertEquals(
          LongStream.rangeClosed(1, there.history.head(log)).boxed().toList(),
          entries.stream().map(Entry::seq).toList());
      for (List<Entry> published : List.of(publishedHere, publishedThere)) {
        List<Long> order =
            published.stream().filter(it -> it.log() == log).map(Entry::seq).toList();
        assertEquals(order.stream().sorted().toList(), order);
      }
      stored.addAll(entries);
    }
    assertEquals(new HashSet<>(stored), new HashSet<>(acknowledged));
    assertEquals(
        new HashSet<>(stored),
        new HashSet<>(Stream.of(publishedHere, publishedThere).flatMap(List::stream).toList()));
    assertEquals(stored.size(), publishedHere.size() + publishedThere.size());
  }

  private long[] logs() {
    return new long[] {here.lounge, here.garden, here.attic};
  }

  private List<Receipt> write(Log node, User author) {
    Random random = new Random(author.id());
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      receipts.add(node.append(logs()[random.nextInt(3)], author, "id " + i, "text " + i));
    }
    return receipts.stream().map(Log::join).toList();
  }

  @Test
  void theSameMessageThroughBothIsStoredOnce() {
    int many = 200;
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      receipts.add(here.append(here.lounge, here.alice, "id " + i, "text " + i));
      receipts.add(there.append(here.lounge, here.alice, "id " + i, "text " + i));
    }
    for (int i = 0; i < many; i++) {
      Receipt one = Log.join(receipts.get(2 * i));
      Receipt other = Log.join(receipts.get(2 * i + 1));
      assertEquals(one.entry(), other.entry());
      assertNotEquals(one.again(), other.again());
    }
    assertEquals(many, here.history.head(here.lounge));
    assertEquals(many, publishedHere.size() + publishedThere.size());
  }

  @Test
  void theSameIdInTwoRoomsIsOneMessageAndARefusal() throws Exception {
    for (int i = 0; i < 100; i++) {
      String id = "id " + i;
      List<Object> outcomes =
          both(
              () -> here.say(here.lounge, here.alice, id, "text"),
              () -> there.say(here.garden, here.alice, id, "text"));
      assertEquals(1, outcomes.stream().filter(Receipt.class::isInstance).count());
      assertTrue(outcomes.contains(Refusal.ID_REUSED), outcomes::toString);
    }
    assertEquals(100, here.history.head(here.lounge) + here.history.head(here.garden));
    assertEquals(100, here.all(here.lounge).size() + here.all(here.garden).size());
  }

  @Test
  void aRoomKeepsAnOwnerThoughTwoLeaveAtOnce() throws Exception {
    for (int i = 0; i < 30; i++) {
      User bob = here.people(1).get(0);
      long room = here.rooms.createPrivate("Room " + i, here.alice).log();
      here.act(room, here.alice, "invite " + i, membership(Change.INVITE, bob, null));
      here.act(room, here.alice, "role " + i, membership(Change.ROLE, bob, Role.OWNER));
      String id = "leave " + i;
      List<Object> outcomes =
          both(
              () -> here.act(room, here.alice, id, membership(Change.LEAVE, here.alice, null)),
              () -> there.act(room, bob, id, membership(Change.LEAVE, bob, null)));
      assertTrue(outcomes.contains(Refusal.LAST_OWNER), outcomes::toString);
    }
  }

  private static Act membership(Change change, User person, Role role) {
    return new Act.Membership(change, person, role, null);
  }

  @Test
  void aMessageIsEditedOrDeletedButNeverEditedAfterwards() throws Exception {
    for (int i = 0; i < 50; i++) {
      long seq = here.say(here.lounge, here.alice, "say " + i, "text").entry().seq();
      String id = "id " + i;
      List<Object> outcomes =
          both(
              () -> here.act(here.lounge, here.alice, "delete " + id, new Act.Delete(seq)),
              () -> there.act(here.lounge, here.alice, "edit " + id, new Act.Edit(seq, "new")));
      Receipt deleted = (Receipt) outcomes.get(0);
      if (outcomes.get(1) instanceof Receipt edited) {
        assertTrue(edited.entry().seq() < deleted.entry().seq());
      } else {
        assertEquals(Refusal.MESSAGE_DELETED, outcomes.get(1));
      }
    }
    assertTrue(here.history.newest(here.lounge).messages().stream().allMatch(Message::deleted));
  }

  @Test
  void slowModeCountsWhateverNodeTheNextMessageReaches() {
    Draft first = slow("a");
    Draft second = slow("b");
    Receipt said = Log.join(here.journal.append(first).toCompletableFuture());
    assertRefused(
        Refusal.SLOW_MODE, () -> Log.join(there.journal.append(second).toCompletableFuture()));
    assertEquals(
        new Receipt(said.entry(), true),
        Log.join(there.journal.append(first).toCompletableFuture()));
    there.clock.advance(Duration.ofSeconds(30));
    assertEquals(2, Log.join(there.journal.append(second).toCompletableFuture()).entry().seq());
  }

  private Draft slow(String id) {
    Act say = new Act.Say("text", null);
    return new Draft(
        here.lounge, here.alice, new MessageId(id), say, false, Duration.ofSeconds(30));
  }

  @Test
  void aCommitThatFailsLeavesNoGap() {
    here.say(here.lounge, here.alice, "before", "before");
    here.database.write(
        handle -> {
          handle.execute(
              """
              create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'not today'; end $$""");
          return handle.execute(
              """
              create constraint trigger at_commit after insert on entry
              deferrable initially deferred for each row execute function refuse()""");
        });
    for (Log node : List.of(here, there)) {
      assertRefused(Refusal.NOT_STORED, () -> node.say(here.lounge, here.alice, "at once", "no"));
    }
    here.database.write(handle -> handle.execute("drop trigger at_commit on entry"));
    assertEquals(2, there.say(here.lounge, here.alice, "at once", "yes").entry().seq());
    assertEquals(3, here.say(here.lounge, here.alice, "after", "after").entry().seq());
    assertEquals(List.of("before", "yes", "after"), here.texts(here.lounge));
  }

  @Test
  void connectionsThatAreCutAreMadeAnewBeforeAnybodyNotices() {
    here.say(here.lounge, here.alice, "before", "before");
    for (int i = 0; i < 20; i++) {
      there.database.read(
          handle ->
              handle
                  .createQuery(
                      """
                      select count(pg_terminate_backend(pid)) from pg_stat_activity
                      where datname = current_database() and pid <> pg_backend_pid()""")
                  .mapTo(Long.class)
                  .one());
      assertEquals(2 + i, here.say(here.lounge, here.alice, "id " + i, "on").entry().seq());
    }
  }

  @Test
  void aLogThatAnotherNodeHoldsTooLongHindersNoOther() throws Exception {
    try (Connection frozen =
            new Driver().connect(Postgres.shared().of(directory), new Properties());
        Statement hold = frozen.createStatement()) {
      frozen.setAutoCommit(false);
      hold.execute("select 1 from log where id = " + here.lounge + " for no key update");
      assertRefused(Refusal.NOT_STORED, () -> here.say(here.lounge, here.alice, "held", "text"));
      here.say(here.garden, here.alice, "free", "text");
    }
    assertEquals(1, here.say(here.lounge, here.alice, "held", "text").entry().seq());
  }
}
