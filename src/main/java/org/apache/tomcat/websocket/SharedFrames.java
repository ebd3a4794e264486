package org.apache.tomcat.websocket;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Sends text that is encoded already, so that a room's frame is encoded once and not once for each
 * reader, and a socket needs no buffer to encode into. The standard API has no such thing for text;
 * this class stands in Tomcat's package to reach what is below it, and goes with the very Tomcat
 * that lies in the WAR. Stateless.
 */
public final class SharedFrames implements Function<Session, BiConsumer<ByteBuffer, SendHandler>> {
  /**
   * @return sends one text frame, UTF-8, one at a time; calls the handler as {@link
   *     jakarta.websocket.RemoteEndpoint.Async#sendText(String, SendHandler)} does
   */
  @Override
  public BiConsumer<ByteBuffer, SendHandler> apply(Session session) {
    WsRemoteEndpointImplBase remote = ((WsRemoteEndpointAsync) session.getAsyncRemote()).base;
    return (text, handler) -> remote.startMessage(Constants.OPCODE_TEXT, text, true, handler);
  }
}
