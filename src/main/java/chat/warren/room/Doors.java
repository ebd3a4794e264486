package chat.warren.room;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User;
import java.util.Optional;

/**
 * Who may pass: every way into a room, page, API and socket, asks here. A room that somebody may
 * not know of is answered as one that is not there. Thread-safe.
 */
public final class Doors {
  private final Rooms rooms;
  private final Rosters rosters;

  public Doors(Rooms rooms, Rosters rosters) {
    this.rooms = rooms;
    this.rosters = rosters;
  }

  /**
   * The room behind a key for somebody who wants to read. A public room that is not there yet is
   * empty, for it will be made by the first who enters.
   *
   * @param reader null for somebody without a session
   * @throws Refused {@link Refusal#NO_SUCH_ROOM}, or what keeps this reader out
   */
  public Optional<Room> find(RoomKey key, User reader) {
    Optional<Room> room = key instanceof Company ? Optional.empty() : rooms.find(key);
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
    return find(key, user).orElseGet(() -> rooms.open((RoomName) key, user));
  }

  /**
   * What somebody may do in a room now.
   *
   * @param user null for somebody without a session
   */
  public Standing standing(Room room, User user) {
    return rosters.of(room.log()).standing(user, rosters.now());
  }

  /** What the room is set to now. */
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
