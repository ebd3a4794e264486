package chat.warren.web;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The edge at which a {@link Refused} of a page, a form or a handshake becomes an answer.
 * Stateless.
 */
public final class RefusalFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.WEBSOCKET_ONLY) {
        response.setHeader("Upgrade", "websocket");
      }
      if (Urls.isBelow(request, "/api/")) {
        response.setStatus(refused.refusal().status());
        response.setContentType("application/json; charset=UTF-8");
        response.getWriter().write(Problem.json(null, refused, Texts.of(request)));
      } else {
        Page.showRefusal(request, response, refused);
      }
    }
  }
}
