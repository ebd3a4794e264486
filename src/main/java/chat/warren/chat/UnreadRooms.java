package chat.warren.chat;

import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.Rooms;
import chat.warren.text.Refused;
import chat.warren.user.User;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rooms of each person: those in which the person has a read mark. Thread-safe. */
public final class UnreadRooms {
  private final ReadMarks marks;
  private final Rooms rooms;
  private final Doors doors;

  public UnreadRooms(ReadMarks marks, Rooms rooms, Doors doors) {
    this.marks = marks;
    this.rooms = rooms;
    this.doors = doors;
  }

  /** A person's rooms by their titles, without those that the person may not enter any more. */
  public List<UnreadRoom> of(User user) {
    Map<Long, Tally> tallies =
        marks.tallies(user).stream().collect(Collectors.toMap(Tally::log, Function.identity()));
    return rooms.of(tallies.keySet()).stream()
        .filter(room -> mayRead(room, user))
        .sorted(Comparator.comparing(Room::title))
        .map(room -> new UnreadRoom(room, tallies.get(room.log())))
        .toList();
  }

  private boolean mayRead(Room room, User user) {
    try {
      doors.standing(room, user).checkRead();
      return true;
    } catch (Refused keptOut) {
      return false;
    }
  }
}
