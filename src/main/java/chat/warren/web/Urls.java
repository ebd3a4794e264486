package chat.warren.web;

import jakarta.servlet.http.HttpServletRequest;

/** What requests' URLs say, as the client wrote them. Stateless. */
public final class Urls {
  private Urls() {}

  /** Whether the request's path, as it came, begins with a prefix from the context's root. */
  public static boolean isBelow(HttpServletRequest request, String prefix) {
    return request.getRequestURI().startsWith(request.getContextPath() + prefix);
  }

  /**
   * What stands behind a prefix in the request's path, still percent-encoded, without a slash at
   * its end.
   *
   * @param prefix a path from the context's root, with a slash at both ends
   */
  public static String segmentAfter(HttpServletRequest request, String prefix) {
    String uri = request.getRequestURI();
    String rest =
        uri.substring(Math.min(uri.length(), request.getContextPath().length() + prefix.length()));
    return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
  }
}
