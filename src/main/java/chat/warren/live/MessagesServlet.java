package chat.warren.live;

import chat.warren.chat.History;
import chat.warren.chat.Receipt;
import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.RoomKey;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.Sessions;
import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.user.Visit;
import chat.warren.web.Json;
import chat.warren.web.Urls;
import chat.warren.wire.ClientFrame;
import chat.warren.wire.FrameCodec;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code /api/rooms/{room}/messages}: a room over plain HTTP, for programs and for networks that
 * let no WebSocket through. The same contract and the same events as {@code warren.v1}.
 * Thread-safe.
 */
public final class MessagesServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PREFIX = "/api/rooms/";
  private static final String END = "/messages";

  private final transient SignIn signIn;
  private final transient Sessions sessions;
  private final transient Doors doors;
  private final transient History history;
  private final transient Submission submission;

  public MessagesServlet(
      SignIn signIn, Sessions sessions, Doors doors, History history, Submission submission) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.doors = doors;
    this.history = history;
    this.submission = submission;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RoomKey> key = room(request);
    if (key.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    LogQuery query = LogQuery.of(request);
    Optional<Visit> visit = signIn.visit(request, response);
    User reader = visit.map(Visit::user).orElse(null);
    Optional<Room> room = look(key.get(), reader, query);
    if (room.isEmpty()) {
      Json.answer(response, 200, FrameCodec.entries(0, List.of(), null));
    } else {
      // Rights may change while the request waits, and the session may end.
      Runnable mayRead =
          () -> doors.standing(room.get(), visit.map(sessions::still).orElse(null)).checkRead();
      query.answer(request, response, history, room.get(), reader, mayRead);
    }
  }

  /** Whoever waits for the first message is there, as with a socket. */
  private Optional<Room> look(RoomKey key, User reader, LogQuery query) {
    return query.waits() && reader != null
        ? Optional.of(doors.open(key, reader))
        : doors.find(key, reader);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RoomKey> key = room(request);
    if (key.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String id = null;
    try {
      List<ClientFrame> frames = FrameCodec.read(Json.body(request, FrameCodec.MAX_FRAME));
      if (frames.size() != 1) {
        throw new Refused(Refusal.NOT_JSON);
      }
      ClientFrame frame = frames.get(0);
      id = frame.id();
      // Before a guest is made of somebody who may not come in.
      doors.find(key.get(), signIn.user(request, response).orElse(null));
      User author = signIn.userOrNewGuest(request, response);
      Room room = doors.open(key.get(), author);
      if (Marking.takes(frame)) {
        Json.answer(response, 200, RoomSessions.mark(frame, room, author));
        return;
      }
      Receipt receipt = Receipt.await(submission.take(frame, room, author));
      Json.answer(response, receipt.again() ? 200 : 201, FrameCodec.ownEntry(receipt.entry()));
    } catch (Refused refused) {
      LogQuery.refuse(response, id, refused, Texts.of(request));
    }
  }

  private static Optional<RoomKey> room(HttpServletRequest request) {
    String rest = Urls.segmentAfter(request, PREFIX);
    return rest.endsWith(END)
        ? Optional.of(RoomKey.inSegment(rest.substring(0, rest.length() - END.length())))
        : Optional.empty();
  }
}
