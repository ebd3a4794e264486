package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.chat.Notification.Kind;
import chat.warren.memory.InProcessBroker;
import chat.warren.user.User;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        h -> h.execute("insert into news_due (log, seq) values (?, 1)", log.lounge));
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

  @Test
  void aMessageTellsABoundedNumberOfPeople() throws InterruptedException {
    List<User> people = log.people(Mentions.MOST + 1);
    String all = people.stream().map(it -> "@" + it.name()).collect(Collectors.joining(", "));
    BlockingQueue<Entry> told = follow(log.bob);
    try (Mentions mentions = mentions()) {
      log.say(log.lounge, log.alice, "1", "@nobody-at-all " + all);
      log.say(log.lounge, log.alice, "2", "@" + log.bob.name());
      assertEquals("{\"seq\":2}", data(told.poll(10, TimeUnit.SECONDS)));
    }
    long named = people.stream().filter(it -> !log.all(inboxes.of(it).log()).isEmpty()).count();
    assertEquals(Mentions.MOST, named);
  }

  private Mentions mentions() {
    return new Mentions(log.database, log.journal, log.doors, log.rooms, log.users, inboxes);
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
        h -> h.createQuery("select count(*) from news_due").mapTo(int.class).one());
  }
}
