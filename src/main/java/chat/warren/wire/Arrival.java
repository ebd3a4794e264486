package chat.warren.wire;

import chat.warren.chat.ReadMark;
import chat.warren.room.InboxKey;
import chat.warren.room.Room;
import chat.warren.room.Standing;
import chat.warren.text.Texts;
import chat.warren.user.User;
import java.util.Map;

/**
 * Somebody who comes to a room, and what that person is told first.
 *
 * @param mark how far the person had read
 * @param standing what the person may do; null at an inbox
 * @param readers how far others have read who show it
 * @param texts the person's language
 */
public record Arrival(
    Room room, User you, ReadMark mark, Standing standing, Map<User, Long> readers, Texts texts) {

  /** Whoever comes to an inbox comes to the own one, which has no doors and a mark of its own. */
  public static Arrival atInbox(Room inbox, User you, Texts texts) {
    return new Arrival(inbox, you, ReadMark.NONE, null, Map.of(), texts);
  }

  public boolean isAtInbox() {
    return room.key() instanceof InboxKey;
  }
}
