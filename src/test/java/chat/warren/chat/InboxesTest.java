package chat.warren.chat;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.chat.Notification.Kind;
import chat.warren.memory.InProcessBroker;
import chat.warren.room.Room;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import chat.warren.user.User;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class InboxesTest {
  @Parameter private Store store;
  private static final Notification READY =
      new Notification(Kind.PUSH, "ready", "now", null, null, null);
  private static final Notification COLD =
      new Notification(Kind.PUSH, "cold", null, null, null, null);

  private Log log;
  private Inboxes inboxes;

  @BeforeEach
  void open(@TempDir Path directory) {
    log = new Log(store, directory, new InProcessBroker());
    inboxes = new Inboxes(log.database, log.journal);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void everybodyHasOneInboxOfTheirOwn() {
    assertEquals(inboxes.of(log.alice), inboxes.of(log.alice));
    assertNotEquals(inboxes.of(log.alice).log(), inboxes.of(log.bob).log());
  }

  @Test
  void whatIsToldStandsThereOnceUnderItsId() {
    Receipt first = tell(log.alice, READY, "5");
    Receipt again = tell(log.alice, READY, "5");
    assertFalse(first.again());
    assertTrue(again.again());
    assertEquals(first.entry(), again.entry());
    assertEquals(List.of(READY.json()), log.texts(inboxes.of(log.alice).log()));
  }

  @Test
  void oneIdServesForManyPeople() {
    assertFalse(tell(log.alice, READY, "5").again());
    assertFalse(tell(log.bob, READY, "5").again());
  }

  @Test
  void anotherEventUnderAUsedIdIsRefused() {
    tell(log.alice, READY, "5");
    assertRefused(Refusal.ID_REUSED, () -> tell(log.alice, COLD, "5"));
  }

  @Test
  void theNewestPageHasTheEventsInTheirOrder() {
    tell(log.alice, READY, "1");
    tell(log.alice, COLD, "2");
    HistoryPage page = log.history.newest(inboxes.of(log.alice).log());
    assertEquals(List.of(READY, COLD), page.messages().stream().map(Message::event).toList());
  }

  @Test
  void whatWasSeenStaysSeenAndNeverGoesBeyondTheHead() {
    Room inbox = inboxes.of(log.alice);
    tell(log.alice, READY, "1");
    tell(log.alice, COLD, "2");
    assertEquals(0, inboxes.readUpTo(inbox));
    assertEquals(2, inboxes.markRead(inbox, 99));
    assertEquals(2, inboxes.markRead(inbox, 1));
    assertEquals(2, inboxes.readUpTo(inbox));
    assertEquals(0, inboxes.readUpTo(inboxes.of(log.bob)));
  }

  @Test
  void theInboxOfSomebodyWhoIsNoMoreGoesWithItsEntries() {
    User guest = log.people(1).get(0);
    User deleted = log.people(1).get(0);
    List<Long> gone = List.of(inboxes.of(guest).log(), inboxes.of(deleted).log());
    tell(guest, READY, "1");
    tell(deleted, READY, "1");
    tell(log.alice, READY, "1");
    log.database.write(h -> h.execute("delete from person where id = ?", guest.id()));
    log.database.write(
        h -> h.execute("update person set name = 'deleted-1' where id = ?", deleted.id()));
    inboxes.removeAbandoned();
    gone.forEach(it -> assertEquals(List.of(), log.all(it)));
    assertEquals(1, log.all(inboxes.of(log.alice).log()).size());
  }

  private Receipt tell(User person, Notification notification, String id) {
    return Log.join(inboxes.tell(person, log.bob, notification, id).toCompletableFuture());
  }
}
