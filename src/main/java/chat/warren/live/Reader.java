package chat.warren.live;

import chat.warren.chat.UnreadRoom;
import chat.warren.room.Room;
import chat.warren.user.User;
import chat.warren.wire.FrameCodec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A person with open sockets, and what these were told of other rooms. Guarded by Elsewhere. */
final class Reader {
  final User user;
  final Set<Connection> connections = new HashSet<>();

  /** The logs of the person's rooms, and those among them that are followed. */
  Set<Long> rooms = Set.of();

  Set<Long> followed = Set.of();

  private final Map<Long, UnreadRoom> told = new HashMap<>();

  Reader(User user) {
    this.user = user;
  }

  /** One more socket, which was told nothing yet. */
  void join(Connection connection) {
    connections.add(connection);
    told.clear();
  }

  /**
   * Tells of what is new about the person's rooms.
   *
   * @param now all of them
   */
  void tell(List<UnreadRoom> now) {
    for (UnreadRoom room : now) {
      if (!room.equals(told.put(room.room().log(), room))) {
        tell(room.room(), FrameCodec.unread(room));
      }
    }
    told.values().removeIf(before -> isGone(before.room()));
  }

  private boolean isGone(Room room) {
    boolean gone = !rooms.contains(room.log());
    if (gone) {
      tell(room, FrameCodec.noMoreUnread(room));
    }
    return gone;
  }

  /** A window in the room itself knows more. */
  private void tell(Room room, String event) {
    connections.stream().filter(it -> it.room().log() != room.log()).forEach(it -> it.tell(event));
  }
}
