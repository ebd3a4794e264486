package chat.warren.chat;

import chat.warren.chat.Notification.Kind;
import chat.warren.chat.Presence.State;
import chat.warren.room.Change;
import chat.warren.room.Directs;
import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.Rooms;
import chat.warren.room.Standing;
import chat.warren.text.Names;
import chat.warren.text.Refused;
import chat.warren.user.Contacts;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom an entry concerns who may be elsewhere: those whom it names, writes to, or invites. Nobody
 * is told of what they may not read, of what somebody does whom they have blocked, of what is said
 * where nothing counts for them, or of oneself. Thread-safe.
 */
public final class Audience {
  /** The most people whom one message in a room tells. */
  static final int MOST = 20;

  private static final int EXCERPT = 300;

  private final Rooms rooms;
  private final Directs directs;
  private final Doors doors;
  private final Users users;
  private final Contacts contacts;
  private final Presence presence;
  private final ReadMarks marks;

  public Audience(
      Rooms rooms,
      Directs directs,
      Doors doors,
      Users users,
      Contacts contacts,
      Presence presence,
      ReadMarks marks) {
    this.rooms = rooms;
    this.directs = directs;
    this.doors = doors;
    this.users = users;
    this.contacts = contacts;
    this.presence = presence;
    this.marks = marks;
  }

  /** Whether an act may concern somebody in a room; nearly all messages name nobody. */
  static boolean isPossible(Act act) {
    return act instanceof Act.Say say
        ? say.text().indexOf('@') >= 0
        : act instanceof Act.Membership it && it.change() == Change.INVITE;
  }

  /** What is to be told of an entry now, to whom. */
  List<Tiding> of(Entry entry) {
    if (entry.act() instanceof Act.Membership it) {
      return rooms.find(entry.log()).stream()
          .filter(room -> mayHear(room, it.person(), entry.author()))
          .map(room -> tiding(Kind.INVITATION, entry, it.person(), room, null))
          .toList();
    }
    if (entry.act() instanceof Act.Say say && say.text() != null) {
      List<User> people = directs.people(entry.log());
      return people.isEmpty() ? named(entry, say.text()) : writtenTo(entry, people, say.text());
    }
    return List.of();
  }

  private List<Tiding> named(Entry entry, String text) {
    Set<String> handles = Naming.handles(text);
    List<User> named = new ArrayList<>(users.known(handles));
    if (handles.contains(Naming.HERE)) {
      turnedAway(entry.log()).filter(it -> !handles.contains(it.name())).forEach(named::add);
    }
    if (named.isEmpty()) {
      return List.of();
    }
    return rooms.find(entry.log()).stream()
        .flatMap(
            room ->
                named.stream()
                    .filter(person -> mayHear(room, person, entry.author()))
                    .filter(person -> counts(entry.log(), person))
                    .limit(MOST)
                    .map(person -> tiding(Kind.MENTION, entry, person, room, text)))
        .toList();
  }

  /** Those who are there and look at no window of Warren's: all others see it, or are elsewhere. */
  private Stream<User> turnedAway(long log) {
    return presence.people(log).stream()
        .filter(it -> it.state() == State.AWAY)
        .map(Presence.Present::user);
  }

  /** Whoever is there and looks at some window of Warren's needs no telling. */
  private List<Tiding> writtenTo(Entry entry, List<User> people, String text) {
    Set<Long> there =
        presence.people(entry.log()).stream()
            .filter(it -> it.state() == State.ONLINE)
            .map(it -> it.user().id())
            .collect(Collectors.toSet());
    return people.stream()
        .filter(person -> !there.contains(person.id()) && mayHear(person, entry.author()))
        .filter(person -> counts(entry.log(), person))
        .map(person -> tiding(Kind.DIRECT, entry, person, room(entry, person, people), text))
        .toList();
  }

  private static Room room(Entry entry, User person, List<User> people) {
    return Directs.room(entry.log(), person, people);
  }

  private boolean counts(long log, User person) {
    return marks.of(person, log).level() != Level.NOTHING;
  }

  private boolean mayHear(User person, User from) {
    return person.id() != from.id() && !person.isDeleted() && !contacts.hasBlocked(person, from);
  }

  /** Of a private room only its members are told, though administrators may read there. */
  private boolean mayHear(Room room, User person, User from) {
    Standing standing = doors.standing(room, person);
    try {
      standing.checkRead();
      return (standing.isMember() || !room.isPrivate()) && mayHear(person, from);
    } catch (Refused refused) {
      return false;
    }
  }

  private static Tiding tiding(Kind kind, Entry entry, User person, Room room, String text) {
    Notification event =
        new Notification(
            kind,
            Names.cut(room.title(), Notification.MAX_TITLE - 1),
            text == null ? null : Names.cut(text, EXCERPT),
            null,
            room.key().value(),
            text == null ? null : "{\"seq\":" + entry.seq() + "}");
    String id = kind.word() + " " + entry.log() + " " + entry.seq();
    return new Tiding(person, entry.author(), event, id);
  }
}
