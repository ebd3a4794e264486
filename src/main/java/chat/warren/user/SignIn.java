package chat.warren.user;

import chat.warren.web.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Ties a browser to a person by the session cookie. Thread-safe. */
public final class SignIn {
  static final String COOKIE = "warren";

  private final Users users;
  private final Sessions sessions;

  public SignIn(Users users, Sessions sessions) {
    this.users = users;
    this.sessions = sessions;
  }

  /** Who sends this request, if it brings a session. */
  public Optional<User> user(HttpServletRequest request, HttpServletResponse response) {
    Optional<String> secret = Cookies.read(request, COOKIE);
    Optional<Sessions.Found> session = secret.flatMap(sessions::find);
    if (session.isPresent() && session.get().renewed()) {
      Cookies.set(request, response, COOKIE, secret.get(), Sessions.LIFETIME);
    }
    return session.map(Sessions.Found::user);
  }

  /** Lets a newcomer in under a chosen name, or gives a known guest that name. */
  public User enter(HttpServletRequest request, HttpServletResponse response, DisplayName display) {
    Optional<User> known = user(request, response);
    if (known.isEmpty()) {
      User guest = users.welcome(display);
      start(request, response, guest);
      return guest;
    }
    if (!known.get().display().equals(display.value())) {
      users.rename(known.get(), display);
    }
    return known.get();
  }

  /**
   * Who sends this request: somebody known, else a new guest, whose cookie goes out with the
   * answer.
   */
  public User userOrNewGuest(HttpServletRequest request, HttpServletResponse response) {
    return user(request, response)
        .orElseGet(
            () -> {
              User guest = users.welcomeNameless();
              start(request, response, guest);
              return guest;
            });
  }

  private void start(HttpServletRequest request, HttpServletResponse response, User user) {
    Cookies.set(request, response, COOKIE, sessions.start(user), Sessions.LIFETIME);
  }
}
