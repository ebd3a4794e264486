package chat.warren.room;

import chat.warren.text.Refused;
import chat.warren.user.DisplayName;
import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongToIntFunction;

/**
 * {@code /enter}: takes the form of the lobby, a name and a room, and leads into the room; a
 * private one is made anew. Thread-safe.
 */
public final class EnterServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Rooms rooms;
  private final transient Lobby lobby;

  /**
   * @param people how many people follow a log now
   * @param unread how much a person has not read in each log
   */
  public EnterServlet(
      SignIn signIn,
      Rooms rooms,
      Directs directs,
      LongToIntFunction people,
      Function<User, Map<Long, Integer>> unread) {
    this.signIn = signIn;
    this.rooms = rooms;
    lobby = new Lobby(signIn, rooms, directs, people, unread);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Page.found(response, request.getContextPath() + "/");
  }

  /** Guests say who they are; an account's name is changed on its profile alone. */
  private User enter(HttpServletRequest request, HttpServletResponse response) {
    return signIn
        .user(request, response)
        .filter(user -> !user.isGuest())
        .orElseGet(
            () -> {
              DisplayName display = new DisplayName(request.getParameter("display"));
              return signIn.enter(request, response, display);
            });
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      boolean isPrivate = request.getParameter("private") != null;
      RoomKey room = isPrivate ? null : new RoomName(request.getParameter("room"));
      String title = isPrivate ? RoomSettings.title(request.getParameter("room")) : null;
      User user = enter(request, response);
      if (isPrivate) {
        room = rooms.createPrivate(title, user).key();
      }
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getContextPath() + "/chat/" + room.segment() + "/");
    } catch (Refused refused) {
      if (refused.refusal().retry()) {
        throw refused;
      }
      lobby.showAgain(request, response, refused);
    }
  }
}
