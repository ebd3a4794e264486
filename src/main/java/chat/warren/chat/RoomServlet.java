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
import java.util.Optional;

/**
 * {@code /chat/{room}/}: the {@link RoomPage} and what its forms ask for, and {@code
 * /chat/{room}/settings}: the room's people and what may be done about them and it. Thread-safe.
 */
public final class RoomServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PREFIX = "/chat/";

  private final transient SignIn signIn;
  private final transient Doors doors;
  private final transient Conversation conversation;
  private final transient Moderation moderation;
  private final transient SettingsPage settings;
  private final transient RoomPage page;

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
    this.conversation = conversation;
    this.moderation = moderation;
    this.settings = new SettingsPage(signIn, doors, members);
    this.page = new RoomPage(signIn, doors, history, presence, marks, unread, sightings);
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
    page.show(request, response, key, "", null, "");
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
        // It may be stored all the same; once is enough.
        String id = refused.refusal().retry() ? request.getParameter("id") : null;
        page.show(request, response, key, text, id, problem);
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
}
