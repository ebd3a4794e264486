package chat.warren.room;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User;
import java.util.List;
import java.util.Optional;

/**
 * Who may pass: every way into a room, page, API and socket, asks here. A room that somebody may
 * not know of is answered as one that is not there. Thread-safe.
 */
public final class Doors {
  private final Rooms rooms;
  private final Rosters rosters;
  private final Directs directs;

  public Doors(Rooms rooms, Rosters rosters, Directs directs) {
    this.rooms = rooms;
    this.rosters = rosters;
    this.directs = directs;
  }

  /**
   * The room behind a key for somebody who wants to read. A public room that is not there yet is
   * empty, for it will be made by the first who enters.
   *
   * @param reader null for somebody without a session
   * @throws Refused {@link Refusal#NO_SUCH_ROOM}, or what keeps this reader out: in a direct
   *     conversation {@link Refusal#SIGN_IN_FIRST}, {@link Refusal#NO_SUCH_PERSON}
   */
  public Optional<Room> find(RoomKey key, User reader) {
    if (key instanceof Company company) {
      return directs.find(company, reader);
    }
    Optional<Room> room = rooms.find(key);
    if (room.isEmpty() && !(key instanceof RoomName)) {
      throw new Refused(Refusal.NO_SUCH_ROOM);
    }
    room.ifPresent(it -> standing(it, reader).checkRead());
    return room;
  }

  /**
   * The room behind a key for somebody who enters; a public one is made when it is not there yet.
   *
   * @throws Refused {@link Refusal#NO_SUCH_ROOM}, or what keeps this person out
   */
  public Room open(RoomKey key, User user) {
    if (key instanceof Company company) {
      return directs.open(company, user);
    }
    return find(key, user).orElseGet(() -> rooms.open((RoomName) key, user));
  }

  /**
   * The direct conversation that a key names, whether or not it was begun; empty for all other
   * rooms.
   *
   * @param reader null for somebody without a session
   * @throws Refused what keeps this reader out
   */
  public Optional<Direct> direct(RoomKey key, User reader) {
    return key instanceof Company company
        ? Optional.of(directs.of(company, reader))
        : Optional.empty();
  }

  /** The people of a direct conversation. */
  public List<User> company(Room conversation) {
    return directs.people(conversation.log());
  }

  /**
   * What somebody may do in a room now.
   *
   * @param user null for somebody without a session
   */
  public Standing standing(Room room, User user) {
    return room.key() instanceof Company
        ? directs.standing(room.log(), user, rosters.now())
        : rosters.of(room.log()).standing(user, rosters.now());
  }

  /** What the room is set to now; not for a direct conversation, which has no settings. */
  public RoomSettings state(Room room) {
    Roster roster = rosters.of(room.log());
    return new RoomSettings(
        room.title(),
        room.topic(),
        roster.readOnly(),
        roster.slow().toSeconds(),
        roster.archived());
  }

  /**
   * Lets nobody pass who may not follow what comes in the room.
   *
   * @param user null for somebody without a session
   * @throws Refused as {@link #find} has it, or {@link Refusal#ROOM_ARCHIVED}
   */
  public void checkFollow(RoomKey key, User user) {
    find(key, user).ifPresent(room -> standing(room, user).checkFollow());
  }

  /**
   * Looks anew when it is asked again: something about the room or its people has changed.
   *
   * @param log the room's log; 0 for all
   */
  public void forget(long log) {
    rosters.forget(log);
  }
}
