package chat.warren.live;

import chat.warren.user.User.Rank;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks of all sockets at once whether their sessions are still open and their people what they
 * were, where one cannot know of whom that has changed. What changes within a room comes as an
 * entry of its log. Thread-safe.
 */
final class RollCall {
  private static final Logger LOG = LoggerFactory.getLogger(RollCall.class);

  private final Live live;
  private final AtomicBoolean underWay = new AtomicBoolean();

  RollCall(Live live) {
    this.live = live;
  }

  /** Asks on another thread, unless that is being done. */
  void hold(Supplier<Stream<Connection>> sockets) {
    if (underWay.compareAndSet(false, true)) {
      try {
        live.loads().execute(() -> call(sockets.get().toList()));
      } catch (RejectedExecutionException serverStops) {
        LOG.debug("not asked, the server stops");
      }
    }
  }

  private void call(List<Connection> sockets) {
    try {
      Map<Long, Rank> open =
          live.sessions()
              .open(sockets.stream().map(Connection::signIn).collect(Collectors.toSet()));
      for (Connection socket : sockets) {
        Rank rank = open.get(socket.signIn());
        if (rank == null) {
          socket.close(Goodbye.SIGNED_OUT);
        } else if (rank != socket.user().rank()) {
          socket.close(Goodbye.RANK);
        }
      }
    } catch (RuntimeException e) {
      LOG.debug("the store does not say who is signed in; it is asked again", e);
    } finally {
      underWay.set(false);
    }
  }
}
