package chat.warren.user;

import chat.warren.web.Page;
import chat.warren.web.Urls;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * {@code /sign-in-link/{secret}}: signs somebody in, once. Opening the page is not enough, for
 * programs that show previews of links open them too. Thread-safe.
 */
public final class SignInLinkServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  static final String PREFIX = "/sign-in-link/";

  private final transient SignIn signIn;
  private final transient Links links;

  public SignInLinkServlet(SignIn signIn, Links links) {
    this.signIn = signIn;
    this.links = links;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String secret = Urls.segmentAfter(request, PREFIX);
    links.find(Link.Kind.SIGN_IN, secret);
    Page.showForm(request, response, "sign-in-link", Map.of("secret", secret));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Links.Admitted admitted = links.admit(Urls.segmentAfter(request, PREFIX));
    signIn.begin(request, response, admitted.user(), admitted.mayReset());
    String next = admitted.mayReset() ? "/profile#password-title" : "/";
    Page.seeOther(response, request.getContextPath() + next);
  }
}
