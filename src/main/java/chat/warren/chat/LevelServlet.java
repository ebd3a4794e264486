package chat.warren.chat;

import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.RoomKey;
import chat.warren.user.SignIn;
import chat.warren.user.User;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /level}: takes the form of a room's page that says what counts there, and leads back.
 * Thread-safe.
 */
public final class LevelServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Doors doors;
  private final transient ReadMarks marks;

  public LevelServlet(SignIn signIn, Doors doors, ReadMarks marks) {
    this.signIn = signIn;
    this.doors = doors;
    this.marks = marks;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RoomKey key = RoomKey.of(String.valueOf(request.getParameter("room")));
    Level level = Level.of(request.getParameter("level"));
    User user = signIn.knownUser(request, response);
    Room room = doors.open(key, user);
    marks.level(user, room.log(), level);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location", request.getContextPath() + "/chat/" + room.key().segment() + "/");
  }
}
