package chat.warren.chat;

import chat.warren.room.Direct;
import chat.warren.room.Doors;
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

  public RoomServlet(
      SignIn signIn, Doors doors, History history, Presence presence, Conversation conversation) {
    this.signIn = signIn;
    this.doors = doors;
    this.history = history;
    this.presence = presence;
    this.conversation = conversation;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    RoomKey named = RoomKey.inSegment(Urls.segmentAfter(request, PREFIX));
    RoomKey key = spelling(named, signIn.user(request, response).orElse(null));
    if (!request.getRequestURI().endsWith("/") || !key.equals(named)) {
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
      // Before a guest is made of somebody who may not come in.
      doors.find(key, signIn.user(request, response).orElse(null));
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

  /** A page has one address, by which the browser keeps what is not yet sent. */
  private RoomKey spelling(RoomKey key, User reader) {
    return doors.direct(key, reader).<RoomKey>map(Direct::key).orElse(key);
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
    model.put("messages", page.messages());
    model.put("people", room.map(r -> presence.people(r.log())).orElse(List.of()));
    model.put("head", page.head());
    model.put("user", reader);
    model.put("draft", draft);
    model.put("problem", problem);
    model.put("id", UUID.randomUUID().toString());
    Page.showForm(request, response, "room", model);
  }
}
