package chat.warren.user;

import static java.util.stream.Collectors.toMap;

import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** {@code /contacts}: one's contacts, requests and blocks. Thread-safe. */
public final class ContactsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SignIn signIn;
  private final transient Users users;
  private final transient Contacts contacts;
  private final transient Preferences preferences;
  private final transient LongFunction<String> states;

  /**
   * @param states how somebody is, by the person's number: online, away or offline
   */
  public ContactsServlet(
      SignIn signIn,
      Users users,
      Contacts contacts,
      Preferences preferences,
      LongFunction<String> states) {
    this.signIn = signIn;
    this.users = users;
    this.contacts = contacts;
    this.preferences = preferences;
    this.states = states;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    show(request, response, signIn.knownUser(request, response), "");
  }

  /** Takes the page's forms: {@code act} about {@code handle}. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    User me = signIn.knownUser(request, response);
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

  private void show(
      HttpServletRequest request, HttpServletResponse response, User me, String problem)
      throws ServletException, IOException {
    String handle = request.getParameter("handle");
    ContactBook book = contacts.of(me);
    Map<String, Object> model = new HashMap<>();
    model.put("user", me);
    model.put("book", book);
    model.put("states", states(book));
    model.put("privacy", preferences.privacy(me));
    model.put("handle", handle == null ? "" : handle);
    model.put("problem", problem);
    Page.showForm(request, response, "contacts", model);
  }

  /** How one's contacts are, by their handles. */
  private Map<String, String> states(ContactBook book) {
    return book.contacts().stream().collect(toMap(User::name, it -> states.apply(it.id())));
  }
}
