package chat.warren.live;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The sending half of a socket. Sends by the standard API, which encodes the text for each socket
 * anew, or by what the launcher knows to be quicker on its own server. For one sender at a time.
 */
final class Outlet {
  private static volatile Function<Session, BiConsumer<ByteBuffer, SendHandler>> shortcut;

  private final RemoteEndpoint.Async remote;
  private final BiConsumer<ByteBuffer, SendHandler> shared;

  Outlet(Session session) {
    Function<Session, BiConsumer<ByteBuffer, SendHandler>> quicker = shortcut;
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

  void ping() throws IOException {
    remote.sendPing(ByteBuffer.allocate(0));
  }
}
