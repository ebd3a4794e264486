package chat.warren.user;

import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.web.Page;
import chat.warren.web.Urls;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code /people}: all accounts, and what administrators can do about them. Thread-safe. */
public final class PeopleServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Directory directory;
  private final transient Links links;
  private final transient Sessions sessions;

  public PeopleServlet(SignIn signIn, Directory directory, Links links, Sessions sessions) {
    this.signIn = signIn;
    this.directory = directory;
    this.links = links;
    this.sessions = sessions;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    show(request, response, signIn.account(request, response).user(), "");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    User by = signIn.account(request, response).user();
    Directory.require(by);
    long person = Urls.number(request, "person", 1, Long.MAX_VALUE);
    try {
      switch (String.valueOf(request.getParameter("act"))) {
        case "link" -> {
          String secret = links.signIn(by, person);
          LinkPage.show(request, response, SignInLinkServlet.PREFIX, secret, "/people");
          return;
        }
        case "administrator" -> directory.setAdministrator(by, person, true);
        case "no-administrator" -> directory.setAdministrator(by, person, false);
        case "end" -> sessions.endAll(person);
        default -> {
          // Nothing was asked for, so that the page comes again.
        }
      }
      Page.seeOther(response, request.getContextPath() + "/people");
    } catch (Refused refused) {
      response.setStatus(Page.again(refused));
      show(request, response, by, refused.sentence(Texts.of(request)));
    }
  }

  private void show(
      HttpServletRequest request, HttpServletResponse response, User by, String problem)
      throws ServletException, IOException {
    String words = request.getParameter("q") == null ? "" : request.getParameter("q");
    Map<String, Object> model =
        Map.of("problem", problem, "words", words, "people", directory.search(by, words));
    Page.showForm(request, response, "people", model);
  }
}
