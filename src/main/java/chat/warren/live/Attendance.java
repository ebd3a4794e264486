package chat.warren.live;

import chat.warren.chat.Presence;
import chat.warren.chat.Presence.Effect;
import chat.warren.chat.Presence.Ended;
import chat.warren.chat.Presence.State;
import chat.warren.user.User;
import chat.warren.wire.FrameCodec;
import java.util.function.Consumer;

/** Tells the sockets of one log who comes and who is gone. Guarded by its feed. */
final class Attendance {
  private final Live live;
  private final Presence presence;
  private final long log;
  private final Consumer<String> signal;

  /**
   * @param signal sends an event to all sockets of the log
   */
  Attendance(Live live, long log, Consumer<String> signal) {
    this.live = live;
    this.presence = live.presence();
    this.log = log;
    this.signal = signal;
  }

  void enter(Connection connection) {
    came(connection.user(), presence.enter(connection.lease()));
  }

  void renew(Connection connection) {
    came(connection.user(), presence.renew(connection.lease()));
  }

  void away(Connection connection, boolean away) {
    turned(connection.user(), presence.away(connection.lease(), away));
  }

  void leave(Connection connection) {
    left(connection.user(), presence.leave(connection.lease()));
  }

  /** Ends the leases that were not renewed in time. */
  void expire() {
    for (Ended ended : presence.expire(log)) {
      left(ended.user(), new Effect(ended.gone(), true));
    }
  }

  /**
   * Somebody has come, gone or turned on another node; what counts is how that is by now, for it
   * may have changed here since.
   */
  void hear(User user, Effect effect) {
    if (presence.logs(user.id()).contains(log)) {
      came(user, effect);
    } else {
      left(user, effect);
    }
  }

  private void came(User user, Effect effect) {
    if (effect.moved()) {
      signal.accept(FrameCodec.here(user, presence.state(user.id())));
    }
    turned(user, effect);
  }

  private void left(User user, Effect effect) {
    if (effect.moved()) {
      State state = presence.state(user.id());
      signal.accept(FrameCodec.gone(user, state));
      if (state == State.OFFLINE) {
        live.reading().notebook().lastSees(user.id());
      }
    }
    turned(user, effect);
  }

  private void turned(User user, Effect effect) {
    if (effect.turned()) {
      live.states().turned(user);
    }
  }
}
