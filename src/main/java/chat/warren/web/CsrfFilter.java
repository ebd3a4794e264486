package chat.warren.web;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A form is taken only with the token that its page carried: the field {@code csrf} must equal the
 * cookie, which other sites can neither read nor set (OWASP: double submit). {@link
 * SameOriginFilter} stands before it. Stateless.
 */
public final class CsrfFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String COOKIE = "warren-form";
  private static final String FIELD = "csrf";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("POST")) {
      check(request);
    }
    chain.doFilter(request, response);
  }

  /**
   * Other sites cannot send JSON: browsers ask first, and are not allowed to (Fetch, CORS
   * preflight).
   */
  private static void check(HttpServletRequest request) {
    if (Urls.isBelow(request, "/api/")) {
      if (!String.valueOf(request.getContentType()).startsWith("application/json")) {
        throw new Refused(Refusal.JSON_ONLY);
      }
    } else if (!isGenuine(request)) {
      throw new Refused(Refusal.FORM_EXPIRED);
    }
  }

  private static boolean isGenuine(HttpServletRequest request) {
    Optional<String> cookie = Cookies.read(request, COOKIE);
    String field = request.getParameter(FIELD);
    return cookie.isPresent() && field != null && Secret.same(cookie.get(), Secret.unmasked(field));
  }

  /** The token for the forms of this page, masked; a browser that has none yet gets one. */
  static String token(HttpServletRequest request, HttpServletResponse response) {
    String token =
        Cookies.read(request, COOKIE)
            .filter(known -> known.matches("[\\w-]{" + Secret.LENGTH + "}"))
            .orElseGet(
                () -> {
                  String fresh = Secret.create();
                  Cookies.set(request, response, COOKIE, fresh, Duration.ZERO);
                  return fresh;
                });
    return Secret.masked(token);
  }
}
