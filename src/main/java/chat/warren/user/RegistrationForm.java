package chat.warren.user;

import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.web.Page;
import chat.warren.web.ReturnPath;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The page on which somebody chooses a name and a password. Immutable.
 *
 * @param action the path that takes the form
 * @param inviter the name of whoever invites, or empty
 * @param withToken whether it asks for the token of the server's log
 */
public record RegistrationForm(String action, String inviter, boolean withToken) {
  void show(HttpServletRequest request, HttpServletResponse response, Optional<User> guest)
      throws ServletException, IOException {
    show(request, response, "", guest.map(User::display).orElse(""), "");
  }

  /**
   * Shows the form again as it was filled in, but for the password, with what is wrong about it.
   */
  void showAgain(HttpServletRequest request, HttpServletResponse response, Refused refused)
      throws ServletException, IOException {
    response.setStatus(Page.again(refused));
    show(
        request,
        response,
        text(request.getParameter("handle")),
        text(request.getParameter("display")),
        refused.sentence(Texts.of(request)));
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      String handle,
      String display,
      String problem)
      throws ServletException, IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("form", this);
    model.put("handle", handle);
    model.put("display", display);
    model.put("problem", problem);
    model.put("to", ReturnPath.of(request));
    Page.showForm(request, response, "register", model);
  }

  private static String text(String parameter) {
    return parameter == null ? "" : parameter;
  }
}
