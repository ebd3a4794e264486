package chat.warren.user;

import chat.warren.web.Page;
import chat.warren.web.Urls;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code /profile/sessions}: ends one of one's own sessions, or all others. Thread-safe. */
public final class SessionsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Sessions sessions;

  public SessionsServlet(SignIn signIn, Sessions sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Visit visit = signIn.account(request, response);
    if (request.getParameter("session") == null) {
      sessions.endOthers(visit.user().id(), visit.session());
    } else {
      sessions.end(visit.user().id(), Urls.number(request, "session", 1, Long.MAX_VALUE));
    }
    Page.seeOther(response, request.getContextPath() + "/profile");
  }
}
