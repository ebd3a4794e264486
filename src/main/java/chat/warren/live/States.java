package chat.warren.live;

import chat.warren.chat.Presence;
import chat.warren.chat.Presence.State;
import chat.warren.user.User;
import chat.warren.wire.FrameCodec;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the rooms that a person is in of a change of the person's state. Whoever changes it many
 * times in a second is told of once. Thread-safe.
 */
final class States {
  private final Presence presence;
  private final ConcurrentHashMap<Long, User> turned = new ConcurrentHashMap<>();

  States(Presence presence) {
    this.presence = presence;
  }

  /** A person's state may be another one now. */
  void turned(User user) {
    turned.put(user.id(), user);
  }

  /** Tells of all whose state has changed; called again and again by one thread. */
  void tell() {
    for (Long person : turned.keySet()) {
      User user = turned.remove(person);
      State state = presence.state(person);
      if (state != State.OFFLINE) {
        String event = FrameCodec.state(user, state);
        presence.logs(person).forEach(log -> RoomSessions.signal(log, event));
      }
    }
  }
}
