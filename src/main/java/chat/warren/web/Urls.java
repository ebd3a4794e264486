package chat.warren.web;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

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

  /** A relative path as it is meant in a file, such as {@code ../lib/time.js}. */
  static String resolve(String file, String path) {
    return URI.create("/" + file).resolve(path).getPath().substring(1);
  }

  /**
   * A parameter that is a whole number.
   *
   * @throws Refused {@link Refusal#BAD_PARAMETER} if it is none from {@code least} to {@code most}
   */
  public static long number(HttpServletRequest request, String name, long least, long most) {
    try {
      long number = Long.parseLong(String.valueOf(request.getParameter(name)));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of bounds.
    }
    throw new Refused(Refusal.BAD_PARAMETER, name, String.valueOf(least), String.valueOf(most));
  }
}
