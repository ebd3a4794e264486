package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Ties a browser to a person by the session cookie. The store is asked once a request. Thread-safe.
 */
public final class SignIn {
  static final String COOKIE = "warren";

  /** Under which views find the {@link Visit}. */
  private static final String VISIT = "visit";

  private static final String ASKED = SignIn.class.getName();

  private final Users users;
  private final Sessions sessions;
  private final boolean guests;

  /**
   * @param guests whether people without an account may come in
   */
  public SignIn(Users users, Sessions sessions, boolean guests) {
    this.users = users;
    this.sessions = sessions;
    this.guests = guests;
  }

  /** The session that this request brings, if it brings one. */
  public Optional<Visit> visit(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(ASKED) == null) {
      remember(request, find(request, response).orElse(null));
    }
    return Optional.ofNullable((Visit) request.getAttribute(VISIT));
  }

  private Optional<Visit> find(HttpServletRequest request, HttpServletResponse response) {
    Optional<String> secret = Cookies.read(request, COOKIE);
    Optional<Sessions.Found> session = secret.flatMap(sessions::find);
    if (session.isPresent() && session.get().renewed()) {
      Cookies.set(request, response, COOKIE, secret.get(), Sessions.LIFETIME);
    }
    return session.map(Sessions.Found::visit).filter(visit -> guests || !visit.user().isGuest());
  }

  /** Who sends this request, if it brings a session. */
  public Optional<User> user(HttpServletRequest request, HttpServletResponse response) {
    return visit(request, response).map(Visit::user);
  }

  /**
   * The session that this request must bring.
   *
   * @throws Refused {@link Refusal#SIGN_IN_FIRST} if it brings none
   */
  public Visit knownVisit(HttpServletRequest request, HttpServletResponse response) {
    return visit(request, response).orElseThrow(() -> new Refused(Refusal.SIGN_IN_FIRST));
  }

  /**
   * Who sends this request, guest or not.
   *
   * @throws Refused {@link Refusal#SIGN_IN_FIRST} if it brings no session
   */
  public User knownUser(HttpServletRequest request, HttpServletResponse response) {
    return knownVisit(request, response).user();
  }

  /**
   * The session of somebody who has an account.
   *
   * @throws Refused {@link Refusal#SIGN_IN_FIRST} if the request brings none
   */
  public Visit account(HttpServletRequest request, HttpServletResponse response) {
    return visit(request, response)
        .filter(visit -> !visit.user().isGuest())
        .orElseThrow(() -> new Refused(Refusal.SIGN_IN_FIRST));
  }

  /**
   * Lets a newcomer in under a chosen name, or gives a known guest that name.
   *
   * @throws Refused {@link Refusal#SIGN_IN_FIRST} if guests may not come in
   */
  public User enter(HttpServletRequest request, HttpServletResponse response, DisplayName display) {
    Optional<User> known = user(request, response);
    if (known.isEmpty()) {
      letGuestsIn();
      return start(request, response, users.welcome(display), false).user();
    }
    if (!known.get().display().equals(display.value())) {
      users.rename(known.get(), display);
    }
    return known.get();
  }

  /**
   * Who sends this request: somebody known, else a new guest, whose cookie goes out with the
   * answer.
   *
   * @throws Refused {@link Refusal#SIGN_IN_FIRST} if guests may not come in, or if the request
   *     brings a session that has ended
   */
  public User userOrNewGuest(HttpServletRequest request, HttpServletResponse response) {
    return visitOrNewGuest(request, response).user();
  }

  /** The same with the session. */
  public Visit visitOrNewGuest(HttpServletRequest request, HttpServletResponse response) {
    return visit(request, response)
        .orElseGet(
            () -> {
              letGuestsIn();
              checkNeverSignedIn(request);
              return start(request, response, users.welcomeNameless(), false);
            });
  }

  /** Whoever was signed in is not made somebody else without knowing. */
  private static void checkNeverSignedIn(HttpServletRequest request) {
    if (Cookies.read(request, COOKIE).isPresent()) {
      throw new Refused(Refusal.SIGN_IN_FIRST);
    }
  }

  private void letGuestsIn() {
    if (!guests) {
      throw new Refused(Refusal.SIGN_IN_FIRST);
    }
  }

  /**
   * Signs a person in. Whatever session the browser had before ends, so that nobody who knew its
   * secret comes in too.
   *
   * @param mayReset whether the person may set a new password without knowing the old one
   */
  void begin(
      HttpServletRequest request, HttpServletResponse response, User user, boolean mayReset) {
    visit(request, response).ifPresent(old -> sessions.end(old.user().id(), old.session()));
    start(request, response, user, mayReset);
  }

  /** Signs the person out on this browser. */
  void end(HttpServletRequest request, HttpServletResponse response) {
    visit(request, response).ifPresent(old -> sessions.end(old.user().id(), old.session()));
    Cookies.remove(request, response, COOKIE);
    remember(request, null);
  }

  private Visit start(
      HttpServletRequest request, HttpServletResponse response, User user, boolean mayReset) {
    Sessions.Started started = sessions.start(user, Browser.of(request), mayReset);
    Cookies.set(request, response, COOKIE, started.secret(), Sessions.LIFETIME);
    remember(request, started.visit());
    return started.visit();
  }

  private static void remember(HttpServletRequest request, Visit visit) {
    request.setAttribute(ASKED, true);
    request.setAttribute(VISIT, visit);
  }
}
