package chat.warren.chat;

import chat.warren.room.Direct;
import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.RoomKey;
import chat.warren.text.Texts;
import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.user.Visit;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /chat/{room}/}: the room with its newest history, or with a page around, before or after a
 * number. Thread-safe.
 */
final class RoomPage {
  private final SignIn signIn;
  private final Doors doors;
  private final History history;
  private final Presence presence;
  private final ReadMarks marks;
  private final UnreadRooms unread;
  private final Sightings sightings;

  RoomPage(
      SignIn signIn,
      Doors doors,
      History history,
      Presence presence,
      ReadMarks marks,
      UnreadRooms unread,
      Sightings sightings) {
    this.signIn = signIn;
    this.doors = doors;
    this.history = history;
    this.presence = presence;
    this.marks = marks;
    this.unread = unread;
    this.sightings = sightings;
  }

  /**
   * @param draft what stands in the field
   * @param id under which it is sent, if it was sent before; else null
   * @param problem what is wrong with it; empty for nothing
   * @throws chat.warren.text.Refused what keeps the reader out, or {@link
   *     chat.warren.text.Refusal#BAD_PARAMETER}
   */
  void show(
      HttpServletRequest request,
      HttpServletResponse response,
      RoomKey key,
      String draft,
      String id,
      String problem)
      throws ServletException, IOException {
    Optional<Visit> visit = signIn.visit(request, response);
    User reader = visit.map(Visit::user).orElse(null);
    Optional<Room> room = doors.find(key, reader);
    Stretch stretch = Stretch.of(request);
    HistoryPage page =
        room.map(it -> stretch.read(history, it.log(), History.PAGE))
            .orElse(new HistoryPage(0, List.of()));
    Map<String, Object> model = new HashMap<>();
    putHistory(model, page, Row.of(page, Texts.of(request), zone(visit)));
    putPlace(model, key, room, reader);
    putReading(model, room, reader);
    model.put("user", reader);
    model.put("naming", reader == null ? "" : Naming.pattern(reader.name()));
    model.put("draft", draft);
    model.put("problem", problem);
    model.put("id", id == null ? UUID.randomUUID().toString() : id);
    Page.showForm(request, response, "room", model);
  }

  /** What nobody has chosen a time zone for is told in universal time. */
  private static ZoneId zone(Optional<Visit> visit) {
    return visit.map(it -> it.profile().zone()).map(ZoneId::of).orElse(ZoneOffset.UTC);
  }

  private static void putHistory(Map<String, Object> model, HistoryPage page, List<Row> rows) {
    model.put("rows", rows);
    model.put("head", page.head());
    model.put("older", page.older());
    model.put("newer", page.newer());
  }

  private void putPlace(Map<String, Object> model, RoomKey key, Optional<Room> room, User reader) {
    Optional<Direct> direct = doors.direct(key, reader);
    model.put("key", key);
    model.put("title", direct.map(Direct::title).orElse(room.map(Room::title).orElse(key.value())));
    model.put("direct", direct.isPresent());
    Optional<User> other = other(direct, reader);
    model.put("other", other.map(User::name).orElse(""));
    model.put("sighting", other.flatMap(it -> sightings.of(it, reader)).orElse(null));
    model.put("room", room.orElse(null));
    model.put("standing", room.map(r -> doors.standing(r, reader)).orElse(null));
    model.put("people", room.map(r -> presence.people(r.log())).orElse(List.of()));
  }

  private void putReading(Map<String, Object> model, Optional<Room> room, User reader) {
    List<UnreadRoom> rooms = reader == null ? List.of() : unread.of(reader);
    ReadMark mark =
        reader == null || room.isEmpty() ? ReadMark.NONE : marks.of(reader, room.get().log());
    model.put("rooms", rooms);
    model.put("unread", rooms.stream().mapToInt(it -> it.tally().unread()).sum());
    model.put("level", mark.level().word());
    model.put("read", mark.seq());
  }

  /** The other one of a conversation of two. */
  private static Optional<User> other(Optional<Direct> direct, User reader) {
    return direct.filter(it -> it.people().size() == 2).stream()
        .flatMap(it -> it.people().stream())
        .filter(it -> it.id() != reader.id())
        .findFirst();
  }
}
