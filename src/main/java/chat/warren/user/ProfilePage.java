package chat.warren.user;

import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.web.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page about oneself. Thread-safe. */
public final class ProfilePage {
  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("Sys"))
          .sorted()
          .toList();

  private final Sessions sessions;
  private final Links links;
  private final Preferences preferences;

  public ProfilePage(Sessions sessions, Links links, Preferences preferences) {
    this.sessions = sessions;
    this.links = links;
    this.preferences = preferences;
  }

  void show(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws ServletException, IOException {
    show(request, response, visit, "");
  }

  /** Shows the page with what is wrong about one of its forms. */
  void showAgain(
      HttpServletRequest request, HttpServletResponse response, Visit visit, Refused refused)
      throws ServletException, IOException {
    response.setStatus(Page.again(refused));
    show(request, response, visit, refused.sentence(Texts.of(request)));
  }

  private void show(
      HttpServletRequest request, HttpServletResponse response, Visit visit, String problem)
      throws ServletException, IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("problem", problem);
    model.put("zones", ZONES);
    model.put("sessions", sessions.of(visit.user()));
    model.put("links", links.of(visit.user()));
    model.put("privacy", preferences.privacy(visit.user()));
    model.put("mayInvite", links.mayInvite(visit.user()));
    Page.showForm(request, response, "profile", model);
  }
}
