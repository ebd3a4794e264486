package chat.warren.chat;

import chat.warren.room.Company;
import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.RoomKey;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.Preferences;
import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.web.Page;
import chat.warren.web.Urls;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /chat/{room}/}: the room with its newest history. Thread-safe. */
public final class RoomServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PREFIX = "/chat/";

  private final transient SignIn signIn;
  private final transient Doors doors;
  private final transient History history;
  private final transient Presence presence;
  private final transient Conversation conversation;
  private final transient ReadMarks marks;
  private final transient UnreadRooms unread;
  private final transient Preferences preferences;

  public RoomServlet(
      SignIn signIn,
      Doors doors,
      History history,
      Presence presence,
      Conversation conversation,
      ReadMarks marks,
      UnreadRooms unread,
      Preferences preferences) {
    this.signIn = signIn;
    this.doors = doors;
    this.history = history;
    this.presence = presence;
    this.conversation = conversation;
    this.marks = marks;
    this.unread = unread;
    this.preferences = preferences;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    RoomKey key = RoomKey.inSegment(Urls.segmentAfter(request, PREFIX));
    if (!request.getRequestURI().endsWith("/")) {
      response.sendRedirect(request.getContextPath() + PREFIX + key.segment() + "/");
      return;
    }
    show(request, response, key, "", "");
  }

  /** Takes the composer's form, for whoever has no JavaScript. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    RoomKey key = RoomKey.inSegment(Urls.segmentAfter(request, PREFIX));
    String text = request.getParameter("message");
    try {
      User author = signIn.userOrNewGuest(request, response);
      String id = request.getParameter("id");
      Receipt.await(conversation.post(doors.open(key, author), author, id, text, null));
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getContextPath() + PREFIX + key.segment() + "/");
    } catch (Refused refused) {
      response.setStatus(refused.refusal().status());
      show(request, response, key, text, refused.sentence(Texts.of(request)));
    }
  }

  private String level(User reader, Optional<Room> room) {
    return reader == null || room.isEmpty()
        ? Level.EVERYTHING.word()
        : marks.of(reader, room.get().log()).level().word();
  }

  /** When the other one of a direct conversation was last here. */
  private Instant lastSeen(RoomKey key) {
    return key instanceof Company company && company.handles().size() == 1
        ? preferences.lastSeen(company.handles().get(0)).orElse(null)
        : null;
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
    model.put("key", key);
    model.put("title", room.map(Room::title).orElse(key.value()));
    model.put("messages", page.messages());
    model.put("people", room.map(r -> presence.people(r.log())).orElse(List.of()));
    List<UnreadRoom> rooms = reader == null ? List.of() : unread.of(reader);
    model.put("rooms", rooms);
    model.put("unread", rooms.stream().mapToInt(it -> it.tally().unread()).sum());
    model.put("level", level(reader, room));
    model.put("seen", lastSeen(key));
    model.put("head", page.head());
    model.put("user", reader);
    model.put("draft", draft);
    model.put("problem", problem);
    model.put("id", UUID.randomUUID().toString());
    Page.showForm(request, response, "room", model);
  }
}
