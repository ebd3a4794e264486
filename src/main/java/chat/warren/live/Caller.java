package chat.warren.live;

import chat.warren.room.RoomKey;
import chat.warren.text.Texts;
import chat.warren.user.User;
import chat.warren.user.Visit;
import jakarta.websocket.Session;
import java.security.Principal;

/**
 * Who opens a socket under which session, in whose language, to which room: what {@link
 * HandshakeFilter} found out, carried to the endpoint as the socket's principal.
 */
record Caller(Visit visit, Texts texts, RoomKey room) implements Principal {
  User user() {
    return visit.user();
  }

  static Caller of(Session session) {
    return (Caller) session.getUserPrincipal();
  }

  @Override
  public String getName() {
    return user().name();
  }
}
