package chat.warren.chat;

import chat.warren.room.Change;
import chat.warren.room.Company;
import chat.warren.room.Doors;
import chat.warren.room.Role;
import chat.warren.room.Room;
import chat.warren.room.RoomSettings;
import chat.warren.room.Standing;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.Contacts;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The rules of who may do what about a room and its people: by whatever way it comes in, it passes
 * here. What cannot be because of how things stand (a member who is one already, the last owner) is
 * found out where it is written. Thread-safe.
 */
public final class Moderation {
  private static final String ROOM = "room";
  private static final Set<Change> ENDS = Set.of(Change.LEAVE, Change.REMOVE);

  private final Doors doors;
  private final Users users;
  private final Contacts contacts;
  private final Notebook notebook;
  private final Journal journal;
  private final Pace pace;

  public Moderation(
      Doors doors, Users users, Contacts contacts, Notebook notebook, Journal journal, Pace pace) {
    this.doors = doors;
    this.users = users;
    this.contacts = contacts;
    this.notebook = notebook;
    this.journal = journal;
    this.pace = pace;
  }

  /**
   * Takes a measure.
   *
   * @return at once; completes when it is on the disk and in force, or with {@link Refused}; what
   *     follows must be quick
   * @throws Refused {@link Refusal#UNKNOWN_TYPE}, or why it may not be
   */
  public CompletionStage<Receipt> take(Room room, User by, Measure measure) {
    boolean aboutRoom = ROOM.equals(measure.type());
    Change change = Change.asked(measure.type()).orElse(null);
    if ((change == null && !aboutRoom) || room.key() instanceof Company) {
      throw new Refused(Refusal.UNKNOWN_TYPE, measure.type());
    }
    MessageId id = measure.id() == null ? null : new MessageId(measure.id());
    Standing standing = doors.standing(room, by);
    Act act =
        aboutRoom
            ? settings(standing, measure.settings())
            : membership(room, by, standing, change, measure);
    pace.step(by);
    if (act instanceof Act.Membership it && ENDS.contains(it.change())) {
      // What was noted of the person's reading must not outlive that.
      notebook.forget(it.person().id(), room.log());
    }
    return journal.append(new Draft(room, by, id, act, Duration.ZERO));
  }

  /** An archived room can only be opened again, by its owners. */
  private static Act settings(Standing standing, RoomSettings to) {
    standing.checkModerate();
    if (to.concernsOwners()) {
      standing.checkOwn();
    }
    if (to.changesNothing()) {
      throw new Refused(Refusal.NOTHING_TO_CHANGE);
    }
    if (to.archived() == null) {
      standing.checkFollow();
    }
    return new Act.RoomChange(to);
  }

  private Act membership(Room room, User by, Standing standing, Change change, Measure measure) {
    switch (change) {
      case JOIN, LEAVE -> standing.checkRead();
      case ROLE -> standing.checkOwn();
      default -> standing.checkModerate();
    }
    if (change != Change.LEAVE) {
      standing.checkFollow();
    }
    User person = change.isOwn() ? by : named(measure.name());
    if (isAgainst(change)) {
      standing.checkOutranks(doors.standing(room, person));
    }
    if (change == Change.INVITE && !contacts.mayBother(by, person)) {
      throw new Refused(Refusal.NOT_TAKING_INVITATIONS);
    }
    Role role = change == Change.ROLE ? Role.of(measure.role()) : null;
    boolean ends = change == Change.BAN || change == Change.MUTE;
    Instant until = ends ? end(measure.until(), standing.at()) : null;
    return new Act.Membership(change, person, role, until);
  }

  private static boolean isAgainst(Change change) {
    return switch (change) {
      case REMOVE, BAN, UNBAN, MUTE, UNMUTE -> true;
      case JOIN, LEAVE, INVITE, ROLE -> false;
    };
  }

  private User named(String name) {
    return users.named(name).orElseThrow(() -> new Refused(Refusal.NO_SUCH_PERSON));
  }

  private static Instant end(String until, Instant now) {
    if (until == null) {
      return null;
    }
    try {
      Instant end = Instant.parse(until);
      if (end.isAfter(now) && end.isBefore(Instant.parse("+10000-01-01T00:00:00Z"))) {
        return Instant.ofEpochMilli(end.toEpochMilli());
      }
    } catch (DateTimeParseException e) {
      // Said below, as for an end that is past.
    }
    throw new Refused(Refusal.BAD_UNTIL);
  }
}
