package chat.warren.live;

import chat.warren.room.RoomKey;
import chat.warren.text.Texts;
import chat.warren.user.User;
import jakarta.websocket.Session;
import java.security.Principal;

/**
 * Who opens a socket, in whose language, to which room: what {@link HandshakeFilter} found out,
 * carried to the endpoint as the socket's principal.
 */
record Caller(User user, Texts texts, RoomKey room) implements Principal {
  static Caller of(Session session) {
    return (Caller) session.getUserPrincipal();
  }

  @Override
  public String getName() {
    return user.name();
  }
}
