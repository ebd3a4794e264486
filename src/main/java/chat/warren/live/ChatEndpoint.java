package chat.warren.live;

import chat.warren.chat.Receipt;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.wire.ClientFrame;
import chat.warren.wire.Dialect;
import jakarta.websocket.server.ServerEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket of a room, in both dialects. */
@ServerEndpoint(
    value = "/ws/chat/{room}",
    subprotocols = Dialect.SUBPROTOCOL,
    configurator = Handshake.class)
public class ChatEndpoint extends LogEndpoint {
  static final String PREFIX = "/ws/chat/";
  private static final Logger LOG = LoggerFactory.getLogger(ChatEndpoint.class);

  @Override
  void take(Connection connection, ClientFrame frame) {
    switch (Submission.type(frame)) {
      case "away" -> RoomSessions.away(connection, !Boolean.FALSE.equals(frame.on()));
      case "typing" -> RoomSessions.typing(connection);
      case "read", "level" -> connection.mark(frame);
      default ->
          connection
              .submission()
              .take(frame, connection.room(), connection.user())
              .whenComplete((receipt, failure) -> answer(connection, frame, receipt, failure));
    }
  }

  /** A new message comes back through the feed; that is its acknowledgement. */
  private static void answer(
      Connection connection, ClientFrame frame, Receipt receipt, Throwable failure) {
    if (failure instanceof Refused refused) {
      connection.refuse(frame.id(), refused);
    } else if (failure != null) {
      LOG.error("a message was neither stored nor refused", failure);
      connection.refuse(frame.id(), new Refused(Refusal.NOT_STORED));
    } else if (receipt.again()) {
      connection.acknowledge(receipt.entry());
    }
  }
}
