package chat.warren.user;

import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The page that shows a new link, this once, as text and as a QR code. Stateless. */
final class LinkPage {
  private LinkPage() {}

  /**
   * @param path where the link leads, such as {@code /invitation/}
   * @param back the page that it was made on
   */
  static void show(
      HttpServletRequest request,
      HttpServletResponse response,
      String path,
      String secret,
      String back)
      throws ServletException, IOException {
    // A browser names its origin with every form, and SameOriginFilter has seen that it is ours:
    // behind a proxy only the browser knows the address by which Warren is reached.
    String address = request.getHeader("Origin") + request.getContextPath() + path + secret;
    Map<String, Object> model =
        Map.of(
            "address",
            address,
            "qr",
            QrPicture.of(address),
            "invitation",
            path.startsWith("/invitation"),
            "back",
            back);
    Page.show(request, response, "link", model);
  }
}
