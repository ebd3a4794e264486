package chat.warren.web;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;

/** What requests' URLs say. Stateless. */
public final class Urls {
  private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

  private Urls() {}

  /**
   * Whether the request's path begins with a prefix from the context's root. Asks the container,
   * which goes by the same: as the client wrote it, the path may seem to be another, by {@code ..},
   * say. Payara leaves parameters in it, by which it does not go.
   */
  public static boolean isBelow(HttpServletRequest request, String prefix) {
    String more = request.getPathInfo();
    String path = request.getServletPath() + (more == null ? "" : more);
    return PARAMETERS.matcher(path).replaceAll("").startsWith(prefix);
  }

  /**
   * What stands behind a prefix in the request's path as the client wrote it: still
   * percent-encoded, without parameters of the path and a slash at its end.
   *
   * @param prefix a path from the context's root, with a slash at both ends
   * @throws Refused {@link Refusal#BAD_ADDRESS} if the client wrote the prefix in another way
   */
  public static String segmentAfter(HttpServletRequest request, String prefix) {
    String uri = PARAMETERS.matcher(request.getRequestURI()).replaceAll("");
    String whole = uri.endsWith("/") ? uri : uri + "/";
    String start = request.getContextPath() + prefix;
    if (!whole.startsWith(start)) {
      throw new Refused(Refusal.BAD_ADDRESS);
    }
    String rest = whole.substring(start.length());
    return rest.isEmpty() ? rest : rest.substring(0, rest.length() - 1);
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
