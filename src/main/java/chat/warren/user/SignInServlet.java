package chat.warren.user;

import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.web.Page;
import chat.warren.web.ReturnPath;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code /sign-in}: by name and password, and back to where one came from. Thread-safe. */
public final class SignInServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Passwords passwords;

  public SignInServlet(SignIn signIn, Passwords passwords) {
    this.signIn = signIn;
    this.passwords = passwords;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (signIn.user(request, response).filter(user -> !user.isGuest()).isPresent()) {
      Page.found(response, ReturnPath.of(request));
    } else {
      show(request, response, "", "");
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String name = request.getParameter("handle");
    try {
      User user = passwords.signIn(name, request.getParameter("password"), request.getRemoteAddr());
      signIn.begin(request, response, user, false);
      Page.seeOther(response, ReturnPath.of(request));
    } catch (Refused refused) {
      response.setStatus(Page.again(refused));
      show(request, response, name == null ? "" : name, refused.sentence(Texts.of(request)));
    }
  }

  private static void show(
      HttpServletRequest request, HttpServletResponse response, String name, String problem)
      throws ServletException, IOException {
    Map<String, Object> model =
        Map.of("handle", name, "problem", problem, "to", ReturnPath.of(request));
    Page.showForm(request, response, "sign-in", model);
  }
}
