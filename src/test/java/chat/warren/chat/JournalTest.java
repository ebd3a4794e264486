package chat.warren.chat;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.DisplayName;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
@ParameterizedClass
@EnumSource(Store.class)
class JournalTest {
  @Parameter private Store store;
  private final List<Entry> published = Collections.synchronizedList(new ArrayList<>());
  private final List<Notice> announced = Collections.synchronizedList(new ArrayList<>());
  private volatile Consumer<List<Entry>> whenPublished = entries -> {};
  private Log log;

  @BeforeEach
  void open(@TempDir Path directory) {
    log = new Log(store, directory, new Noting());
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void entriesAreNumberedOneTwoThree() {
    assertEquals(1, log.say(log.lounge, log.alice, "a", "one").entry().seq());
    assertEquals(2, log.say(log.lounge, log.bob, "b", "two").entry().seq());
    assertEquals(3, log.say(log.lounge, log.alice, "c", "three").entry().seq());
    assertEquals(List.of("one", "two", "three"), log.texts(log.lounge));
    assertEquals(3, log.history.head(log.lounge));
  }

  @Test
  void thatALogBeginsIsAnnouncedOnce() {
    log.say(log.lounge, log.alice, "a", "one");
    log.say(log.lounge, log.bob, "b", "two");
    log.say(log.garden, log.bob, "c", "one");
    assertEquals(List.of(Notice.ofLog(log.lounge), Notice.ofLog(log.garden)), announced);
  }

  @Test
  void eachLogCountsForItself() {
    log.say(log.lounge, log.alice, "a", "in the lounge");
    log.say(log.lounge, log.alice, "b", "in the lounge again");
    assertEquals(1, log.say(log.garden, log.alice, "c", "in the garden").entry().seq());
    assertEquals(List.of("in the garden"), log.texts(log.garden));
    assertEquals(0, log.history.head(log.attic));
  }

  @Test
  void aReceiptShowsTheEntryAsItIsStored() {
    Receipt receipt = log.say(log.lounge, log.alice, "a", "  hello \r\n 👩\u200d💻 '\"\\ ");
    Entry expected =
        new Entry(
            log.lounge,
            1,
            log.clock.instant(),
            log.alice,
            "a",
            new Act.Say("  hello \r\n 👩\u200d💻 '\"\\ ", null));
    assertEquals(new Receipt(expected, false), receipt);
    assertEquals(List.of(expected), log.all(log.lounge));
  }

  @Test
  void aReceiptIsGivenOnlyForWhatIsInTheStore() {
    List<CompletableFuture<Boolean>> found = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      found.add(log.append(log.lounge, log.alice, null, "text " + i).thenApply(this::isStored));
    }
    found.forEach(isStored -> assertTrue(Log.join(isStored)));
  }

  private boolean isStored(Receipt receipt) {
    return log.history
        .after(log.lounge, receipt.entry().seq() - 1, 1)
        .equals(List.of(receipt.entry()));
  }

  @Test
  void aRoomInWhichSomebodyWroteHasChangedNow() {
    log.clock.advance(Duration.ofHours(1));
    log.say(log.lounge, log.alice, "a", "hello");
    Long changed =
        log.database.read(
            handle ->
                handle
                    .createQuery("select changed_at from log where id = :log")
                    .bind("log", log.lounge)
                    .mapTo(Long.class)
                    .one());
    assertEquals(log.clock.millis(), changed);
  }

  @Test
  void theSameMessageAgainGetsItsFirstReceiptAndAddsNothing() {
    Receipt first = log.say(log.lounge, log.alice, "a", "hello");
    log.say(log.lounge, log.bob, "b", "hi");
    log.clock.advance(Duration.ofMinutes(5));
    Receipt again = log.say(log.lounge, log.alice, "a", "hello");
    assertEquals(new Receipt(first.entry(), true), again);
    assertEquals(List.of("hello", "hi"), log.texts(log.lounge));
    assertEquals(2, log.history.head(log.lounge));
    assertEquals(2, published.size());
  }

