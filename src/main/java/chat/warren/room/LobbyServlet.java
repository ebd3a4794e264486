package chat.warren.room;

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

/** {@code /} and {@code /chat/}. Thread-safe. */
public final class LobbyServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Lobby lobby;

  /**
   * @param people how many people follow a log now
   * @param unread how much a person has not read in each log
   */
  public LobbyServlet(
      SignIn signIn,
      Rooms rooms,
      Directs directs,
      LongToIntFunction people,
      Function<User, Map<Long, Integer>> unread) {
    lobby = new Lobby(signIn, rooms, directs, people, unread);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getServletPath().equals("/chat")) {
      Page.found(response, request.getContextPath() + "/chat/");
    } else {
      lobby.show(request, response);
    }
  }
}
