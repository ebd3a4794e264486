package chat.warren.user;

import chat.warren.text.Names;
import jakarta.servlet.http.HttpServletRequest;

/** Somebody who wants an account. */
record Newcomer(Handle handle, DisplayName display, Password password) {
  /**
   * What the form says; whoever leaves the display name empty is shown under the handle.
   *
   * @throws chat.warren.text.Refused if one of the three cannot be
   */
  static Newcomer of(HttpServletRequest request) {
    Handle handle = new Handle(request.getParameter("handle"));
    String display = request.getParameter("display");
    return new Newcomer(
        handle,
        new DisplayName(Names.normal(display).isEmpty() ? handle.value() : display),
        new Password(request.getParameter("password"), handle));
  }
}
