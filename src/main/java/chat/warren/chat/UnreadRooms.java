package chat.warren.chat;

import chat.warren.room.Directs;
import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.Rooms;
import chat.warren.text.Refused;
import chat.warren.user.User;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rooms of each person: those that the person is a member of or has read in, and the direct
 * conversations in which something was said. Thread-safe.
 */
public final class UnreadRooms {
  private final ReadMarks marks;
  private final Rooms rooms;
  private final Directs directs;
  private final Doors doors;

  public UnreadRooms(ReadMarks marks, Rooms rooms, Directs directs, Doors doors) {
    this.marks = marks;
    this.rooms = rooms;
    this.directs = directs;
    this.doors = doors;
  }

  /** A person's rooms by their titles, without those in which the person hears nothing new. */
  public List<UnreadRoom> of(User user) {
    Map<Long, Tally> tallies =
        marks.tallies(user).stream().collect(Collectors.toMap(Tally::log, Function.identity()));
    Stream<Room> open = rooms.of(tallies.keySet()).stream().filter(room -> mayFollow(room, user));
    return Stream.concat(open, directs.of(user, tallies.keySet()).stream())
        .sorted(Comparator.comparing(Room::title))
        .map(room -> new UnreadRoom(room, tallies.get(room.log())))
        .toList();
  }

  /** The numbers of the people among whose rooms a log may be. */
  public Set<Long> people(long log) {
    return marks.people(log);
  }

  private boolean mayFollow(Room room, User user) {
    try {
      doors.standing(room, user).checkFollow();
      return true;
    } catch (Refused keptOut) {
      return false;
    }
  }
}
