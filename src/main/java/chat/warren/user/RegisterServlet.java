package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Page;
import chat.warren.web.ReturnPath;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /register}: makes an account, of which a guest's words become part. Thread-safe. */
public final class RegisterServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final RegistrationForm FORM = new RegistrationForm("/register", "", false);

  private final transient SignIn signIn;
  private final transient Accounts accounts;
  private final transient Entrance entrance;

  public RegisterServlet(SignIn signIn, Accounts accounts, Entrance entrance) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.entrance = entrance;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!entrance.isOpen()) {
      throw new Refused(Refusal.REGISTRATION_CLOSED);
    }
    FORM.show(request, response, signIn.user(request, response).filter(User::isGuest));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      User user =
          accounts.register(
              Newcomer.of(request), signIn.user(request, response), request.getRemoteAddr());
      signIn.begin(request, response, user, false);
      Page.seeOther(response, ReturnPath.of(request));
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.REGISTRATION_CLOSED) {
        throw refused;
      }
      FORM.showAgain(request, response, refused);
    }
  }
}
