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
import java.util.function.Function;
import java.util.function.LongToIntFunction;

/** The page that leads to the rooms. Thread-safe. */
final class Lobby {
  private static final int ROOMS = 200;
  private static final int CONVERSATIONS = 50;

  private final SignIn signIn;
  private final Rooms rooms;
  private final Directs directs;
  private final LongToIntFunction people;
  private final Function<User, Map<Long, Integer>> unread;

  /**
   * @param people how many people follow a log now
   * @param unread how much a person has not read in each log
   */
  Lobby(
      SignIn signIn,
      Rooms rooms,
      Directs directs,
      LongToIntFunction people,
      Function<User, Map<Long, Integer>> unread) {
    this.signIn = signIn;
    this.rooms = rooms;
    this.directs = directs;
    this.people = people;
    this.unread = unread;
  }

  void show(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<User> reader = signIn.user(request, response);
    String display = reader.map(User::display).orElse("");
    Map<String, Object> model = model(reader, display, "", "");
    if (reader.isEmpty()) {
      model.put("room", suggestion(Texts.of(request)));
    }
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
    model.put("wantsPrivate", request.getParameter("private") != null);
    Page.showForm(request, response, "lobby", model);
  }

  private Map<String, Object> model(
      Optional<User> reader, String display, String room, String problem) {
    Map<Long, Integer> counts = reader.map(unread).orElse(Map.of());
    Map<String, Object> model = new HashMap<>();
    model.put("reader", reader.orElse(null));
    model.put("own", rows(reader.map(rooms::of).orElse(List.of()), counts));
    List<Room> conversations =
        reader.map(it -> directs.newest(it, CONVERSATIONS)).orElse(List.of());
    model.put("conversations", rows(conversations, counts));
    model.put("display", display);
    model.put("room", room);
    model.put("problem", problem);
    model.put("rooms", liveliest(counts));
    return model;
  }

  private List<Row> liveliest(Map<Long, Integer> counts) {
    return rows(rooms.newest(ROOMS), counts).stream()
        .sorted(Comparator.comparingInt(Row::people).reversed())
        .toList();
  }

  /** A newcomer needs a name and nothing else: the liveliest room is named already. */
  private String suggestion(Texts texts) {
    return liveliest(Map.of()).stream()
        .findFirst()
        .map(row -> row.key().value())
        .orElse(texts.of("lobby.first"));
  }

  private List<Row> rows(List<Room> some, Map<Long, Integer> counts) {
    return some.stream().map(room -> row(room, counts.getOrDefault(room.log(), 0))).toList();
  }

  private Row row(Room room, int unread) {
    return new Row(
        room.key(),
        room.title(),
        room.topic(),
        room.isPrivate(),
        people.applyAsInt(room.log()),
        unread);
  }

  private static String text(String parameter) {
    return parameter == null ? "" : parameter;
  }

  /**
   * A room in the list.
   *
   * @param people how many people are there now
   * @param unread how much the reader has not read there; 0 for a room that is not the reader's
   */
  public record Row(
      RoomKey key, String title, String topic, boolean isPrivate, int people, int unread) {}
}
