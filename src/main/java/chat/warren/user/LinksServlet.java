package chat.warren.user;

import chat.warren.text.Refused;
import chat.warren.web.Page;
import chat.warren.web.Urls;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /profile/links}: makes an invitation, or a link for another device of one's own, or takes
 * one back. Thread-safe.
 */
public final class LinksServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Links links;
  private final transient ProfilePage page;

  public LinksServlet(SignIn signIn, Links links, ProfilePage page) {
    this.signIn = signIn;
    this.links = links;
    this.page = page;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Visit visit = signIn.account(request, response);
    User user = visit.user();
    try {
      if (request.getParameter("revoke") != null) {
        links.revoke(user, Urls.number(request, "revoke", 1, Long.MAX_VALUE));
        Page.seeOther(response, request.getContextPath() + "/profile");
      } else if (request.getParameter("uses") != null) {
        String secret = links.invite(user, (int) Urls.number(request, "uses", 1, Links.MOST_USES));
        LinkPage.show(request, response, InvitationServlet.PREFIX, secret, "/profile");
      } else {
        String secret = links.signIn(user, user.id());
        LinkPage.show(request, response, SignInLinkServlet.PREFIX, secret, "/profile");
      }
    } catch (Refused refused) {
      page.showAgain(request, response, visit, refused);
    }
  }
}
