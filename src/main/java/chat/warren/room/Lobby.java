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
import java.util.Optional;
import java.util.function.LongToIntFunction;

/** The page that leads to the rooms. Thread-safe. */
final class Lobby {
  private static final int ROOMS = 200;
  private static final int CONVERSATIONS = 50;

  private final SignIn signIn;
  private final Rooms rooms;
  private final Directs directs;
  private final LongToIntFunction people;

  /**
   * @param people how many people follow a log now
   */
  Lobby(SignIn signIn, Rooms rooms, Directs directs, LongToIntFunction people) {
    this.signIn = signIn;
    this.rooms = rooms;
    this.directs = directs;
    this.people = people;
  }

  void show(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<User> reader = signIn.user(request, response);
    String display = reader.map(User::display).orElse("");
    Map<String, Object> model = model(reader, display, "", "");
    if (reader.isEmpty()) {
      model.put("room", suggestion(Texts.of(request)));
    }
    model.put("own", own(reader));
    Page.showForm(request, response, "lobby", model);
  }

  /** Shows the form again as it was filled in, with what is wrong about it. */
  void showAgain(HttpServletRequest request, HttpServletResponse response, Refused refused)
      throws ServletException, IOException {
    response.setStatus(422);
    Map<String, Object> model =
        model(
            signIn.user(request, response),
            text(request.getParameter("display")),
            text(request.getParameter("room")),
            refused.sentence(Texts.of(request)));
    model.put("own", own(signIn.user(request, response)));
    model.put("wantsPrivate", request.getParameter("private") != null);
    Page.showForm(request, response, "lobby", model);
  }

  private Map<String, Object> model(
      Optional<User> reader, String display, String room, String problem) {
    Map<String, Object> model = new HashMap<>();
    model.put("reader", reader.orElse(null));
    model.put(
        "conversations", reader.map(it -> directs.newest(it, CONVERSATIONS)).orElse(List.of()));
    model.put("display", display);
    model.put("room", room);
    model.put("problem", problem);
    model.put("rooms", rows());
    return model;
  }

  private List<Row> rows() {
    return rooms.newest(ROOMS).stream()
        .map(this::row)
        .sorted(Comparator.comparingInt(Row::people).reversed())
        .toList();
  }

  /** A newcomer needs a name and nothing else: the liveliest room is named already. */
  private String suggestion(Texts texts) {
    return rows().stream()
        .findFirst()
        .map(row -> row.key().value())
        .orElse(texts.of("lobby.first"));
  }

  private List<Row> own(Optional<User> reader) {
    return reader.map(rooms::of).orElse(List.of()).stream().map(this::row).toList();
  }

  private Row row(Room room) {
    return new Row(
        room.key(), room.title(), room.topic(), room.isPrivate(), people.applyAsInt(room.log()));
  }

  private static String text(String parameter) {
    return parameter == null ? "" : parameter;
  }

  /**
   * A room in the list.
   *
   * @param people how many people are there now
   */
  public record Row(RoomKey key, String title, String topic, boolean isPrivate, int people) {}
}
