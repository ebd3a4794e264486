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
  private final Tallies tallies;
  private final Rooms rooms;
  private final Directs directs;
  private final Doors doors;

  public UnreadRooms(Tallies tallies, Rooms rooms, Directs directs, Doors doors) {
    this.tallies = tallies;
    this.rooms = rooms;
    this.directs = directs;
    this.doors = doors;
  }

  /** A person's rooms by their titles, without those in which the person hears nothing new. */
  public List<UnreadRoom> of(User user) {
    Map<Long, Tally> own =
        tallies.of(user).stream().collect(Collectors.toMap(Tally::log, Function.identity()));
    Stream<Room> open = rooms.of(own.keySet()).stream().filter(room -> mayFollow(room, user));
    return Stream.concat(open, directs.of(user, own.keySet()).stream())
        .sorted(Comparator.comparing(Room::title))
        .map(room -> new UnreadRoom(room, own.get(room.log())))
        .toList();
  }

  /** How much a person has not read in each log that is the person's. */
  public Map<Long, Integer> counts(User user) {
    return tallies.of(user).stream().collect(Collectors.toMap(Tally::log, Tally::unread));
  }

  /** The numbers of the people among whose rooms a log may be. */
  public Set<Long> people(long log) {
    return tallies.people(log);
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
