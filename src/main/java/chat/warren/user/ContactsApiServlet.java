package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Json;
import chat.warren.web.Urls;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** {@code /api/contacts}: the same as the page, for programs. Thread-safe. */
public final class ContactsApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PREFIX = "/api/contacts/";
  private static final int MAX_BODY = 1_024;

  private final transient SignIn signIn;
  private final transient Users users;
  private final transient Contacts contacts;

  public ContactsApiServlet(SignIn signIn, Users users, Contacts contacts) {
    this.signIn = signIn;
    this.users = users;
    this.contacts = contacts;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!handle(request).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    answer(response, signIn.knownUser(request, response));
  }

  /** Does an act about the one in the path; without one, chooses who may write. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    User me = signIn.knownUser(request, response);
    Wish wish = Json.read(Json.body(request, MAX_BODY), Wish.class);
    if (wish == null) {
      throw new Refused(Refusal.NOT_JSON);
    }
    String handle = handle(request);
    if (handle.isEmpty()) {
      contacts.choose(me, Writers.of(wish.writers()));
    } else {
      ContactAct.of(wish.act()).run(contacts, me, users.meant(handle));
    }
    answer(response, me);
  }

  private static String handle(HttpServletRequest request) {
    String segment = Urls.segmentAfter(request, PREFIX);
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEncoding) {
      throw new Refused(Refusal.NO_SUCH_PERSON);
    }
  }

  private void answer(HttpServletResponse response, User me) throws IOException {
    ContactAnswer answer = ContactAnswer.of(contacts.of(me));
    Json.answer(response, HttpServletResponse.SC_OK, Json.write(answer));
  }

  /** What a program asks for. */
  public record Wish(String act, String writers) {}
}
