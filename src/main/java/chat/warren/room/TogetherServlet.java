package chat.warren.room;

import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.web.Page;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * {@code /together?with=alice&with=bob}: leads to the conversation with the people whom a form
 * names. Thread-safe.
 */
public final class TogetherServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Directs directs;

  public TogetherServlet(SignIn signIn, Directs directs) {
    this.signIn = signIn;
    this.directs = directs;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    User me = signIn.user(request, response).orElse(null);
    String[] with = request.getParameterValues("with");
    Company company = Company.meant(with == null ? List.of() : List.of(with));
    Direct direct = directs.of(company, me);
    Page.found(response, request.getContextPath() + "/chat/" + direct.key().segment() + "/");
  }
}
