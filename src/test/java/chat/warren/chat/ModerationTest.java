package chat.warren.chat;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.memory.InProcessBroker;
import chat.warren.room.Change;
import chat.warren.room.Members;
import chat.warren.room.Members.Member;
import chat.warren.room.Role;
import chat.warren.room.Room;
import chat.warren.room.RoomName;
import chat.warren.room.RoomSettings;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import chat.warren.user.Limits;
import chat.warren.user.User;
import chat.warren.user.Writers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is done about a room and its people: entries of its log, and what is in force afterwards.
 */
@ParameterizedClass
@EnumSource(Store.class)
class ModerationTest {
  @Parameter private Store store;
  private static final RoomSettings NOTHING = new RoomSettings(null, null, null, null, null);

  private final List<Notice> notices = new ArrayList<>();
  private Log log;
  private Moderation moderation;
  private Notebook notebook;
  private Conversation conversation;
  private Members members;
  private Room lounge;
  private Room attic;
  private User mallory;

  @BeforeEach
  void alicesRooms(@TempDir Path directory) {
    InProcessBroker broker = new InProcessBroker();
    log = new Log(store, directory, broker);
    broker.listen(notice -> log.doors.forget(notice.log()));
    broker.listen(notices::add);
    notebook = new Notebook(log.database, broker, log.clock);
    moderation =
        new Moderation(
            log.doors, log.users, log.contacts, notebook, log.journal, new Pace(Limits.NONE));
    conversation = new Conversation(log.doors, log.journal, new Pace(Limits.NONE));
    members = new Members(log.database, log.clock);
    lounge = log.rooms.find(new RoomName("lounge")).orElseThrow();
    attic = log.rooms.createPrivate("The attic", log.alice);
    mallory = log.people(1).get(0);
  }

  @AfterEach
  void close() {
    notebook.close();
    log.close();
  }

  @Test
  void whoMakesARoomIsItsOwnerAndAloneInIt() {
    assertEquals(List.of(new Member(log.alice, Role.OWNER)), members.of(lounge));
    assertEquals(List.of(new Member(log.alice, Role.OWNER)), members.of(attic));
    assertEquals("The attic", attic.title());
    assertEquals(List.of(attic, lounge).size() + 2, log.rooms.of(log.alice).size());
    assertEquals(List.of(), log.rooms.of(log.bob));
  }

  @Test
  void eachMeasureIsAnEntryThatIsReadBackAsItWas() {
    Instant end = log.clock.instant().plus(Duration.ofHours(1));
    List<Entry> made =
        List.of(
            take(lounge, log.bob, "join", null).entry(),
            take(lounge, log.alice, "role", log.bob, "moderator", null).entry(),
            take(lounge, log.bob, "mute", mallory, null, end.toString()).entry(),
            take(lounge, log.bob, "ban", mallory, null, null).entry(),
            settings(lounge, log.bob, new RoomSettings(null, "tea", null, 9L, null)).entry());
    assertEquals(made, log.all(lounge.log()));
    assertEquals(
        new Act.Membership(
            Change.MUTE, mallory, null, end.truncatedTo(java.time.temporal.ChronoUnit.MILLIS)),
        made.get(2).act());
    assertEquals(made, log.history.newest(lounge.log()).changes());
    assertEquals(List.of(), log.history.newest(lounge.log()).messages());
  }

  @Test
  void whatWasReadInTheLastSecondDoesNotBringARoomBackThatWasLeft() {
    ReadMarks marks = new ReadMarks(log.database, notebook);
    take(lounge, log.bob, "join", null);
    marks.read(log.bob, lounge.log(), 1);
    take(lounge, log.bob, "leave", null);
    notebook.flush();
    assertEquals(ReadMark.NONE, marks.of(log.bob, lounge.log()));
  }

