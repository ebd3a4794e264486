package chat.warren.chat;

import chat.warren.room.Room;
import chat.warren.user.SignIn;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * {@code /inbox}: the newest events of one's own inbox, for whoever has no JavaScript. {@code
 * /inbox/read} takes the form that marks them read. Thread-safe.
 */
public final class InboxPage extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Inboxes inboxes;
  private final transient History history;

  public InboxPage(SignIn signIn, Inboxes inboxes, History history) {
    this.signIn = signIn;
    this.inboxes = inboxes;
    this.history = history;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Room inbox = inboxes.of(signIn.knownUser(request, response));
    HistoryPage page = history.newest(inbox.log());
    List<Message> newestFirst = new ArrayList<>(page.messages());
    Collections.reverse(newestFirst);
    Page.showForm(
        request,
        response,
        "inbox",
        Map.of("events", newestFirst, "head", page.head(), "read", inboxes.readUpTo(inbox)));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Room inbox = inboxes.of(signIn.knownUser(request, response));
    inboxes.markRead(inbox, seq(request));
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + "/inbox");
  }

  private static long seq(HttpServletRequest request) {
    try {
      return Long.parseLong(String.valueOf(request.getParameter("seq")));
    } catch (NumberFormatException nothingSeen) {
      return 0;
    }
  }
}
