package chat.warren.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * {@code /pictures/…}: the icon as PNG, for home screens that take no SVG. Drawn when it is asked
 * for, which is once for each device. Thread-safe.
 */
public final class PictureServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  /** Phones cut the maskable one to a shape of their own; the touch icon has no round corners. */
  private static final Map<String, Rabbit> PICTURES =
      Map.of(
          "icon-192.png", new Rabbit(192, true, 1.0),
          "icon-512.png", new Rabbit(512, true, 1.0),
          "maskable-512.png", new Rabbit(512, false, 0.8),
          "touch-180.png", new Rabbit(180, false, 0.9));

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Rabbit picture = PICTURES.get(Urls.segmentAfter(request, "/pictures/"));
    if (picture == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("image/png");
    response.setHeader("Cache-Control", "public, max-age=604800");
    response.getOutputStream().write(picture.png());
  }
}
