package chat.warren.apps;

import chat.warren.chat.Receipt;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User;
import chat.warren.web.Json;
import chat.warren.web.Urls;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code POST /api/push/{user}} and {@code POST /api/push}: events of other applications. Whoever
 * sends brings a token and nothing else counts. Thread-safe.
 */
public final class PushServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PREFIX = "/api/push/";
  private static final String SCHEME = "Bearer ";
  private static final int MAX_BODY = 64 * 1024;

  private final transient Applications applications;

  public PushServlet(Applications applications) {
    this.applications = applications;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    User application = application(request, response);
    PushRequest push = PushRequest.read(Json.body(request, MAX_BODY), user(request));
    if (push.room() == null) {
      pushToPeople(response, application, push);
    } else {
      Receipt receipt = applications.pushToRoom(application, push);
      answer(response, !receipt.again(), Map.of("seq", receipt.entry().seq()));
    }
  }

  private void pushToPeople(HttpServletResponse response, User application, PushRequest push)
      throws IOException {
    Map<String, Receipt> receipts = applications.pushToPeople(application, push);
    boolean isNew = receipts.values().stream().anyMatch(receipt -> !receipt.again());
    Map<String, Long> seqs = new LinkedHashMap<>();
    receipts.forEach((name, receipt) -> seqs.put(name, receipt.entry().seq()));
    boolean one = seqs.size() == 1;
    answer(
        response,
        isNew,
        one ? Map.of("seq", seqs.values().iterator().next()) : Map.of("seqs", seqs));
  }

  private User application(HttpServletRequest request, HttpServletResponse response) {
    String header = request.getHeader("Authorization");
    boolean isBearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    try {
      return applications.application(isBearer ? header.substring(SCHEME.length()).strip() : "");
    } catch (Refused refused) {
      response.setHeader("WWW-Authenticate", "Bearer");
      throw refused;
    }
  }

  /** Whom the address names; null for nobody. */
  private static String user(HttpServletRequest request) {
    if (!Urls.isBelow(request, PREFIX)) {
      return null;
    }
    try {
      String segment = Urls.segmentAfter(request, PREFIX).replace("+", "%2B");
      return segment.isEmpty() ? null : URLDecoder.decode(segment, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEncoding) {
      throw new Refused(Refusal.NO_SUCH_PERSON);
    }
  }

  private static void answer(HttpServletResponse response, boolean isNew, Map<String, ?> body)
      throws IOException {
    int status = isNew ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK;
    Json.answer(response, status, Json.write(body));
  }
}
