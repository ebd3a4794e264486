package chat.warren.web;

import chat.warren.text.Refused;
import chat.warren.text.Texts;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A page: one of the views under {@code WEB-INF/views}, filled with a model. Stateless. */
public final class Page {
  private Page() {}

  /**
   * Renders a view as the answer, in the reader's language and never from a cache.
   *
   * @param view the name of the JSP, without path and ending
   * @param model what the view shows; {@code texts}, {@code base} (the context path) and {@code
   *     assets} come by themselves
   */
  public static void show(
      HttpServletRequest request,
      HttpServletResponse response,
      String view,
      Map<String, Object> model)
      throws ServletException, IOException {
    Texts texts = Texts.of(request);
    response.setContentType("text/html; charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Language", texts.language());
    response.addHeader("Vary", "Accept-Language, Cookie");
    model.forEach(request::setAttribute);
    request.setAttribute("texts", texts);
    request.setAttribute("base", request.getContextPath());
    request.setAttribute("here", here(request));
    WholePage page = new WholePage(response);
    // Included: after a forward, Tomcat 11 takes nothing more for the answer.
    request.getRequestDispatcher("/WEB-INF/views/" + view + ".jsp").include(request, page);
    page.send(request);
  }

  /**
   * Where somebody who signs in from this page comes back to, as a parameter; empty for the lobby.
   */
  private static String here(HttpServletRequest request) {
    boolean comesBack =
        request.getDispatcherType() == DispatcherType.REQUEST && request.getMethod().equals("GET");
    return comesBack ? URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8) : "";
  }

  /**
   * Sends the browser on from an address that is not the page's own.
   *
   * @param path from the server's root. Only the browser knows what stands before it: some servers
   *     would name themselves there, and not the proxy in front.
   */
  public static void found(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", path);
  }

  /** Sends the browser on to another page, as a form does that was taken. */
  public static void seeOther(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", path);
  }

  /**
   * The status of a page that shows a form again because of a refusal: what is wrong is the form,
   * unless the same form may be right later.
   */
  public static int again(Refused refused) {
    return refused.refusal().retry() ? refused.refusal().status() : 422;
  }

  /** A page with forms, which need {@code csrf}. */
  public static void showForm(
      HttpServletRequest request,
      HttpServletResponse response,
      String view,
      Map<String, Object> model)
      throws ServletException, IOException {
    request.setAttribute("csrf", CsrfFilter.token(request, response));
    show(request, response, view, model);
  }

  /** Answers with the page for a refusal. */
  public static void showRefusal(
      HttpServletRequest request, HttpServletResponse response, Refused refused)
      throws ServletException, IOException {
    response.setStatus(refused.refusal().status());
    Texts texts = Texts.of(request);
    show(
        request,
        response,
        "error",
        Map.of("status", refused.refusal().status(), "sentence", refused.sentence(texts)));
  }
}
