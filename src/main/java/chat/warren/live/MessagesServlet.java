package chat.warren.live;

import chat.warren.chat.Entry;
import chat.warren.chat.History;
import chat.warren.chat.HistoryPage;
import chat.warren.chat.Receipt;
import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.RoomKey;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.web.Urls;
import chat.warren.wire.ClientFrame;
import chat.warren.wire.FrameCodec;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
  private static final int MAX_LIMIT = 200;
  private static final int MAX_WAIT = 25;

  private final transient SignIn signIn;
  private final transient Doors doors;
  private final transient History history;
  private final transient Submission submission;

  public MessagesServlet(SignIn signIn, Doors doors, History history, Submission submission) {
    this.signIn = signIn;
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
    long since = number(request, "since", 0, Long.MAX_VALUE, -1);
    int limit = (int) number(request, "limit", 1, MAX_LIMIT, History.PAGE);
    Duration wait = Duration.ofSeconds(number(request, "wait", 0, MAX_WAIT, 0));
    User reader = signIn.user(request, response).orElse(null);
    Optional<Room> room = look(key.get(), reader, wait);
    if (room.isEmpty()) {
      answer(response, 200, FrameCodec.entries(0, List.of(), null));
    } else if (since < 0) {
      answer(response, 200, FrameCodec.page(page(request, room.get().log(), limit), reader));
    } else if (wait.isZero() || history.head(room.get().log()) != since) {
      answer(response, 200, after(room.get(), since, limit, reader));
    } else {
      AsyncContext async = request.startAsync();
      async.setTimeout(0);
      Texts texts = Texts.of(request);
      RoomSessions.whenAfter(
          room.get(), since, wait, () -> finish(async, room.get(), since, limit, reader, texts));
    }
  }

  /** The page that a request names by a number: before, after or around it; else the newest. */
  private HistoryPage page(HttpServletRequest request, long log, int limit) {
    if (request.getParameter("around") != null) {
      return history.around(log, number(request, "around", 1, Long.MAX_VALUE, 1), limit);
    }
    if (request.getParameter("after") != null) {
      return history.next(log, number(request, "after", 0, Long.MAX_VALUE, 0), limit);
    }
    return history.before(log, number(request, "before", 1, Long.MAX_VALUE, Long.MAX_VALUE), limit);
  }

  /** Whoever waits for the first message is there, as with a socket. */
  private Optional<Room> look(RoomKey key, User reader, Duration wait) {
    return wait.isZero() || reader == null
        ? doors.find(key, reader)
        : Optional.of(doors.open(key, reader));
  }

  /** Rights may have changed while the request waited. */
  private void finish(
      AsyncContext async, Room room, long since, int limit, User reader, Texts texts) {
    HttpServletResponse response = (HttpServletResponse) async.getResponse();
    try {
      doors.standing(room, reader).checkRead();
      answer(response, 200, after(room, since, limit, reader));
    } catch (Refused refused) {
      refuse(response, null, refused, texts);
    } catch (IOException | RuntimeException e) {
      log("a waiting request could not be answered", e);
    } finally {
      async.complete();
    }
  }

  /** A number ahead of the log, as after a restored backup, is answered by the newest page. */
  private String after(Room room, long since, int limit, User reader) {
    long head = history.head(room.log());
    if (since > head) {
      return FrameCodec.reset(history.newest(room.log()), reader);
    }
    List<Entry> entries = history.after(room.log(), since, limit);
    return FrameCodec.entries(Math.max(head, last(entries, head)), entries, reader);
  }

  private static long last(List<Entry> entries, long head) {
    return entries.isEmpty() ? head : entries.get(entries.size() - 1).seq();
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
      List<ClientFrame> frames = FrameCodec.read(body(request));
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
        answer(response, 200, RoomSessions.mark(frame, room, author));
        return;
      }
      Receipt receipt = Receipt.await(submission.take(frame, room, author));
      answer(response, receipt.again() ? 200 : 201, FrameCodec.ownEntry(receipt.entry()));
    } catch (Refused refused) {
      refuse(response, id, refused, Texts.of(request));
    }
  }

  private void refuse(HttpServletResponse response, String id, Refused refused, Texts texts) {
    try {
      answer(response, refused.refusal().status(), FrameCodec.failure(id, refused, texts));
    } catch (IOException e) {
      log("a refusal could not be answered", e);
    }
  }

  private static Optional<RoomKey> room(HttpServletRequest request) {
    String rest = Urls.segmentAfter(request, PREFIX);
    return rest.endsWith(END)
        ? Optional.of(RoomKey.inSegment(rest.substring(0, rest.length() - END.length())))
        : Optional.empty();
  }

  private static String body(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(FrameCodec.MAX_FRAME + 1);
    if (body.length > FrameCodec.MAX_FRAME) {
      throw new Refused(Refusal.FRAME_TOO_LARGE, FrameCodec.MAX_FRAME);
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static long number(
      HttpServletRequest request, String name, long least, long most, long preset) {
    String value = request.getParameter(name);
    if (value == null) {
      return preset;
    }
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of bounds.
    }
    throw new Refused(Refusal.BAD_PARAMETER, name, String.valueOf(least), String.valueOf(most));
  }

  private static void answer(HttpServletResponse response, int status, String json)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json; charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }
}
