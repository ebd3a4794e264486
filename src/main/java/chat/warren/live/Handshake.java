package chat.warren.live;

import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/**
 * How sockets are opened: without extensions. Every browser offers to compress ({@code
 * permessage-deflate}, RFC 7692), and for each socket that accepts it Tomcat keeps 170 KB and
 * compresses every frame anew, which for a room of a thousand is a thousand times. Stateless.
 */
public final class Handshake extends ServerEndpointConfig.Configurator {
  @Override
  public List<Extension> getNegotiatedExtensions(
      List<Extension> installed, List<Extension> requested) {
    return List.of();
  }
}
