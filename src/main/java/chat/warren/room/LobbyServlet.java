package chat.warren.room;

import chat.warren.user.SignIn;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongToIntFunction;

/** {@code /} and {@code /chat/}. Thread-safe. */
public final class LobbyServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Lobby lobby;

  /**
   * @param people how many people follow a log now
   */
  public LobbyServlet(SignIn signIn, Rooms rooms, Directs directs, LongToIntFunction people) {
    lobby = new Lobby(signIn, rooms, directs, people);
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
