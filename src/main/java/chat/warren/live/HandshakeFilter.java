package chat.warren.live;

import chat.warren.room.Doors;
import chat.warren.room.InboxKey;
import chat.warren.room.RoomKey;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.SignIn;
import chat.warren.user.Visit;
import chat.warren.web.Urls;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/**
 * The door of the chat sockets: sees that a handshake names a possible room and comes from
 * somebody. A caller without a session becomes a new guest, whose cookie goes out with the 101
 * answer; one's own inbox is only for who has one. Thread-safe.
 */
public final class HandshakeFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Doors doors;

  public HandshakeFilter(SignIn signIn, Doors doors) {
    this.signIn = signIn;
    this.doors = doors;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Urls.isBelow(request, PushEndpoint.PATH)) {
      checkHandshake(request);
      chain.doFilter(as(request, ownInbox(request, response)), response);
      return;
    }
    if (!Urls.isBelow(request, ChatEndpoint.PREFIX)) {
      checkLeadsNowhere(request);
      chain.doFilter(request, response);
      return;
    }
    RoomKey room = RoomKey.inSegment(Urls.segmentAfter(request, ChatEndpoint.PREFIX));
    checkHandshake(request);
    // Before a guest is made of somebody who may not come in.
    doors.checkFollow(room, signIn.user(request, response).orElse(null));
    Visit visit = signIn.visitOrNewGuest(request, response);
    chain.doFilter(as(request, new Caller(visit, Texts.of(request), room)), response);
  }

  /** A stranger has no inbox, and does not become a guest for asking. */
  private Caller ownInbox(HttpServletRequest request, HttpServletResponse response) {
    Visit visit = signIn.knownVisit(request, response);
    return new Caller(visit, Texts.of(request), new InboxKey(visit.user().id()));
  }

  /**
   * The container may find an endpoint where this sees none: Payara with parameters in the path,
   * {@code /ws;x=1/push}. The echo has no door.
   */
  private static void checkLeadsNowhere(HttpServletRequest request) {
    if (isWebSocket(request) && !Urls.isBelow(request, EchoEndpoint.PATH)) {
      throw new Refused(Refusal.BAD_ADDRESS);
    }
  }

  private static boolean isWebSocket(HttpServletRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  private static void checkHandshake(HttpServletRequest request) {
    if (!isWebSocket(request) || request.getHeader("Sec-WebSocket-Key") == null) {
      throw new Refused(Refusal.WEBSOCKET_ONLY);
    }
  }

  private static HttpServletRequest as(HttpServletRequest request, Caller caller) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public Principal getUserPrincipal() {
        return caller;
      }

      @Override
      public String getRequestURI() {
        return withoutSlashAtEnd(super.getRequestURI());
      }

      @Override
      public String getServletPath() {
        return withoutSlashAtEnd(super.getServletPath());
      }
    };
  }

  /** Tomcat takes both forms of the address for the endpoint's, Tyrus (Payara) only this one. */
  private static String withoutSlashAtEnd(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
