package chat.warren.user;

import chat.warren.text.Refused;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /setup}: makes the first administrator, and is gone after that. Thread-safe. */
public final class SetupServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final RegistrationForm FORM = new RegistrationForm("/setup", "", true);

  private final transient SignIn signIn;
  private final transient Setup setup;

  public SetupServlet(SignIn signIn, Setup setup) {
    this.signIn = signIn;
    this.setup = setup;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (setup.isOpen()) {
      super.service(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    FORM.show(request, response, signIn.user(request, response).filter(User::isGuest));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      User user =
          setup.administrator(
              request.getParameter("token"),
              Newcomer.of(request),
              signIn.user(request, response),
              request.getRemoteAddr());
      signIn.begin(request, response, user, false);
      Page.seeOther(response, request.getContextPath() + "/");
    } catch (Refused refused) {
      FORM.showAgain(request, response, refused);
    }
  }
}
