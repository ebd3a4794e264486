package chat.warren.web;

import chat.warren.text.Texts;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code /manifest.webmanifest}: by which Warren stands on a home screen like an app (W3C Web
 * Application Manifest). Thread-safe.
 */
public final class ManifestServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  /** The colours of {@code css/warren.css}, by day. */
  private static final String PAPER = "#f7f5f0";

  private static final String ACCENT = "#2f5d3f";

  private final transient Assets assets;

  public ManifestServlet(Assets assets) {
    this.assets = assets;
  }

  /** The manifest as it is written. */
  public record Manifest(
      String id,
      String name,
      @JsonbProperty("short_name") String shortName,
      String description,
      String lang,
      @JsonbProperty("start_url") String startUrl,
      String scope,
      String display,
      @JsonbProperty("background_color") String backgroundColor,
      @JsonbProperty("theme_color") String themeColor,
      List<Icon> icons) {}

  /** A picture of it. */
  public record Icon(String src, String sizes, String type, String purpose) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Texts texts = Texts.of(request);
    String root = request.getContextPath() + "/";
    Manifest manifest =
        new Manifest(
            root,
            texts.of("app.name"),
            texts.of("app.name"),
            texts.of("app.tagline"),
            texts.language(),
            root,
            root,
            "standalone",
            PAPER,
            ACCENT,
            List.of(
                new Icon(assets.url("icons/warren.svg"), "any", "image/svg+xml", "any"),
                png(root, "icon-192.png", "192x192", "any"),
                png(root, "icon-512.png", "512x512", "any"),
                png(root, "maskable-512.png", "512x512", "maskable")));
    response.setContentType("application/manifest+json; charset=UTF-8");
    response.setHeader("Cache-Control", "no-cache");
    response.addHeader("Vary", "Accept-Language");
    response.getOutputStream().write(Json.write(manifest).getBytes(StandardCharsets.UTF_8));
  }

  private static Icon png(String root, String file, String sizes, String purpose) {
    return new Icon(root + "pictures/" + file, sizes, "image/png", purpose);
  }
}