  @Test
  void theSameMessageTwiceInOneBatchIsStoredOnce() {
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    inOneBatch(
        () -> {
          receipts.add(log.append(log.lounge, log.alice, "a", "hello"));
          receipts.add(log.append(log.lounge, log.alice, "a", "hello"));
          receipts.add(log.append(log.lounge, log.alice, "b", "bye"));
        });
    Receipt first = Log.join(receipts.get(0));
    assertFalse(first.again());
    assertEquals(new Receipt(first.entry(), true), Log.join(receipts.get(1)));
    assertEquals(2, Log.join(receipts.get(2)).entry().seq());
    assertEquals(List.of("hello", "bye"), log.texts(log.lounge));
  }

  @Test
  void anotherTextUnderTheSameIdIsRefused() {
    log.say(log.lounge, log.alice, "a", "hello");
    assertRefused(Refusal.ID_REUSED, () -> log.say(log.lounge, log.alice, "a", "hello!"));
    assertEquals(List.of("hello"), log.texts(log.lounge));
  }

  @Test
  void theSameMessageInAnotherRoomIsRefused() {
    log.say(log.lounge, log.alice, "a", "hello");
    assertRefused(Refusal.ID_REUSED, () -> log.say(log.garden, log.alice, "a", "hello"));
    assertEquals(List.of(), log.all(log.garden));
    assertEquals(0, log.history.head(log.garden));
  }

  @Test
  void aReusedIdSpoilsNothingElseInItsBatch() {
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    inOneBatch(
        () -> {
          receipts.add(log.append(log.lounge, log.alice, "a", "one"));
          receipts.add(log.append(log.lounge, log.alice, "a", "other"));
          receipts.add(log.append(log.garden, log.alice, "a", "one"));
          receipts.add(log.append(log.lounge, log.alice, "b", "two"));
        });
    assertEquals(1, Log.join(receipts.get(0)).entry().seq());
    assertRefused(Refusal.ID_REUSED, () -> Log.join(receipts.get(1)));
    assertRefused(Refusal.ID_REUSED, () -> Log.join(receipts.get(2)));
    assertEquals(2, Log.join(receipts.get(3)).entry().seq());
  }

  @Test
  void theSameIdOfAnotherAuthorIsAnotherMessage() {
    log.say(log.lounge, log.alice, "a", "hello");
    assertFalse(log.say(log.lounge, log.bob, "a", "hello").again());
    assertEquals(List.of("hello", "hello"), log.texts(log.lounge));
  }

  @Test
  void idsThatDifferOnlyInCaseAreTwo() {
    log.say(log.lounge, log.alice, "a", "hello");
    assertFalse(log.say(log.lounge, log.alice, "A", "hello").again());
  }

  @Test
  void messagesWithoutAnIdAreAlwaysNew() {
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    inOneBatch(
        () -> {
          for (int i = 0; i < 3; i++) {
            receipts.add(log.append(log.lounge, log.alice, null, "hello"));
          }
        });
    receipts.add(log.append(log.lounge, log.alice, null, "hello"));
    for (CompletableFuture<Receipt> receipt : receipts) {
      assertFalse(Log.join(receipt).again());
      assertNull(Log.join(receipt).entry().id());
    }
    assertEquals(4, log.history.head(log.lounge));
  }

  @Test
  void aMessageIsTheSameAfterARestart(@TempDir Path directory) {
    User alice;
    Receipt first;
    try (Log before = new Log(store, directory, new Noting())) {
      alice = before.alice;
      first = before.say(before.lounge, alice, "a", "hello");
    }
    try (Log after = new Log(store, directory, new Noting())) {
      assertEquals(new Receipt(first.entry(), true), after.say(after.lounge, alice, "a", "hello"));
      assertEquals(2, after.say(after.lounge, alice, "b", "back again").entry().seq());
    }
  }

