package chat.warren.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code /service-worker.js}, which has an offline page at hand, and {@code /offline}, that page.
 * The worker stands at the root, for it looks after what is below its own address. Thread-safe.
 */
public final class WorkerServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String WORKER = "js/worker/service-worker.js";
  private static final String PAGE = "/offline";

  private final transient Assets assets;

  public WorkerServlet(Assets assets) {
    this.assets = assets;
  }

  /**
   * What the worker keeps.
   *
   * @param cache the name of its cache, another one for each version
   * @param family what the names of all versions begin with
   * @param page the path of the offline page
   * @param files the paths of all that belongs to it
   */
  public record Kept(String cache, String family, String page, List<String> files) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getServletPath().equals(PAGE)) {
      // Whoever looks at it later may be somebody else.
      Page.show(request, response, "offline", Map.of("kept", true));
      return;
    }
    List<String> files = new ArrayList<>(assets.modules("js/offline.js"));
    files.addAll(assets.modules("js/page.js"));
    files.add(assets.url("css/warren.css"));
    files.add(assets.url("icons/warren.svg"));
    String base = request.getContextPath();
    String family = "warren " + base + "/ ";
    Kept kept =
        new Kept(
            family + assets.version(), family, base + PAGE, files.stream().distinct().toList());
    String script = "const KEPT = " + Json.write(kept) + ";\n\n" + assets.text(WORKER);
    response.setContentType("text/javascript; charset=UTF-8");
    response.setHeader("Cache-Control", "no-cache");
    response.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
  }
}