  @Test
  void aPageHasTheChangesBetweenItsMessagesAlone() {
    take(lounge, log.bob, "join", null);
    log.say(lounge.log(), log.alice, "a-1", "one");
    take(lounge, log.bob, "leave", null);
    log.say(lounge.log(), log.alice, "a-2", "two");
    take(lounge, log.bob, "join", null);
    HistoryPage page = log.history.before(lounge.log(), Long.MAX_VALUE, 1);
    assertEquals(List.of(4L), page.messages().stream().map(Message::seq).toList());
    assertEquals(List.of(5L), page.changes().stream().map(Entry::seq).toList());
    page = log.history.before(lounge.log(), 4, 1);
    assertEquals(List.of(3L), page.changes().stream().map(Entry::seq).toList());
    page = log.history.before(lounge.log(), 4, 2);
    assertEquals(List.of(1L, 3L), page.changes().stream().map(Entry::seq).toList());
  }

  @Test
  void everyChangeOfRightsIsAnnouncedBeforeItIsAcknowledged() {
    take(lounge, log.alice, "ban", mallory, null, null);
    assertEquals(List.of(new Notice(lounge.log(), mallory.id())), notices);
    notices.clear();
    settings(lounge, log.alice, new RoomSettings(null, null, null, null, true));
    assertEquals(List.of(Notice.ofLog(lounge.log())), notices);
  }

  @Test
  void aRepeatedMeasureGetsItsFirstReceiptAndIsNotTakenTwice() {
    Measure join = new Measure("join", "j-1", null, null, null, NOTHING);
    assertEquals(false, take(lounge, log.bob, join).again());
    assertTrue(take(lounge, log.bob, join).again());
    assertRefused(Refusal.ALREADY_A_MEMBER, () -> take(lounge, log.bob, "join", null));
    Measure leave = new Measure("leave", "j-1", null, null, null, NOTHING);
    assertRefused(Refusal.ID_REUSED, () -> take(lounge, log.bob, leave));
    assertEquals(1, log.history.head(lounge.log()));
  }

  @Test
  void aPrivateRoomIsNotThereForOutsidersUntilTheyAreInvited() {
    assertRefused(Refusal.NO_SUCH_ROOM, () -> log.doors.find(attic.key(), log.bob));
    assertRefused(Refusal.NO_SUCH_ROOM, () -> log.doors.open(attic.key(), log.bob));
    assertRefused(Refusal.NO_SUCH_ROOM, () -> log.doors.find(attic.key(), null));
    assertRefused(Refusal.NO_SUCH_ROOM, () -> take(attic, log.bob, "join", null));
    take(attic, log.alice, "invite", log.bob, null, null);
    assertEquals(attic, log.doors.open(attic.key(), log.bob));
    assertEquals(List.of(attic), log.rooms.of(log.bob));
    take(attic, log.bob, "leave", null);
    assertRefused(Refusal.NO_SUCH_ROOM, () -> log.doors.find(attic.key(), log.bob));
    assertEquals(List.of(), log.rooms.of(log.bob));
    assertTrue(log.rooms.newest(10).stream().noneMatch(Room::isPrivate));
  }

  @Test
  void nobodyIsInvitedByWhomTheyHaveBlockedOrWhoIsNoContact() {
    User boss = new User(log.alice.id(), log.alice.name(), "Alice", User.Rank.ADMINISTRATOR);
    log.contacts.block(log.bob, log.alice);
    for (User by : List.of(log.alice, boss)) {
      assertRefused(
          Refusal.NOT_TAKING_INVITATIONS, () -> take(attic, by, "invite", log.bob, null, null));
      assertRefused(
          Refusal.NOT_TAKING_INVITATIONS, () -> take(lounge, by, "invite", log.bob, null, null));
    }
    log.contacts.unblock(log.bob, log.alice);
    log.contacts.choose(log.bob, Writers.CONTACTS);
    assertRefused(
        Refusal.NOT_TAKING_INVITATIONS,
        () -> take(attic, log.alice, "invite", log.bob, null, null));
    log.contacts.ask(log.bob, log.alice);
    log.contacts.accept(log.alice, log.bob);
    take(attic, log.alice, "invite", log.bob, null, null);
    log.contacts.block(log.alice, log.bob);
    take(lounge, log.bob, "join", null);
  }

