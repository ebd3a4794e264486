package chat.warren.chat;

import chat.warren.room.Direct;
import chat.warren.room.Doors;
import chat.warren.room.Members;
import chat.warren.room.Room;
import chat.warren.room.RoomKey;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.web.Page;
import chat.warren.web.Urls;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * {@code /chat/{room}/}: the room with its newest history, and {@code /chat/{room}/settings}: its
 * people and what may be done about them and it. Thread-safe.
 */
public final class RoomServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PREFIX = "/chat/";

  private final transient SignIn signIn;
  private final transient Doors doors;
  private final transient History history;
  private final transient Presence presence;
  private final transient Conversation conversation;
  private final transient Moderation moderation;
  private final transient SettingsPage settings;
  private final transient ReadMarks marks;
  private final transient UnreadRooms unread;
  private final transient Sightings sightings;

  public RoomServlet(
      SignIn signIn,
      Doors doors,
      Members members,
      History history,
      Presence presence,
      Conversation conversation,
      Moderation moderation,
      ReadMarks marks,
      UnreadRooms unread,
      Sightings sightings) {
    this.signIn = signIn;
    this.doors = doors;
    this.history = history;
    this.presence = presence;
    this.conversation = conversation;
    this.moderation = moderation;
    this.settings = new SettingsPage(signIn, doors, members);
    this.marks = marks;
    this.unread = unread;
    this.sightings = sightings;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = Urls.segmentAfter(request, PREFIX);
    if (path.endsWith(SettingsPage.END)) {
      settings.show(request, response, SettingsPage.room(path), "");
      return;
    }
    RoomKey named = RoomKey.inSegment(path);
    RoomKey key = spelling(named, signIn.user(request, response).orElse(null));
    if (!request.getRequestURI().endsWith("/") || !key.equals(named)) {
      Page.found(response, request.getContextPath() + PREFIX + key.segment() + "/");
      return;
    }
    show(request, response, key, "", "");
  }

  /** Takes the composer's form, for whoever has no JavaScript, and those of the settings. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    RoomKey key = RoomKey.inSegment(Urls.segmentAfter(request, PREFIX));
    String text = request.getParameter("message");
    try {
      // Before a guest is made of somebody who may not come in.
      doors.find(key, signIn.user(request, response).orElse(null));
      User author = signIn.userOrNewGuest(request, response);
      Room room = doors.open(key, author);
      Optional<Measure> measure = RoomForm.measure(request);
      if (measure.isPresent()) {
        Receipt.await(moderation.take(room, author, measure.get()));
      } else {
        String id = request.getParameter("id");
        Receipt.await(conversation.post(room, author, id, text, null));
      }
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getContextPath() + next(request, room, author));
    } catch (Refused refused) {
      response.setStatus(refused.refusal().status());
      String problem = refused.sentence(Texts.of(request));
      if (cameFromSettings(request)) {
        settings.show(request, response, key, problem);
      } else {
        show(request, response, key, text, problem);
      }
    }
  }

  /** A page has one address, by which the browser keeps what is not yet sent. */
  private RoomKey spelling(RoomKey key, User reader) {
    return doors.direct(key, reader).<RoomKey>map(Direct::key).orElse(key);
  }

  /** Back to where the form was; to the lobby for whoever has left a private room by it. */
  private String next(HttpServletRequest request, Room room, User author) {
    if (doors.standing(room, author).reading() != null) {
      return "/";
    }
    String page = PREFIX + room.key().segment();
    return page + (cameFromSettings(request) ? SettingsPage.END : "/");
  }

  private static boolean cameFromSettings(HttpServletRequest request) {
    return "settings".equals(request.getParameter("from"));
  }

  private String level(User reader, Optional<Room> room) {
    return reader == null || room.isEmpty()
        ? Level.EVERYTHING.word()
        : marks.of(reader, room.get().log()).level().word();
  }

  /** The other one of a conversation of two. */
  private static Optional<User> other(Optional<Direct> direct, User reader) {
    return direct.filter(it -> it.people().size() == 2).stream()
        .flatMap(it -> it.people().stream())
        .filter(it -> it.id() != reader.id())
        .findFirst();
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      RoomKey key,
      String draft,
      String problem)
      throws ServletException, IOException {
    User reader = signIn.user(request, response).orElse(null);
    Optional<Room> room = doors.find(key, reader);
    HistoryPage page = room.map(r -> history.newest(r.log())).orElse(new HistoryPage(0, List.of()));
    Map<String, Object> model = new HashMap<>();
    Optional<Direct> direct = doors.direct(key, reader);
    model.put("key", key);
    model.put("title", direct.map(Direct::title).orElse(room.map(Room::title).orElse(key.value())));
    model.put("direct", direct.isPresent());
    model.put("rows", Row.of(page));
    model.put("room", room.orElse(null));
    model.put("standing", room.map(r -> doors.standing(r, reader)).orElse(null));
    model.put("people", room.map(r -> presence.people(r.log())).orElse(List.of()));
    List<UnreadRoom> rooms = reader == null ? List.of() : unread.of(reader);
    model.put("rooms", rooms);
    model.put("unread", rooms.stream().mapToInt(it -> it.tally().unread()).sum());
    model.put("level", level(reader, room));
    Optional<User> other = other(direct, reader);
    model.put("other", other.map(User::name).orElse(""));
    model.put("sighting", other.flatMap(it -> sightings.of(it, reader)).orElse(null));
    model.put("head", page.head());
    model.put("user", reader);
    model.put("naming", reader == null ? "" : Naming.pattern(reader.name()));
    model.put("draft", draft);
    model.put("problem", problem);
    model.put("id", UUID.randomUUID().toString());
    Page.showForm(request, response, "room", model);
  }

  /** What stands in the list: a message or a line; the other is null. */
  public record Row(long seq, Message message, Line line) {
    static List<Row> of(HistoryPage page) {
      Stream<Row> messages = page.messages().stream().map(it -> new Row(it.seq(), it, null));
      Stream<Row> lines = page.changes().stream().map(it -> new Row(it.seq(), null, Line.of(it)));
      return Stream.concat(messages, lines).sorted(Comparator.comparingLong(Row::seq)).toList();
    }
  }
}
