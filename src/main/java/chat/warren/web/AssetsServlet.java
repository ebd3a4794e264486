package chat.warren.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /assets/{hash}/…}: the files that pages are made with. Thread-safe. */
public final class AssetsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Assets assets;

  public AssetsServlet(Assets assets) {
    this.assets = assets;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String rest = Urls.segmentAfter(request, Assets.PREFIX);
    int slash = rest.indexOf('/');
    Optional<Asset> found = assets.find(rest.substring(slash + 1));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    // A page of another version asks for its own files; it gets these, and keeps none of them.
    boolean lasting = slash > 0 && rest.substring(0, slash).equals(assets.version());
    response.setHeader(
        "Cache-Control", lasting ? "public, max-age=31536000, immutable" : "no-store");
    // The pages' own policy is long, and counts for nothing here.
    response.setHeader("Content-Security-Policy", "default-src 'none'");
    response.setContentType(found.get().type());
    boolean compressed = Gzip.choose(request, response, found.get().plain().length);
    byte[] content = compressed ? found.get().gzip() : found.get().plain();
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
