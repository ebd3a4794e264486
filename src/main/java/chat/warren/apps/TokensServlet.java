package chat.warren.apps;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code /tokens}: where administrators make and revoke the tokens of other applications.
 * Thread-safe.
 */
public final class TokensServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient ApiTokens tokens;

  public TokensServlet(SignIn signIn, Applications applications) {
    this.signIn = signIn;
    tokens = applications.tokens();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    administrator(request, response);
    show(request, response, "", "", "");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    User administrator = administrator(request, response);
    if (request.getServletPath().endsWith("/revoke")) {
      tokens.revoke(person(request));
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getContextPath() + "/tokens");
      return;
    }
    String label = request.getParameter("label");
    try {
      show(request, response, tokens.make(new Label(label), administrator), "", "");
    } catch (Refused refused) {
      response.setStatus(refused.refusal().status());
      show(request, response, "", label, refused.sentence(Texts.of(request)));
    }
  }

  private User administrator(HttpServletRequest request, HttpServletResponse response) {
    return signIn
        .user(request, response)
        .filter(User::isAdministrator)
        .orElseThrow(() -> new Refused(Refusal.ADMINISTRATORS_ONLY));
  }

  private static long person(HttpServletRequest request) {
    try {
      return Long.parseLong(String.valueOf(request.getParameter("token")));
    } catch (NumberFormatException nobodys) {
      return 0;
    }
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      String secret,
      String label,
      String problem)
      throws ServletException, IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("tokens", tokens.all());
    model.put("secret", secret);
    model.put("label", label == null ? "" : label);
    model.put("problem", problem);
    Page.showForm(request, response, "tokens", model);
  }
}
