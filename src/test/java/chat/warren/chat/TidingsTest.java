package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.chat.Notification.Kind;
import chat.warren.chat.Presence.Window;
import chat.warren.memory.InMemoryPresence;
import chat.warren.memory.InProcessBroker;
import chat.warren.room.Change;
import chat.warren.room.Company;
import chat.warren.room.Room;
import chat.warren.testing.Store;
import chat.warren.user.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class TidingsTest {
  @Parameter private Store store;
  private final InProcessBroker broker = new InProcessBroker();
  private Log log;
  private Presence presence;
  private ReadMarks marks;
  private Inboxes inboxes;

  @BeforeEach
  void open(@TempDir Path directory) {
    log = new Log(store, directory, broker);
    presence = new InMemoryPresence(log.clock);
    inboxes = new Inboxes(log.database, log.journal);
    marks = new ReadMarks(log.database, new Notebook(log.database, broker, log.clock));
    broker.listen(notice -> log.doors.forget(notice.log()));
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void whoIsNamedIsToldWhereAndByWhom() {
    BlockingQueue<Entry> told = follow(log.bob);
    try (Tidings tidings = tidings()) {
      log.say(log.lounge, log.alice, "1", "hello @" + log.bob.name() + ", tea?");
      Entry entry = next(told);
      Notification mention = Notification.of(entry.act().text());
      assertEquals(Kind.MENTION, mention.kind());
      assertEquals("lounge", mention.room());
      assertEquals("hello @" + log.bob.name() + ", tea?", mention.text());
      assertEquals("{\"seq\":1}", mention.data());
      assertEquals(log.alice.id(), entry.author().id());
    }
  }

  @Test
  void whereNothingCountsForSomebodyNothingRings() {
    Room direct = log.doors.open(new Company(List.of(log.bob.name())), log.alice);
    marks.level(log.bob, log.lounge, Level.NOTHING);
    marks.level(log.bob, direct.log(), Level.NOTHING);
    BlockingQueue<Entry> told = follow(log.bob);
    try (Tidings tidings = tidings()) {
      log.say(log.lounge, log.alice, "1", "@" + log.bob.name() + " and @here");
      write(direct, "psst");
      settle();
      marks.level(log.bob, log.lounge, Level.MENTIONS);
      log.say(log.lounge, log.alice, "3", "now you, @" + log.bob.name());
      assertEquals("{\"seq\":2}", event(next(told)).data());
      settle();
      assertNull(told.poll());
    }
  }

  @Test
  void hereTellsThoseInTheRoomWhoLookAway() {
    User carol = log.people(1).get(0);
    Window away = new Window(log.lounge, log.bob, "b");
    presence.enter(away);
    presence.away(away, true);
    presence.enter(new Window(log.lounge, carol, "c"));
    BlockingQueue<Entry> told = follow(log.bob);
    try (Tidings tidings = tidings()) {
      log.say(log.lounge, log.alice, "1", "tea is ready, @here");
      assertEquals("{\"seq\":1}", event(next(told)).data());
      log.say(log.lounge, log.alice, "2", "@here and @" + log.bob.name());
      assertEquals("{\"seq\":2}", event(next(told)).data());
    }
    assertEquals(2, events(log.bob).size());
    assertEquals(List.of(), events(carol));
  }

  @Test
  void nobodyIsToldOfOneselfAndStrangersHarmNobody() {
    BlockingQueue<Entry> told = follow(log.bob);
    try (Tidings tidings = tidings()) {
      log.say(log.lounge, log.alice, "1", "I am @" + log.alice.name() + " and not @nobody-at-all");
      log.say(log.lounge, log.alice, "2", "@" + log.bob.name() + " @" + log.bob.name());
      assertEquals("{\"seq\":2}", event(next(told)).data());
    }
    assertEquals(1, events(log.bob).size());
    assertEquals(List.of(), events(log.alice));
    assertEquals(0, due());
  }

  @Test
  void whatWasDueWhenTheServerEndedIsToldAfterItsStart() {
    BlockingQueue<Entry> told = follow(log.bob);
    log.say(log.lounge, log.alice, "1", "@" + log.bob.name());
    assertEquals(1, due());
    try (Tidings tidings = tidings()) {
      assertEquals("{\"seq\":1}", event(next(told)).data());
    }
    assertEquals(0, due());
  }

  @Test
  void whatWasToldButStillDueIsNotToldTwice() {
    BlockingQueue<Entry> told = follow(log.bob);
    try (Tidings tidings = tidings()) {
      log.say(log.lounge, log.alice, "1", "@" + log.bob.name());
      next(told);
    }
    log.database.write(h -> h.execute("insert into news_due (log, seq) values (?, 1)", log.lounge));
    try (Tidings tidings = tidings()) {
      log.say(log.lounge, log.alice, "2", "@" + log.bob.name());
      assertEquals("{\"seq\":2}", event(next(told)).data());
    }
    assertEquals(2, events(log.bob).size());
  }

  @Test
  void aMessageWithoutTheSignLeavesNothingToDo() {
    log.say(log.lounge, log.alice, "1", "hello " + log.bob.name());
    assertEquals(0, due());
    assertFalse(Audience.isPossible(new Act.Say("bob", null)));
    assertTrue(Audience.isPossible(new Act.Say("@bob", null)));
  }

  @Test
  void aMessageTellsABoundedNumberOfPeople() {
    List<User> people = log.people(Audience.MOST + 1);
    String all = people.stream().map(it -> "@" + it.name()).collect(Collectors.joining(", "));
    BlockingQueue<Entry> told = follow(log.bob);
    try (Tidings tidings = tidings()) {
      log.say(log.lounge, log.alice, "1", "@nobody-at-all " + all);
      log.say(log.lounge, log.alice, "2", "@" + log.bob.name());
      assertEquals("{\"seq\":2}", event(next(told)).data());
    }
    assertEquals(
        Audience.MOST, people.stream().filter(person -> !events(person).isEmpty()).count());
  }

  @Test
  void whoHasBlockedSomebodyHearsNothingOfThatPerson() {
    BlockingQueue<Entry> told = follow(log.bob);
    log.contacts.block(log.bob, log.alice);
    try (Tidings tidings = tidings()) {
      log.say(log.lounge, log.alice, "1", "@" + log.bob.name());
      log.act(log.lounge, log.alice, "2", membership(Change.INVITE, log.bob));
      log.contacts.ask(log.alice, log.bob);
      settle();
      log.contacts.unblock(log.bob, log.alice);
      log.say(log.lounge, log.alice, "3", "@" + log.bob.name());
      assertEquals("{\"seq\":3}", event(next(told)).data());
    }
    assertEquals(1, events(log.bob).size());
  }

  @Test
  void ofAPrivateRoomOnlyItsMembersAreTold() {
    User ann = administrator();
    Room attic = log.rooms.createPrivate("Attic", log.alice);
    BlockingQueue<Entry> told = follow(log.bob);
    try (Tidings tidings = tidings()) {
      String all = "@" + log.bob.name() + " @" + ann.name();
      log.say(attic.log(), log.alice, "1", "before " + all);
      settle();
      log.act(attic.log(), log.alice, "2", membership(Change.INVITE, log.bob));
      assertEquals(Kind.INVITATION, event(next(told)).kind());
      log.say(attic.log(), log.alice, "3", "after " + all);
      Notification mention = event(next(told));
      assertEquals("after " + all, mention.text());
      assertEquals(attic.key().value(), mention.room());
      assertEquals("Attic", mention.title());
    }
    assertEquals(2, events(log.bob).size());
    assertEquals(List.of(), events(ann));
  }

  @Test
  void whoIsNotInADirectConversationIsToldOfItsMessages() {
    Room direct = log.doors.open(new Company(List.of(log.bob.name())), log.alice);
    BlockingQueue<Entry> told = follow(log.bob);
    try (Tidings tidings = tidings()) {
      write(direct, "one");
      Notification event = event(next(told));
      assertEquals(Kind.DIRECT, event.kind());
      assertEquals("Alice", event.title());
      assertEquals("one", event.text());
      assertEquals("@" + log.alice.name(), event.room());

      Window window = new Window(direct.log(), log.bob, "w");
      presence.enter(window);
      write(direct, "two");
      settle();
      presence.away(window, true);
      write(direct, "three");
      assertEquals("three", event(next(told)).text());
    }
    assertEquals(2, events(log.bob).size());
    assertEquals(List.of(), events(log.alice));
  }

  @Test
  void whoAsksAndWhoAcceptsIsToldOnceADay() {
    BlockingQueue<Entry> bobs = follow(log.bob);
    BlockingQueue<Entry> alices = follow(log.alice);
    try (Tidings tidings = tidings()) {
      log.contacts.ask(log.alice, log.bob);
      Notification asked = event(next(bobs));
      assertEquals(Kind.CONTACT, asked.kind());
      assertEquals("@" + log.alice.name(), asked.title());
      assertEquals("/warren/contacts", asked.href("/warren"));
      log.contacts.remove(log.alice, log.bob);
      log.contacts.ask(log.alice, log.bob);
      log.contacts.accept(log.bob, log.alice);
      Notification accepted = event(next(alices));
      assertEquals(Kind.ACCEPTED, accepted.kind());
      assertEquals("/chat/@" + log.bob.name() + "/", accepted.href(""));
      settle();
      log.contacts.remove(log.alice, log.bob);
      log.clock.advance(Duration.ofDays(1));
      log.contacts.ask(log.alice, log.bob);
      assertEquals(Kind.CONTACT, event(next(bobs)).kind());
    }
    assertEquals(2, events(log.bob).size());
    assertEquals(1, events(log.alice).size());
  }

  @Test
  void whatIsDeletedIsQuotedNowhere() {
    BlockingQueue<Entry> told = follow(log.bob);
    Act delete = new Act.Delete(1);
    try (Tidings tidings = tidings()) {
      log.say(log.lounge, log.alice, "1", "secret @" + log.bob.name());
      next(told);
      settle();
      log.act(log.lounge, log.alice, "2", delete);
      assertNull(events(log.bob).get(0).text());
      assertEquals("{\"seq\":1}", events(log.bob).get(0).data());
    }
  }

  @Test
  void whatWasDeletedBeforeAnybodyWasToldIsToldToNobody() {
    log.say(log.lounge, log.alice, "1", "secret @" + log.bob.name());
    log.act(log.lounge, log.alice, "2", new Act.Delete(1));
    try (Tidings tidings = tidings()) {
      settle();
    }
    assertEquals(List.of(), events(log.bob));
  }

  private Tidings tidings() {
    Audience audience =
        new Audience(log.rooms, log.directs, log.doors, log.users, log.contacts, presence, marks);
    return new Tidings(log.database, log.journal, log.history, audience, log.contacts, inboxes);
  }

  private Act.Membership membership(Change change, User person) {
    return new Act.Membership(change, person, null, null);
  }

  private void write(Room direct, String text) {
    Draft draft = new Draft(direct, log.alice, null, new Act.Say(text, null), Duration.ZERO);
    Log.join(log.journal.append(draft).toCompletableFuture());
  }

  private User administrator() {
    User ann = log.people(1).get(0);
    log.database.write(
        h -> h.execute("update person set administrator = true where id = ?", ann.id()));
    return ann;
  }

  private BlockingQueue<Entry> follow(User person) {
    BlockingQueue<Entry> told = new LinkedBlockingQueue<>();
    broker.follow(inboxes.of(person).log(), told::addAll);
    return told;
  }

  private static Entry next(BlockingQueue<Entry> told) {
    try {
      Entry entry = told.poll(30, TimeUnit.SECONDS);
      assertTrue(entry != null, "nobody was told");
      return entry;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Notification event(Entry entry) {
    return Notification.of(entry.act().text());
  }

  private List<Notification> events(User person) {
    return log.texts(inboxes.of(person).log()).stream().map(Notification::of).toList();
  }

  /** Waits until nothing is due. */
  private void settle() {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (due() > 0) {
      assertTrue(System.nanoTime() < end, "something is still due");
      LockSupport.parkNanos(10_000_000);
    }
  }

  private int due() {
    return log.database.read(
        h ->
            h.createQuery(
                    "select (select count(*) from news_due) + (select count(*) from contact_due)")
                .mapTo(int.class)
                .one());
  }
}
