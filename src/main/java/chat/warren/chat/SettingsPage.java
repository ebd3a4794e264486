package chat.warren.chat;

import chat.warren.room.Doors;
import chat.warren.room.Members;
import chat.warren.room.Room;
import chat.warren.room.RoomKey;
import chat.warren.room.Standing;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /chat/{room}/settings}: the members, and the forms for all that one may do; {@code handle}
 * names whom one means to do it to. Thread-safe.
 */
final class SettingsPage {
  static final String END = "/settings";

  private final SignIn signIn;
  private final Doors doors;
  private final Members members;

  SettingsPage(SignIn signIn, Doors doors, Members members) {
    this.signIn = signIn;
    this.doors = doors;
    this.members = members;
  }

  /** The room that a path names which ends with {@link #END}. */
  static RoomKey room(String path) {
    return RoomKey.inSegment(path.substring(0, path.length() - END.length()));
  }

  /**
   * @param problem what is wrong with the form that was sent; empty for nothing
   * @throws Refused {@link Refusal#NO_SUCH_ROOM}, or what keeps the reader out
   */
  void show(HttpServletRequest request, HttpServletResponse response, RoomKey key, String problem)
      throws ServletException, IOException {
    User reader = signIn.user(request, response).orElse(null);
    Room room = doors.find(key, reader).orElseThrow(() -> new Refused(Refusal.NO_SUCH_ROOM));
    Standing standing = doors.standing(room, reader);
    Map<String, Object> model = new HashMap<>();
    model.put("room", room);
    model.put("user", reader);
    model.put("standing", standing);
    model.put("state", doors.state(room));
    model.put("members", members.of(room));
    model.put("banned", standing.moderates() ? members.banned(room) : List.of());
    model.put("muted", standing.moderates() ? members.muted(room) : List.of());
    model.put("handle", request.getParameter("handle"));
    model.put("problem", problem);
    Page.showForm(request, response, "settings", model);
  }
}
