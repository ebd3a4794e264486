package chat.warren.live;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sending half of a socket. Sends by the standard API, which encodes the text for each socket
 * anew, or by what the launcher knows to be quicker on its own server. For one sender at a time.
 */
final class Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

  private static volatile Function<Session, BiConsumer<ByteBuffer, SendHandler>> shortcut;

  private final Session session;
  private final RemoteEndpoint.Async remote;
  private final BiConsumer<ByteBuffer, SendHandler> shared;

  Outlet(Session session) {
    Function<Session, BiConsumer<ByteBuffer, SendHandler>> quicker = shortcut;
    this.session = session;
    remote = session.getAsyncRemote();
    shared = quicker == null ? null : quicker.apply(session);
  }

  /** Sets how frames are sent by sockets that are opened from now on; null for the standard way. */
  static void sendBy(Function<Session, BiConsumer<ByteBuffer, SendHandler>> quicker) {
    shortcut = quicker;
  }

  /** Starts sending and returns; the handler is told how it went, on whatever thread. */
  void send(Frame frame, SendHandler handler) {
    if (shared == null) {
      remote.sendText(frame.text(), handler);
    } else {
      shared.accept(frame.utf8(), handler);
    }
  }

  /**
   * Asks for a sign of life.
   *
   * @return false if the socket is gone
   */
  boolean ping() {
    try {
      remote.sendPing(ByteBuffer.allocate(0));
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.debug("socket {} is gone: {}", session.getId(), e.toString());
      return false;
    }
  }

  /** Says goodbye, and waits until the other end has taken it. */
  void close(Goodbye goodbye) {
    try {
      session.close(goodbye.reason());
    } catch (IOException | RuntimeException e) {
      LOG.debug("socket {} was gone before its goodbye: {}", session.getId(), e.toString());
    }
  }
}
