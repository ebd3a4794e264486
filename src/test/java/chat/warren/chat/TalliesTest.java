package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.memory.InProcessBroker;
import chat.warren.room.Change;
import chat.warren.room.Company;
import chat.warren.room.Room;
import chat.warren.testing.Store;
import chat.warren.user.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which logs are a person's without the person's doing. */
@ParameterizedClass
@EnumSource(Store.class)
class TalliesTest {
  @Parameter private Store store;
  private Log log;
  private Notebook notebook;
  private ReadMarks marks;
  private Tallies tallies;

  @BeforeEach
  void open(@TempDir Path directory) {
    log = new Log(store, directory, new InProcessBroker());
    notebook = new Notebook(log.database, new InProcessBroker(), log.clock);
    marks = new ReadMarks(log.database, notebook);
    tallies = new Tallies(log.database, notebook);
  }

  @AfterEach
  void close() {
    notebook.close();
    log.close();
  }

  private Room talk(User from, User... others) {
    Company company = new Company(List.of(others).stream().map(User::name).toList());
    Room room = log.doors.open(company, from);
    log.say(room.log(), from, null, "hello");
    return room;
  }

  private void change(Change change, User person) {
    String id = UUID.randomUUID().toString();
    log.act(log.lounge, log.alice, id, new Act.Membership(change, person, null, null));
  }

  private List<Tally> at(long id) {
    return tallies.of(log.bob).stream().filter(it -> it.log() == id).toList();
  }

  private static List<Tally> unread(long id, int head, int read, int unread) {
    return List.of(new Tally(id, head, read, unread, 0, Level.EVERYTHING));
  }

  @Test
  void aRoomIsItsMembersAndCountsFromTheirComing() {
    log.say(log.lounge, log.alice, null, "before");
    assertEquals(List.of(), at(log.lounge));
    change(Change.INVITE, log.bob);
    assertEquals(unread(log.lounge, 2, 2, 0), at(log.lounge));
    log.say(log.lounge, log.alice, null, "after");
    change(Change.MUTE, log.bob);
    assertEquals(unread(log.lounge, 4, 2, 1), at(log.lounge));
    change(Change.REMOVE, log.bob);
    assertEquals(List.of(), at(log.lounge));
  }

  @Test
  void whatApplicationsPostCountsLikeAMessage() {
    change(Change.JOIN, log.bob);
    log.act(log.lounge, log.alice, "built", new Act.Event("{\"title\":\"Built, @bob\"}"));
    assertEquals(unread(log.lounge, 2, 1, 1), at(log.lounge));
    marks.read(log.bob, log.lounge, 2);
    assertEquals(unread(log.lounge, 2, 2, 0), at(log.lounge));
  }

  @Test
  void aMarkFromBeforeCounts() {
    marks.read(log.bob, log.lounge, 0);
    log.say(log.lounge, log.alice, null, "before");
    change(Change.JOIN, log.bob);
    assertEquals(unread(log.lounge, 2, 0, 1), at(log.lounge));
  }

  @Test
  void whoLeavesARoomHasItNoMoreHoweverFarItWasRead() {
    change(Change.JOIN, log.bob);
    marks.read(log.bob, log.lounge, 1);
    notebook.flush();
    change(Change.LEAVE, log.bob);
    assertEquals(List.of(), at(log.lounge));
    assertEquals(ReadMark.NONE, marks.of(log.bob, log.lounge));
    assertEquals(1, tallies.of(log.alice).stream().filter(it -> it.log() == log.lounge).count());
  }

  @Test
  void aConversationIsItsPeoplesFromTheFirstMessageOn() {
    Room room = log.doors.open(new Company(List.of(log.bob.name())), log.alice);
    assertEquals(List.of(), tallies.of(log.bob));
    log.say(room.log(), log.alice, null, "hello @" + log.bob.name());
    Tally first = new Tally(room.log(), 1, 0, 1, 1, Level.EVERYTHING);
    assertEquals(List.of(first), tallies.of(log.bob));
    marks.read(log.bob, room.log(), 1);
    assertEquals(unread(room.log(), 1, 1, 0), tallies.of(log.bob));
    assertEquals(List.of(), tallies.of(log.people(1).get(0)));
  }

  @Test
  void ofVeryManyConversationsTheNewestAreThere() {
    List<Long> begun = new ArrayList<>();
    for (User person : log.people(Tallies.CONVERSATIONS + 1)) {
      begun.add(talk(person, log.bob).log());
    }
    List<Long> shown = tallies.of(log.bob).stream().map(Tally::log).sorted().toList();
    assertEquals(begun.subList(1, begun.size()), shown);
  }

  @Test
  void whoseALogIs() {
    User mallory = log.people(1).get(0);
    marks.read(mallory, log.lounge, 0);
    notebook.flush();
    change(Change.INVITE, log.bob);
    Set<Long> three = Set.of(log.alice.id(), log.bob.id(), mallory.id());
    assertEquals(three, tallies.people(log.lounge));
    Room room = talk(log.alice, log.bob);
    assertEquals(Set.of(log.alice.id(), log.bob.id()), tallies.people(room.log()));
  }
}
