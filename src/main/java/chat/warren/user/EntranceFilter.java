package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Page;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds out who comes, answers them in their own language, and lets only people with an account to
 * what is for them. Thread-safe.
 */
public final class EntranceFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  /** Files and the connection check, where it does not matter who comes. */
  private static final Set<String> PUBLIC =
      Set.of(
          "/assets",
          "/pictures",
          "/manifest.webmanifest",
          "/service-worker.js",
          "/health",
          "/ws/echo");

  /** The way in, and where applications come with a token in place of an account. */
  private static final Set<String> ENTRANCE =
      Set.of(
          "/sign-in",
          "/sign-out",
          "/register",
          "/setup",
          "/invitation",
          "/sign-in-link",
          "/offline",
          "/api/push",
          "/error");

  private static final Pattern FOR_ACCOUNTS = Pattern.compile("/(profile|people)(/.*)?");

  private final transient SignIn signIn;
  private final transient Entrance entrance;
  private final transient Setup setup;

  public EntranceFilter(SignIn signIn, Entrance entrance, Setup setup) {
    this.signIn = signIn;
    this.entrance = entrance;
    this.setup = setup;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // The container's own path: the address as it came could name another by "..".
    String path = request.getServletPath();
    if (PUBLIC.contains(path)) {
      chain.doFilter(request, response);
      return;
    }
    signIn
        .visit(request, response)
        .flatMap(visit -> visit.profile().texts())
        .ifPresent(texts -> texts.answer(request));
    request.setAttribute("entrance", entrance);
    request.setAttribute("setup", setup);
    if (isForAccounts(path) && !hasAccount(request, response)) {
      turnAway(request, response, path);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isForAccounts(String path) {
    return FOR_ACCOUNTS.matcher(path).matches() || (!entrance.guests() && !ENTRANCE.contains(path));
  }

  private boolean hasAccount(HttpServletRequest request, HttpServletResponse response) {
    return signIn.user(request, response).filter(user -> !user.isGuest()).isPresent();
  }

  private static void turnAway(
      HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
    if (path.startsWith("/api") || path.startsWith("/ws/") || request.getMethod().equals("POST")) {
      throw new Refused(Refusal.SIGN_IN_FIRST);
    }
    String here = URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8);
    Page.found(response, request.getContextPath() + "/sign-in?to=" + here);
  }
}
