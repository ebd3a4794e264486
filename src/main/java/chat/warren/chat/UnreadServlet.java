package chat.warren.chat;

import chat.warren.user.SignIn;
import chat.warren.web.Json;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code GET /api/unread}: one's rooms, and what one has not read there. Thread-safe. */
public final class UnreadServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient UnreadRooms unread;

  public UnreadServlet(SignIn signIn, UnreadRooms unread) {
    this.signIn = signIn;
    this.unread = unread;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<UnreadRoom> rooms = signIn.user(request, response).map(unread::of).orElse(List.of());
    Answer answer = new Answer(rooms.stream().map(Row::of).toList());
    Json.answer(response, HttpServletResponse.SC_OK, Json.write(answer));
  }

  /** All of them. */
  public record Answer(List<Row> rooms) {}

  /** One of them, as it is written. */
  @JsonbPropertyOrder({"room", "title", "head", "read", "unread", "mentions", "level"})
  public record Row(
      String room, String title, long head, long read, int unread, int mentions, String level) {
    static Row of(UnreadRoom it) {
      Tally tally = it.tally();
      return new Row(
          it.room().key().value(),
          it.room().title(),
          tally.head(),
          tally.read(),
          tally.unread(),
          tally.mentions(),
          tally.level().word());
    }
  }
}
