package chat.warren.user;

import chat.warren.text.Refused;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /profile/password}: changes the password. Thread-safe. */
public final class PasswordServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Passwords passwords;
  private final transient ProfilePage page;

  public PasswordServlet(SignIn signIn, Passwords passwords, ProfilePage page) {
    this.signIn = signIn;
    this.passwords = passwords;
    this.page = page;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Visit visit = signIn.account(request, response);
    try {
      passwords.change(
          visit, request.getParameter("old"), request.getParameter("new"), request.getRemoteAddr());
      signIn.begin(request, response, visit.user(), false);
      Page.seeOther(response, request.getContextPath() + "/profile");
    } catch (Refused refused) {
      page.showAgain(request, response, visit, refused);
    }
  }
}
