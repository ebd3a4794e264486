package chat.warren.live;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.wire.ClientFrame;
import chat.warren.wire.Dialect;
import jakarta.websocket.server.ServerEndpoint;

/** The socket of one's own inbox: the same protocol, always {@code warren.v1}, only to read. */
@ServerEndpoint(
    value = PushEndpoint.PATH,
    subprotocols = Dialect.SUBPROTOCOL,
    configurator = Handshake.class)
public class PushEndpoint extends LogEndpoint {
  static final String PATH = "/ws/push";

  @Override
  void take(Connection connection, ClientFrame frame) {
    throw new Refused(Refusal.INBOX_READ_ONLY);
  }
}
