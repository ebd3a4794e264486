package chat.warren.web;

import chat.warren.text.Texts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** The page for whatever the container could not answer: a wrong URL, a defect. Stateless. */
public final class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Set<Integer> NAMED = Set.of(400, 403, 404, 405, 503);

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
    response.setStatus(status);
    String key =
        NAMED.contains(status) ? "error." + status : status < 500 ? "error.400" : "error.500";
    Page.show(
        request,
        response,
        "error",
        Map.of("status", status, "sentence", Texts.of(request).of(key)));
  }
}
