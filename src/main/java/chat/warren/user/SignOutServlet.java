package chat.warren.user;

import chat.warren.web.Page;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code /sign-out}: ends the session on this browser. Thread-safe. */
public final class SignOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;

  public SignOutServlet(SignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    signIn.end(request, response);
    Page.seeOther(response, request.getContextPath() + "/");
  }
}
