package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.chat.Notification.Kind;
import chat.warren.memory.InProcessBroker;
import chat.warren.room.Rooms;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
  private final InProcessBroker broker = new InProcessBroker();
  private Log log;
  private Inboxes inboxes;

  @BeforeEach
  void open(@TempDir Path directory) {
    log = new Log(directory, broker);
    inboxes = new Inboxes(log.database, log.journal);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void whoIsNamedIsToldWhereAndByWhom() throws InterruptedException {
    BlockingQueue<Entry> told = follow(log.bob);
    try (Mentions mentions = mentions()) {
      log.say(log.lounge, log.alice, "1", "hello @" + log.bob.name() + ", tea?");
      Entry entry = told.poll(10, TimeUnit.SECONDS);
      Notification mention = Notification.of(entry.act().text());
      assertEquals(Kind.MENTION, mention.kind());
      assertEquals("lounge", mention.room());
      assertEquals("hello @" + log.bob.name() + ", tea?", mention.text());
      assertEquals("{\"seq\":1}", mention.data());
      assertEquals(log.alice.id(), entry.author().id());
    }
  }

  @Test
  void nobodyIsToldOfOneselfAndStrangersHarmNobody() throws InterruptedException {
    BlockingQueue<Entry> told = follow(log.bob);
    try (Mentions mentions = mentions()) {
      log.say(log.lounge, log.alice, "1", "I am @" + log.alice.name() + " and not @nobody-at-all");
      log.say(log.lounge, log.alice, "2", "@" + log.bob.name() + " @" + log.bob.name());
      assertEquals("{\"seq\":2}", data(told.poll(10, TimeUnit.SECONDS)));
    }
    assertEquals(1, log.all(inboxes.of(log.bob).log()).size());
    assertEquals(List.of(), log.all(inboxes.of(log.alice).log()));
    assertEquals(0, due());
  }

  @Test
  void whatWasDueWhenTheServerEndedIsToldAfterItsStart() throws InterruptedException {
    BlockingQueue<Entry> told = follow(log.bob);
    log.say(log.lounge, log.alice, "1", "@" + log.bob.name());
    assertEquals(1, due());
    mentions().close();
    try (Mentions mentions = mentions()) {
      assertEquals("{\"seq\":1}", data(told.poll(10, TimeUnit.SECONDS)));
    }
    assertEquals(0, due());
  }

  @Test
  void whatWasToldButStillDueIsNotToldTwice() throws InterruptedException {
    BlockingQueue<Entry> told = follow(log.bob);
    try (Mentions mentions = mentions()) {
      log.say(log.lounge, log.alice, "1", "@" + log.bob.name());
      told.poll(10, TimeUnit.SECONDS);
    }
    log.database.write(
        h -> h.execute("insert into mention_due (log, seq) values (?, 1)", log.lounge));
    try (Mentions mentions = mentions()) {
      log.say(log.lounge, log.alice, "2", "@" + log.bob.name());
      assertEquals("{\"seq\":2}", data(told.poll(10, TimeUnit.SECONDS)));
    }
    assertEquals(2, log.all(inboxes.of(log.bob).log()).size());
  }

  @Test
  void aMessageWithoutTheSignLeavesNothingToDo() {
    log.say(log.lounge, log.alice, "1", "hello " + log.bob.name());
    assertEquals(0, due());
    assertFalse(Mentions.arePossible(new Act.Say("bob", null)));
    assertTrue(Mentions.arePossible(new Act.Say("@bob", null)));
  }

  @ParameterizedTest
  @CsvSource({
    "hello @bob, bob",
    "'@bob, tea?', bob",
    "(@Bob.), bob",
    "你好@bob, bob",
    "say：@bob-b_1, bob-b_1",
    "bob@example.org, ''",
    "@@bob, ''",
    "@, ''",
    "@b, ''"
  })
  void aHandleIsFoundAsPeopleWriteIt(String text, String handle) {
    assertEquals(handle.isEmpty() ? Set.of() : Set.of(handle), Mentions.handles(text));
  }

  @Test
  void aMessageTellsABoundedNumberOfPeople() {
    StringBuilder all = new StringBuilder();
    for (int n = 0; n < 2 * Mentions.MOST; n++) {
      all.append(" @person").append(n);
    }
    assertEquals(Mentions.MOST, Mentions.handles(all.toString()).size());
  }

  private Mentions mentions() {
    return new Mentions(
        log.database,
        log.journal,
        log.doors,
        new Rooms(log.database, log.clock),
        new Users(log.database, log.clock),
        inboxes);
  }

  private BlockingQueue<Entry> follow(User person) {
    BlockingQueue<Entry> told = new LinkedBlockingQueue<>();
    broker.follow(inboxes.of(person).log(), told::addAll);
    return told;
  }

  private static String data(Entry entry) {
    return Notification.of(entry.act().text()).data();
  }

  private int due() {
    return log.database.read(
        h -> h.createQuery("select count(*) from mention_due").mapTo(int.class).one());
  }
}
