package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Page;
import chat.warren.web.Urls;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /invitation/{secret}}: makes an account for whoever was invited. Thread-safe. */
public final class InvitationServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  static final String PREFIX = "/invitation/";

  private final transient SignIn signIn;
  private final transient Accounts accounts;
  private final transient Links links;
  private final transient Entrance entrance;

  public InvitationServlet(SignIn signIn, Accounts accounts, Links links, Entrance entrance) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.links = links;
    this.entrance = entrance;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    form(request).show(request, response, signIn.user(request, response).filter(User::isGuest));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    RegistrationForm form = form(request);
    try {
      User user =
          accounts.registerInvited(
              Newcomer.of(request),
              Urls.segmentAfter(request, PREFIX),
              signIn.user(request, response),
              request.getRemoteAddr());
      signIn.begin(request, response, user, false);
      Page.seeOther(response, request.getContextPath() + "/");
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.LINK_ENDED) {
        throw refused;
      }
      form.showAgain(request, response, refused);
    }
  }

  private RegistrationForm form(HttpServletRequest request) {
    if (entrance.registration() == Registration.CLOSED) {
      throw new Refused(Refusal.REGISTRATION_CLOSED);
    }
    String secret = Urls.segmentAfter(request, PREFIX);
    Link link = links.find(Link.Kind.INVITATION, secret);
    return new RegistrationForm(PREFIX + secret, link.madeBy().display(), false);
  }
}
