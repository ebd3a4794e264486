package chat.warren.user;

import chat.warren.text.Refused;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /profile}: what others see of oneself, and how one sees the pages. Thread-safe. */
public final class ProfileServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Users users;
  private final transient ProfilePage page;

  public ProfileServlet(SignIn signIn, Users users, ProfilePage page) {
    this.signIn = signIn;
    this.users = users;
    this.page = page;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    page.show(request, response, signIn.account(request, response));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Visit visit = signIn.account(request, response);
    try {
      Profile profile =
          new Profile(
              request.getParameter("colour"),
              request.getParameter("language"),
              request.getParameter("zone"));
      users.change(visit.user(), new DisplayName(request.getParameter("display")), profile);
      Page.seeOther(response, request.getContextPath() + "/profile");
    } catch (Refused refused) {
      page.showAgain(request, response, visit, refused);
    }
  }
}
