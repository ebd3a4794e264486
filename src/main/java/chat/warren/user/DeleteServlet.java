package chat.warren.user;

import chat.warren.text.Refused;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /profile/delete}: deletes one's own account. Thread-safe. */
public final class DeleteServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Accounts accounts;
  private final transient ProfilePage page;
  private final transient Runnable clear;

  /**
   * @param clear begins to clear away what is left of those who have deleted their accounts, and
   *     returns at once
   */
  public DeleteServlet(SignIn signIn, Accounts accounts, ProfilePage page, Runnable clear) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.page = page;
    this.clear = clear;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Visit visit = signIn.account(request, response);
    try {
      accounts.delete(
          visit.user(),
          request.getParameter("password"),
          request.getRemoteAddr(),
          "go".equals(request.getParameter("messages")));
      signIn.end(request, response);
      clear.run();
      Page.seeOther(response, request.getContextPath() + "/");
    } catch (Refused refused) {
      page.showAgain(request, response, visit, refused);
    }
  }
}