  @Test
  void aBanHoldsUntilItsEndAndAMemberIsOneAgain() {
    take(lounge, log.bob, "join", null);
    String end = log.clock.instant().plus(Duration.ofMinutes(5)).toString();
    take(lounge, log.alice, "ban", log.bob, null, end);
    assertRefused(Refusal.BANNED, () -> log.doors.find(lounge.key(), log.bob));
    assertEquals(List.of(), log.rooms.of(log.bob));
    assertEquals(1, members.banned(lounge).size());
    log.clock.advance(Duration.ofMinutes(5));
    assertEquals(lounge, log.doors.open(lounge.key(), log.bob));
    assertEquals(List.of(lounge), log.rooms.of(log.bob));
    assertEquals(List.of(), members.banned(lounge));
  }

  @Test
  void whoIsBannedCannotBeInvitedBeforeTheBanIsLifted() {
    take(attic, log.alice, "ban", log.bob, null, null);
    assertRefused(
        Refusal.PERSON_BANNED, () -> take(attic, log.alice, "invite", log.bob, null, null));
    take(attic, log.alice, "unban", log.bob, null, null);
    assertRefused(
        Refusal.NOTHING_TO_CHANGE, () -> take(attic, log.alice, "unban", log.bob, null, null));
    take(attic, log.alice, "invite", log.bob, null, null);
  }

  @Test
  void aMuteHoldsUntilItsEndOrUntilItIsLifted() {
    String end = log.clock.instant().plus(Duration.ofMinutes(5)).toString();
    take(lounge, log.alice, "mute", mallory, null, end);
    assertRefused(Refusal.MUTED, () -> say(mallory, "m-1", "psst"));
    log.clock.advance(Duration.ofMinutes(5));
    say(mallory, "m-1", "psst");
    take(lounge, log.alice, "mute", mallory, null, null);
    assertRefused(Refusal.MUTED, () -> say(mallory, "m-2", "psst"));
    take(lounge, log.alice, "unmute", mallory, null, null);
    say(mallory, "m-2", "psst");
    assertRefused(
        Refusal.NOTHING_TO_CHANGE, () -> take(lounge, log.alice, "unmute", mallory, null, null));
  }

  @Test
  void aRoomKeepsAnOwner() {
    take(lounge, log.bob, "join", null);
    assertRefused(Refusal.LAST_OWNER, () -> take(lounge, log.alice, "leave", null));
    assertRefused(
        Refusal.LAST_OWNER, () -> take(lounge, log.alice, "role", log.alice, "member", null));
    take(lounge, log.alice, "role", log.bob, "owner", null);
    take(lounge, log.alice, "leave", null);
    assertEquals(List.of(new Member(log.bob, Role.OWNER)), members.of(lounge));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertRefused(
        Refusal.NOT_A_MEMBER, () -> take(lounge, log.alice, "remove", log.bob, null, null));
    assertRefused(
        Refusal.NOT_A_MEMBER, () -> take(lounge, log.alice, "role", log.bob, "owner", null));
    assertRefused(Refusal.BAD_ROLE, () -> take(lounge, log.alice, "role", log.bob, "king", null));
    assertRefused(Refusal.BAD_ROLE, () -> take(lounge, log.alice, "role", log.bob, null, null));
    assertRefused(Refusal.BAD_UNTIL, () -> take(lounge, log.alice, "ban", log.bob, null, "soon"));
    assertRefused(
        Refusal.BAD_UNTIL,
        () -> take(lounge, log.alice, "ban", log.bob, null, log.clock.instant().toString()));
    assertRefused(
        Refusal.BAD_UNTIL,
        () -> take(lounge, log.alice, "ban", log.bob, null, "+999999999-12-31T00:00:00Z"));
    assertRefused(Refusal.OUTRANKED, () -> take(lounge, log.alice, "ban", log.alice, null, null));
    assertRefused(Refusal.NOTHING_TO_CHANGE, () -> settings(lounge, log.alice, NOTHING));
    assertRefused(
        Refusal.UNKNOWN_TYPE,
        () -> take(lounge, log.alice, new Measure("dance", null, null, null, null, NOTHING)));
    assertRefused(
        Refusal.NO_SUCH_PERSON,
        () -> take(lounge, log.alice, new Measure("ban", null, null, null, null, NOTHING)));
    assertEquals(0, log.history.head(lounge.log()));
  }

