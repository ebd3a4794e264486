package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code /contacts}: one's contacts, requests and blocks. Thread-safe. */
public final class ContactsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Users users;
  private final transient Contacts contacts;
  private final transient Preferences preferences;

  public ContactsServlet(SignIn signIn, Users users, Contacts contacts, Preferences preferences) {
    this.signIn = signIn;
    this.users = users;
    this.contacts = contacts;
    this.preferences = preferences;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    show(request, response, me(request, response), "");
  }

  /** Takes the page's forms: {@code act} about {@code handle}. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    User me = me(request, response);
    try {
      ContactAct act = ContactAct.of(request.getParameter("act"));
      act.run(contacts, me, users.meant(request.getParameter("handle")));
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getContextPath() + "/contacts");
    } catch (Refused refused) {
      response.setStatus(refused.refusal().status());
      show(request, response, me, refused.sentence(Texts.of(request)));
    }
  }

  private User me(HttpServletRequest request, HttpServletResponse response) {
    return signIn.user(request, response).orElseThrow(() -> new Refused(Refusal.SIGN_IN_FIRST));
  }

  private void show(
      HttpServletRequest request, HttpServletResponse response, User me, String problem)
      throws ServletException, IOException {
    String handle = request.getParameter("handle");
    Page.showForm(
        request,
        response,
        "contacts",
        Map.of(
            "user",
            me,
            "book",
            contacts.of(me),
            "privacy",
            preferences.privacy(me),
            "handle",
            handle == null ? "" : handle,
            "problem",
            problem));
  }
}