  @Test
  void entriesArePublishedInOrderBeforeTheirReceiptsAreGiven() {
    List<Boolean> publishedBefore = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Void>> told = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      told.add(
          log.append(log.lounge, log.alice, "id " + i, "text " + i)
              .thenAccept(receipt -> publishedBefore.add(published.contains(receipt.entry()))));
    }
    told.forEach(Log::join);
    assertEquals(Collections.nCopies(100, true), publishedBefore);
    assertEquals(log.all(log.lounge), published);
  }

  @Test
  void onlyWhatIsStoredIsPublished() {
    List<List<Entry>> stored = Collections.synchronizedList(new ArrayList<>());
    whenPublished =
        entries ->
            stored.add(log.history.after(log.lounge, entries.get(0).seq() - 1, entries.size()));
    for (int i = 0; i < 20; i++) {
      log.say(log.lounge, log.alice, null, "text " + i);
    }
    assertEquals(published, stored.stream().flatMap(List::stream).toList());
  }

  @Test
  void aBrokerThatFailsKeepsNoReceiptBack() {
    whenPublished =
        entries -> {
          throw new IllegalStateException("the broker is down");
        };
    assertEquals(1, log.say(log.lounge, log.alice, "a", "hello").entry().seq());
    whenPublished = entries -> {};
    assertEquals(2, log.say(log.lounge, log.alice, "b", "hello again").entry().seq());
  }

  @Test
  void whatTheStoreCannotTakeIsRefusedAndTheNextIsTaken() {
    long nowhere = 4711;
    Refused refused =
        assertRefused(Refusal.NOT_STORED, () -> log.say(nowhere, log.alice, "a", "hello"));
    assertTrue(refused.refusal().retry());
    assertEquals(1, log.say(log.lounge, log.alice, "a", "hello").entry().seq());
    assertEquals(1, published.size());
  }

  @Test
  void aFullQueueIsBusyAndTakesAgainLater() {
    List<User> people = log.people(20);
    CountDownLatch goOn = new CountDownLatch(1);
    hold(goOn);
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    Refused refused =
        assertRefused(
            Refusal.BUSY,
            () -> {
              for (int i = 0; i <= 10_000; i++) {
                receipts.add(log.append(log.garden, people.get(i % 20), null, "text " + i));
              }
            });
    goOn.countDown();
    assertTrue(refused.refusal().retry());
    receipts.forEach(Log::join);
    assertEquals(10_000, log.history.head(log.garden));
    assertEquals(10_001, log.say(log.garden, log.alice, "a", "once more").entry().seq());
  }

  @Test
  void whoSendsWithoutMeasureIsBusyAndTheOthersAreNot() {
    CountDownLatch goOn = new CountDownLatch(1);
    hold(goOn);
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    assertRefused(
        Refusal.BUSY,
        () -> {
          for (int i = 0; i < 1_000; i++) {
            receipts.add(log.append(log.garden, log.alice, null, "text " + i));
          }
        });
    receipts.add(log.append(log.garden, log.bob, null, "text"));
    goOn.countDown();
    receipts.forEach(Log::join);
    assertTrue(receipts.size() > 900, receipts.size() + " are few");
    assertEquals(receipts.size(), log.history.head(log.garden));
    assertEquals("later", log.say(log.garden, log.alice, "a", "later").entry().act().text());
  }

  @Test
  void longTextsFillAShareSooner() {
    CountDownLatch goOn = new CountDownLatch(1);
    hold(goOn);
    String text = "x".repeat(8_000);
    for (int i = 0; i < 111; i++) {
      log.append(log.garden, log.alice, null, text);
    }
    assertRefused(Refusal.BUSY, () -> log.append(log.garden, log.alice, null, text));
    goOn.countDown();
  }

  @Test
  void whatWaitsIsStoredBeforeTheJournalCloses() {
    List<User> people = log.people(6);
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      receipts.add(log.append(log.lounge, people.get(i % 6), null, "text " + i));
    }
    log.journal.close();
    receipts.forEach(
        receipt -> assertTrue(receipt.isDone() && !receipt.isCompletedExceptionally()));
    assertEquals(
        IntStream.range(0, 3_000).mapToObj(i -> "text " + i).toList(), log.texts(log.lounge));
  }

  @Test
  void aClosedJournalRefuses() {
    log.journal.close();
    Refused refused =
        assertRefused(Refusal.CLOSING, () -> log.append(log.lounge, log.alice, "a", "hello"));
    assertTrue(refused.refusal().retry());
    assertEquals(0, log.history.head(log.lounge));
  }

  @Test
  void whoeverIsLetInWhileTheJournalClosesIsAnswered() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<CompletableFuture<Receipt>> receipts = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 4; i++) {
      writers.execute(() -> writeUntilRefused(receipts));
    }
    Thread.sleep(50);
    log.journal.close();
    writers.shutdown();
    assertTrue(writers.awaitTermination(20, TimeUnit.SECONDS));
    long stored = 0;
    for (CompletableFuture<Receipt> receipt : receipts) {
      assertTrue(receipt.isDone());
      stored += receipt.isCompletedExceptionally() ? 0 : 1;
    }
    assertEquals(stored, log.history.head(log.lounge));
  }

  private void writeUntilRefused(List<CompletableFuture<Receipt>> receipts) {
    while (true) {
      try {
        receipts.add(log.append(log.lounge, log.alice, null, "text"));
      } catch (Refused refused) {
        if (refused.refusal() == Refusal.CLOSING) {
          return;
        }
        Thread.yield();
      }
    }
  }

  @Test
  void manyWhoWriteAtOnceAreAllStoredInTheirOwnOrder() throws Exception {
    int writers = 8;
    int each = 500;
    long[] logs = {log.lounge, log.garden, log.attic};
    Users users = new Users(log.database, log.clock);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    List<Future<List<Receipt>>> work = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      User author = users.welcome(new DisplayName("Writer " + i));
      work.add(threads.submit(() -> write(author, logs, each)));
    }
    List<Receipt> receipts = new ArrayList<>();
    for (Future<List<Receipt>> done : work) {
      receipts.addAll(done.get());
    }
    threads.shutdown();

    List<Entry> stored = new ArrayList<>();
    for (long each1 : logs) {
      List<Entry> entries = log.all(each1);
      assertEquals(
          LongStream.rangeClosed(1, log.history.head(each1)).boxed().toList(),
          entries.stream().map(Entry::seq).toList());
      assertEquals(entries, published.stream().filter(entry -> entry.log() == each1).toList());
      assertEachAuthorsOrder(entries);
      stored.addAll(entries);
    }
    assertEquals(writers * each, stored.size());
    assertTrue(stored.containsAll(receipts.stream().map(Receipt::entry).toList()));
  }

  private List<Receipt> write(User author, long[] logs, int count) {
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      receipts.add(log.append(logs[i % logs.length], author, "id " + i, "" + i));
    }
    return receipts.stream().map(Log::join).toList();
  }

  private static void assertEachAuthorsOrder(List<Entry> entries) {
    List<User> authors = entries.stream().map(Entry::author).distinct().toList();
    assertNotEquals(0, authors.size());
    for (User author : authors) {
      List<Integer> numbers =
          entries.stream()
              .filter(entry -> entry.author().equals(author))
              .map(entry -> Integer.valueOf(entry.act().text()))
              .toList();
      assertEquals(numbers.stream().sorted().toList(), numbers);
    }
  }

  /** Lets the writing thread wait, so that all that is queued meanwhile goes into one batch. */
  private void inOneBatch(Runnable appends) {
    CountDownLatch goOn = new CountDownLatch(1);
    hold(goOn);
    appends.run();
    goOn.countDown();
  }

  private void hold(CountDownLatch goOn) {
    CountDownLatch held = new CountDownLatch(1);
    whenPublished =
        entries -> {
          held.countDown();
          await(goOn);
        };
    log.append(log.attic, log.bob, null, "wait");
    await(held);
    whenPublished = entries -> {};
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private final class Noting implements Broker {
    @Override
    public void publish(long log, List<Entry> entries) {
      entries.forEach(entry -> assertEquals(log, entry.log()));
      published.addAll(entries);
      whenPublished.accept(entries);
    }

    @Override
    public Subscription follow(long log, Consumer<List<Entry>> follower) {
      throw new UnsupportedOperationException("nobody follows");
    }

    @Override
    public void announce(Notice notice) {
      announced.add(notice);
    }

    @Override
    public Subscription listen(Consumer<Notice> listener) {
      throw new UnsupportedOperationException("nobody listens");
    }

    @Override
    public void signal(long log, List<Signal> signals) {
      throw new UnsupportedOperationException("nobody hears");
    }

    @Override
    public Subscription hear(BiConsumer<Long, Signal> listener) {
      throw new UnsupportedOperationException("nobody hears");
    }
  }
}
