package chat.warren.chat;

import chat.warren.room.Room;
import chat.warren.room.RoomName;
import chat.warren.room.Rooms;
import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.web.Page;
import chat.warren.web.Urls;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /chat/{room}/}: the room with its newest history. Thread-safe. */
public final class RoomServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PREFIX = "/chat/";

  private final transient SignIn signIn;
  private final transient Rooms rooms;
  private final transient History history;
  private final transient Presence presence;

  public RoomServlet(SignIn signIn, Rooms rooms, History history, Presence presence) {
    this.signIn = signIn;
    this.rooms = rooms;
    this.history = history;
    this.presence = presence;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    RoomName name = RoomName.inSegment(Urls.segmentAfter(request, PREFIX));
    if (!request.getRequestURI().endsWith("/")) {
      response.sendRedirect(request.getContextPath() + PREFIX + name.segment() + "/");
      return;
    }
    Optional<Room> room = rooms.find(name);
    HistoryPage page = room.map(r -> history.newest(r.log())).orElse(new HistoryPage(0, List.of()));
    Optional<User> user = signIn.user(request, response);
    Map<String, Object> model = new HashMap<>();
    model.put("name", name);
    model.put("messages", page.messages());
    model.put("people", room.map(r -> presence.people(r.log())).orElse(List.of()));
    model.put("head", page.head());
    model.put("user", user.orElse(null));
    Page.showForm(request, response, "room", model);
  }
}
