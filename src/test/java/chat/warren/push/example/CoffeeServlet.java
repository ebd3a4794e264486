package chat.warren.push.example;

import chat.warren.push.Push;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Another application, on the same server as Warren or elsewhere: its form takes orders of coffee,
 * and whoever is named there is told in Warren. Where Warren is and the token stand in the file
 * that the system property {@code COFFEE_SETTINGS} names.
 */
@WebServlet("/orders")
public final class CoffeeServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private transient volatile Push push;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html; charset=UTF-8");
    response
        .getWriter()
        .write(
            """
            <!DOCTYPE html>
            <title>Order a coffee</title>
            <form method="post" action="orders">
              <label>Order <input name="order"></label>
              <label>Coffee <input name="coffee"></label>
              <label>For (the name in Warren) <input name="for"></label>
              <button>Order</button>
            </form>
            """);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding("UTF-8");
    // The order's own number as the id: a form that is sent twice tells nobody twice.
    Push.Event ready =
        new Push.Event("order-" + request.getParameter("order"), "Your coffee is ordered")
            .text(request.getParameter("coffee"))
            .link(request.getContextPath() + "/orders");
    push().send(request.getParameter("for"), ready);
    response.sendRedirect("orders");
  }

  private Push push() throws IOException {
    if (push == null) {
      Properties settings = new Properties();
      Path file = Path.of(System.getProperty("COFFEE_SETTINGS"));
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        settings.load(reader);
      }
      push = new Push(URI.create(settings.getProperty("warren")), settings.getProperty("token"));
    }
    return push;
  }
}
