package chat.warren.app;

import chat.warren.db.Database;
import chat.warren.redis.RedisLink;
import chat.warren.text.Refused;
import chat.warren.web.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For whatever watches the server: 200 when the store answers, else 503. A node does its work
 * without Redis, too, and only says whether that answers. Thread-safe.
 */
final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(HealthServlet.class);

  private final transient Database database;

  private final transient Optional<RedisLink> redis;

  HealthServlet(Database database, Optional<RedisLink> redis) {
    this.database = database;
    this.redis = redis;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean up = isUp();
    response.setStatus(up ? 200 : 503);
    response.setContentType("application/json; charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    Map<String, String> health = new LinkedHashMap<>();
    health.put("status", word(up));
    redis.ifPresent(it -> health.put("redis", word(it.isUp())));
    response.getWriter().println(Json.write(health));
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }

  private boolean isUp() {
    try {
      return database.read(handle -> handle.createQuery("select 1").mapTo(int.class).one() == 1);
    } catch (JdbiException | Refused e) {
      LOG.error("the store does not answer", e);
      return false;
    }
  }
}
