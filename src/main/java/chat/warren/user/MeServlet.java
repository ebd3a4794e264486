package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Json;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /api/me}: who one is, and what one has set. Thread-safe. */
public final class MeServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int MAX_BODY = 8 * 1024;

  private final transient SignIn signIn;
  private final transient Preferences preferences;

  public MeServlet(SignIn signIn, Preferences preferences) {
    this.signIn = signIn;
    this.preferences = preferences;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(response, user(request, response));
  }

  /** Takes {@code {"receipts":false}}. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    User user = user(request, response);
    Wish wish = Json.read(Json.body(request, MAX_BODY), Wish.class);
    if (wish.receipts() != null && wish.receipts() != JsonValue.NULL) {
      preferences.setReceipts(user, wish.on());
    }
    answer(response, user);
  }

  private User user(HttpServletRequest request, HttpServletResponse response) {
    return signIn.user(request, response).orElseThrow(() -> new Refused(Refusal.NO_SUCH_PERSON));
  }

  private void answer(HttpServletResponse response, User user) throws IOException {
    Me me = new Me(user.name(), user.display(), preferences.receipts(user));
    Json.answer(response, HttpServletResponse.SC_OK, Json.write(me));
  }

  /** What may be set; what is absent stays. */
  public record Wish(JsonValue receipts) {
    @JsonbCreator
    public Wish(@JsonbProperty("receipts") JsonValue receipts) {
      this.receipts = receipts;
    }

    /** JSON-B alone would take a number for false. */
    private boolean on() {
      if (receipts.equals(JsonValue.TRUE) || receipts.equals(JsonValue.FALSE)) {
        return receipts.equals(JsonValue.TRUE);
      }
      throw new Refused(Refusal.NOT_JSON);
    }
  }

  /** The answer. */
  @JsonbPropertyOrder({"name", "display", "receipts"})
  public record Me(String name, String display, boolean receipts) {}
}
