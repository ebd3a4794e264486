package chat.warren.user;

import chat.warren.web.Page;
import chat.warren.web.ReturnPath;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * {@code POST /privacy}: takes the form about direct conversations, which stands on the profile
 * page and on that of the contacts, and leads back. Thread-safe.
 */
public final class PrivacyServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Preferences preferences;

  public PrivacyServlet(SignIn signIn, Preferences preferences) {
    this.signIn = signIn;
    this.preferences = preferences;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    User user = signIn.knownUser(request, response);
    Writers writers = Writers.of(request.getParameter("writers"));
    preferences.choose(user, new Privacy(writers, request.getParameter("receipts") != null));
    Page.seeOther(response, ReturnPath.of(request));
  }
}
