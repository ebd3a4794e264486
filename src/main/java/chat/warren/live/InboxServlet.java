package chat.warren.live;

import chat.warren.chat.History;
import chat.warren.chat.Inboxes;
import chat.warren.room.Room;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.Sessions;
import chat.warren.user.SignIn;
import chat.warren.user.Visit;
import chat.warren.web.Json;
import chat.warren.wire.FrameCodec;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code /api/inbox}: one's own inbox over plain HTTP, asked for as a room is. {@code
 * /api/inbox/read} notes how far it was seen, and tells the person's other pages. Thread-safe.
 */
public final class InboxServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int MAX_BODY = 1_024;

  private final transient SignIn signIn;
  private final transient Sessions sessions;
  private final transient Inboxes inboxes;
  private final transient History history;

  public InboxServlet(SignIn signIn, Sessions sessions, Inboxes inboxes, History history) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.inboxes = inboxes;
    this.history = history;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Visit visit = signIn.knownVisit(request, response);
    Room inbox = inboxes.of(visit.user());
    if (isAboutReading(request)) {
      Json.answer(response, 200, FrameCodec.read(null, inboxes.readUpTo(inbox)));
    } else {
      LogQuery.of(request)
          .answer(request, response, history, inbox, visit.user(), () -> sessions.still(visit));
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Visit visit = signIn.knownVisit(request, response);
    if (!isAboutReading(request)) {
      throw new Refused(Refusal.INBOX_READ_ONLY);
    }
    Room inbox = inboxes.of(visit.user());
    long seq = inboxes.markRead(inbox, seq(request));
    Json.answer(response, 200, RoomSessions.seen(inbox, visit.user(), seq));
  }

  private static boolean isAboutReading(HttpServletRequest request) {
    return request.getServletPath().endsWith("/read");
  }

  private static long seq(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_BODY);
    JsonValue seq = Json.object(new String(body, StandardCharsets.UTF_8)).get("seq");
    if (seq instanceof JsonNumber number && number.isIntegral() && number.longValue() >= 0) {
      return number.longValue();
    }
    throw new Refused(Refusal.BAD_PARAMETER, "seq", "0", String.valueOf(Long.MAX_VALUE));
  }
}
