package chat.warren.bench;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A chat room as tutorials write it: a set of sessions and a loop over it. It knows nobody, stores
 * nothing and waits for its slowest reader.
 */
@ServerEndpoint("/ws/chat/{room}")
public class NaiveEndpoint {
  private static final ConcurrentHashMap<String, Set<Session>> ROOMS = new ConcurrentHashMap<>();

  @OnOpen
  public void open(Session session, @PathParam("room") String room) {
    ROOMS.computeIfAbsent(room, name -> ConcurrentHashMap.newKeySet()).add(session);
  }

  @OnClose
  public void close(Session session, @PathParam("room") String room) {
    ROOMS.get(room).remove(session);
  }

  @OnMessage
  public void text(String message, @PathParam("room") String room) throws IOException {
    for (Session session : ROOMS.get(room)) {
      synchronized (session) {
        if (session.isOpen()) {
          session.getBasicRemote().sendText(message);
        }
      }
    }
  }
}
