package chat.warren.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** Cookies as Warren sets them: {@code HttpOnly}, {@code SameSite=Lax}, {@code Secure} on HTTPS. */
public final class Cookies {
  private Cookies() {}

  /** The value of the request's cookie of that name. */
  public static Optional<String> read(HttpServletRequest request, String name) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(name)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Sets a cookie for this deployment's pages and sockets.
   *
   * @param age how long the browser keeps it; zero: until it is closed
   */
  public static void set(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      Duration age) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath(path(request));
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    if (!age.isZero()) {
      cookie.setMaxAge((int) age.toSeconds());
    }
    response.addCookie(cookie);
  }

  /** Takes a cookie away from the browser. */
  public static void remove(HttpServletRequest request, HttpServletResponse response, String name) {
    Cookie cookie = new Cookie(name, "");
    cookie.setPath(path(request));
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private static String path(HttpServletRequest request) {
    return request.getContextPath().isEmpty() ? "/" : request.getContextPath();
  }
}
