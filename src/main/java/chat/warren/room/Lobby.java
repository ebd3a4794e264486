package chat.warren.room;

import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToIntFunction;

/** The page that leads to the rooms. Thread-safe. */
final class Lobby {
  private static final int ROOMS = 200;

  private final SignIn signIn;
  private final Rooms rooms;
  private final LongToIntFunction people;

  /**
   * @param people how many people follow a log now
   */
  Lobby(SignIn signIn, Rooms rooms, LongToIntFunction people) {
    this.signIn = signIn;
    this.rooms = rooms;
    this.people = people;
  }

  void show(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    User user = signIn.user(request, response).orElse(null);
    Map<String, Object> model = model(user == null ? "" : user.display(), "", "");
    model.put("user", user);
    Page.showForm(request, response, "lobby", model);
  }

  /** Shows the form again as it was filled in, with what is wrong about it. */
  void showAgain(HttpServletRequest request, HttpServletResponse response, Refused refused)
      throws ServletException, IOException {
    response.setStatus(422);
    Map<String, Object> model =
        model(
            text(request.getParameter("display")),
            text(request.getParameter("room")),
            refused.sentence(Texts.of(request)));
    Page.showForm(request, response, "lobby", model);
  }

  private Map<String, Object> model(String display, String room, String problem) {
    Map<String, Object> model = new HashMap<>();
    model.put("display", display);
    model.put("room", room);
    model.put("problem", problem);
    model.put("rooms", rows());
    return model;
  }

  private List<Row> rows() {
    return rooms.newest(ROOMS).stream()
        .map(room -> new Row(room.key(), room.title(), people.applyAsInt(room.log())))
        .sorted(Comparator.comparingInt(Row::people).reversed())
        .toList();
  }

  private static String text(String parameter) {
    return parameter == null ? "" : parameter;
  }

  /**
   * A room in the list.
   *
   * @param people how many people are there now
   */
  public record Row(RoomKey key, String title, int people) {}
}
