package chat.warren.web;

import jakarta.servlet.http.HttpServletRequest;

/** Where a form leads back to: a path of this deployment, never another site. Stateless. */
public final class ReturnPath {
  /** The field of forms and the parameter of links that carries it. */
  private static final String FIELD = "to";

  private static final int MAX_LENGTH = 2_000;

  private ReturnPath() {}

  /** The path that the request names, else that of the lobby. */
  public static String of(HttpServletRequest request) {
    String root = request.getContextPath() + "/";
    String path = request.getParameter(FIELD);
    return path != null && path.length() <= MAX_LENGTH && isLocal(path, root) ? path : root;
  }

  /** Browsers take "//" and "/\" at the beginning for another host. */
  static boolean isLocal(String path, String root) {
    return path.startsWith(root)
        && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')
        && !path.startsWith("//");
  }
}