  @Test
  void anArchivedRoomIsReadAndCanOnlyBeLeftOrOpenedAgain() {
    take(lounge, log.bob, "join", null);
    settings(lounge, log.alice, new RoomSettings(null, null, null, null, true));
    assertEquals(lounge.log(), log.doors.find(lounge.key(), mallory).orElseThrow().log());
    assertRefused(Refusal.ROOM_ARCHIVED, () -> say(log.alice, "a-1", "hello?"));
    assertRefused(Refusal.ROOM_ARCHIVED, () -> log.doors.checkFollow(lounge.key(), log.alice));
    assertRefused(Refusal.ROOM_ARCHIVED, () -> take(lounge, mallory, "join", null));
    assertRefused(
        Refusal.ROOM_ARCHIVED,
        () -> settings(lounge, log.alice, new RoomSettings(null, "x", null, null, null)));
    assertTrue(log.rooms.newest(10).stream().noneMatch(lounge::equals));
    take(lounge, log.bob, "leave", null);
    settings(lounge, log.alice, new RoomSettings(null, null, null, null, false));
    say(log.alice, "a-1", "hello!");
  }

  @Test
  void aRoomThatIsRenamedKeepsItsAddress() {
    settings(lounge, log.alice, new RoomSettings("Tea room", "all about tea", null, null, null));
    Room renamed = log.rooms.find(new RoomName("lounge")).orElseThrow();
    assertEquals(new Room(lounge.log(), lounge.key(), "Tea room", "all about tea"), renamed);
  }

  @Test
  void slowModeKeepsMessagesApartAndLetsTheSameOneThrough() {
    settings(lounge, log.alice, new RoomSettings(null, null, null, 30L, null));
    say(mallory, "m-1", "one");
    assertEquals(
        "This room is in slow mode. Your next message is taken in 30 s.",
        assertRefused(Refusal.SLOW_MODE, () -> say(mallory, "m-2", "two"))
            .sentence(chat.warren.text.Texts.all().get(0)));
    assertTrue(say(mallory, "m-1", "one").again());
    say(log.bob, "b-1", "mine is another pace");
    say(log.alice, "a-1", "moderators");
    say(log.alice, "a-2", "do not wait");
    log.clock.advance(Duration.ofSeconds(30));
    assertRefused(Refusal.ID_REUSED, () -> say(mallory, "m-1", "another text"));
    say(mallory, "m-2", "what was not stored takes no turn");
    assertRefused(Refusal.SLOW_MODE, () -> say(mallory, "m-3", "three"));
  }

  private Receipt say(User author, String id, String text) {
    return Log.join(conversation.post(lounge, author, id, text, null).toCompletableFuture());
  }

  private Receipt settings(Room room, User by, RoomSettings to) {
    return take(room, by, new Measure("room", null, null, null, null, to));
  }

  private Receipt take(Room room, User by, String type, User person) {
    return take(room, by, type, person, null, null);
  }

  private Receipt take(Room room, User by, String type, User person, String role, String until) {
    String name = person == null ? null : person.name();
    return take(room, by, new Measure(type, null, name, role, until, NOTHING));
  }

  private Receipt take(Room room, User by, Measure measure) {
    return Log.join(moderation.take(room, by, measure).toCompletableFuture());
  }
}
