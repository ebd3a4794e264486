package chat.warren.live;

import chat.warren.wire.Incoming;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection check: answers every frame with a prefix before it. The container makes one for
 * each socket and calls it by one thread at a time.
 */
@ServerEndpoint(value = EchoEndpoint.PATH, configurator = Handshake.class)
public class EchoEndpoint {
  static final String PATH = "/ws/echo";
  private static final Logger LOG = LoggerFactory.getLogger(EchoEndpoint.class);
  private static volatile String prefix = "";

  private final Incoming incoming = new Incoming();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Sets what comes before every answer. */
  public static void answerWith(String configured) {
    prefix = configured;
  }

  @OnMessage
  public String text(String part, boolean last, Session session) throws IOException {
    try {
      String text = incoming.text(part, last);
      return text == null ? null : prefix + text;
    } catch (Incoming.TooBig e) {
      session.close(Goodbye.TOO_BIG.reason());
      return null;
    }
  }

  @OnMessage
  public ByteBuffer binary(ByteBuffer part, boolean last, Session session) throws IOException {
    try {
      if (!incoming.binary(part.duplicate(), last)) {
        keep(part);
        return null;
      }
    } catch (Incoming.TooBig e) {
      session.close(Goodbye.TOO_BIG.reason());
      return null;
    }
    keep(part);
    byte[] content = bytes.toByteArray();
    bytes.reset();
    byte[] before = prefix.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(before.length + content.length).put(before).put(content).flip();
  }

  private void keep(ByteBuffer part) {
    while (part.hasRemaining()) {
      bytes.write(part.get());
    }
  }

  @OnError
  public void error(Session session, Throwable failure) {
    LOG.debug("socket {} broke: {}", session.getId(), failure.toString());
  }
}
