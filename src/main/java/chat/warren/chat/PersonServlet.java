package chat.warren.chat;

import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.user.Users;
import chat.warren.web.Json;
import chat.warren.web.Urls;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code GET /api/people/{handle}}: somebody as others see them, and how they are. Thread-safe. */
public final class PersonServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PREFIX = "/api/people/";

  private final transient SignIn signIn;
  private final transient Users users;
  private final transient Sightings sightings;

  public PersonServlet(SignIn signIn, Users users, Sightings sightings) {
    this.signIn = signIn;
    this.users = users;
    this.sightings = sightings;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    User me = signIn.knownUser(request, response);
    User person = users.named(List.of(Urls.segmentAfter(request, PREFIX))).get(0);
    Answer answer = Answer.of(person, sightings.of(person, me));
    Json.answer(response, HttpServletResponse.SC_OK, Json.write(answer));
  }

  /** What is null is left out. */
  @JsonbPropertyOrder({"name", "display", "colour", "state", "seen"})
  public record Answer(String name, String display, String colour, String state, String seen) {
    static Answer of(User person, Optional<Sighting> sighting) {
      return new Answer(
          person.name(),
          person.display(),
          person.colour(),
          sighting.map(it -> it.state().word()).orElse(null),
          sighting.map(Sighting::seen).map(String::valueOf).orElse(null));
    }
  }
}
