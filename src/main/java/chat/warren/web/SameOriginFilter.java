package chat.warren.web;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Lets sockets and forms in only from Warren's own pages. Browsers name the origin of both (RFC
 * 6454, RFC 6455 section 10.2); a program that names none is let in when it brings no cookie, for
 * then it acts for nobody but itself. Immutable.
 */
public final class SameOriginFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final transient Set<String> allowed;

  /**
   * @param allowed further origins, such as {@code https://chat.example.org}, for a proxy in front
   *     that changes the {@code Host} header
   */
  public SameOriginFilter(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!SAFE.contains(request.getMethod()) || request.getHeader("Upgrade") != null) {
      check(request);
    }
    chain.doFilter(request, response);
  }

  private void check(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      if (request.getHeader("Cookie") != null) {
        throw new Refused(Refusal.NO_ORIGIN);
      }
    } else if (!allowed.contains(origin) && !isSame(origin, request.getHeader("Host"))) {
      throw new Refused(Refusal.FOREIGN_ORIGIN, origin);
    }
  }

  /** The scheme is not compared: behind a proxy that ends TLS the server does not know it. */
  static boolean isSame(String origin, String host) {
    try {
      URI from = URI.create(origin);
      String scheme = from.getScheme();
      String authority = from.getRawAuthority();
      return host != null
          && scheme != null
          && authority != null
          && withPort(scheme, authority).equalsIgnoreCase(withPort(scheme, host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String withPort(String scheme, String authority) {
    if (authority.matches(".*:\\d+")) {
      return authority;
    }
    return authority + (scheme.equalsIgnoreCase("https") ? ":443" : ":80");
  }
}
