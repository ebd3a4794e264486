package chat.warren.live;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.wire.ClientFrame;
import chat.warren.wire.FrameCodec;
import chat.warren.wire.Incoming;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket that follows a log. It translates frames and decides nothing. The container makes one
 * for each socket and calls it by one thread at a time.
 */
public abstract class LogEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(LogEndpoint.class);

  private final Incoming incoming = new Incoming();
  private Connection connection;

  @OnOpen
  public void open(Session session) throws IOException {
    List<String> since = session.getRequestParameterMap().get("since");
    try {
      connection = RoomSessions.join(session, Caller.of(session), Since.read(since));
      if (Since.isBad(since)) {
        connection.refuse(null, new Refused(Refusal.BAD_SINCE));
      }
    } catch (Refused refused) {
      session.close(Goodbye.of(refused).reason());
    } catch (RuntimeException e) {
      LOG.error("a socket could not be let in", e);
      session.close(Goodbye.UNAVAILABLE.reason());
    }
  }

  @OnMessage
  public void text(String part, boolean last) {
    if (connection == null || connection.isEnding()) {
      return;
    }
    connection.heard();
    try {
      String frame = incoming.text(part, last);
      if (frame != null) {
        receive(frame);
      }
    } catch (Incoming.TooBig e) {
      connection.close(Goodbye.TOO_BIG);
    }
  }

  @OnMessage
  public void binary(ByteBuffer part, boolean last) {
    if (connection == null || connection.isEnding()) {
      return;
    }
    connection.heard();
    try {
      if (incoming.binary(part, last)) {
        connection.refuse(null, new Refused(Refusal.BINARY));
      }
    } catch (Incoming.TooBig e) {
      connection.close(Goodbye.TOO_BIG);
    }
  }

  @OnMessage
  public void pong(PongMessage signOfLife) {
    if (connection != null) {
      connection.heard();
    }
  }

  @OnClose
  public void close() {
    if (connection != null) {
      RoomSessions.leave(connection);
    }
  }

  @OnError
  public void error(Session session, Throwable failure) {
    if (failure instanceof IOException) {
      LOG.debug("socket {} broke: {}", session.getId(), failure.toString());
    } else {
      LOG.warn("a defect on socket {}", session.getId(), failure);
    }
  }

  private void receive(String frame) {
    try {
      FrameCodec.read(frame).forEach(this::receive);
    } catch (Refused refused) {
      connection.refuse(null, refused);
    }
  }

  private void receive(ClientFrame frame) {
    try {
      if (Submission.type(frame).equals("ping")) {
        connection.reply(FrameCodec.pong());
      } else {
        take(connection, frame);
      }
    } catch (Refused refused) {
      connection.refuse(frame.id(), refused);
    }
  }

  /**
   * Takes what the client sends.
   *
   * @throws Refused if it cannot be; the client is told
   */
  abstract void take(Connection connection, ClientFrame frame);
}
