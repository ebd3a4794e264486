package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Who may write to one, and whether receipts are shown: on the profile page and that of contacts.
 */
class PrivacyIT extends TwoInARoom {
  private static final String EVERYBODY = "name=\"writers\" value=\"everybody\" checked";
  private static final String CONTACTS = "name=\"writers\" value=\"contacts\" checked";
  private static final String RECEIPTS = "name=\"receipts\" type=\"checkbox\" checked";

  private static HttpResponse<String> choose(Site site, String page, Map<String, String> choice) {
    Map<String, String> form = new LinkedHashMap<>(choice);
    form.put("to", site.contextPath() + "/" + page);
    return site.submit(page, "privacy", form);
  }

  private static void assertShows(String page, String writers, boolean receipts) {
    assertTrue(page.contains(writers), page);
    assertEquals(receipts, page.contains(RECEIPTS), page);
  }

  @Test
  void theProfilePageShowsAndChangesBoth() {
    String handle = "alice-" + UUID.randomUUID().toString().substring(0, 13);
    alice.register(handle, "Alice", "correct horse battery");
    assertShows(alice.get("profile").body(), EVERYBODY, true);

    HttpResponse<String> chosen = choose(alice, "profile", Map.of("writers", "contacts"));
    assertEquals(303, chosen.statusCode());
    assertEquals(
        alice.contextPath() + "/profile", chosen.headers().firstValue("Location").orElse(""));
    assertShows(alice.get("profile").body(), CONTACTS, false);
    Guest b = guest(bob);
    assertEquals("not-taking-messages", b.api("@" + handle, "{\"message\":\"hello?\"}"));
    assertFalse(ChatClient.parse(alice.get("api/me").body()).get(0).getBoolean("receipts"));

    choose(alice, "profile", Map.of("writers", "everybody", "receipts", "on"));
    assertShows(alice.get("profile").body(), EVERYBODY, true);
    assertEquals("ok", b.api("@" + handle, "{\"message\":\"hello!\"}"));
  }

  @Test
  void aGuestFindsTheSameOnThePageOfContacts() {
    assertShows(bob.get("contacts").body(), EVERYBODY, true);
    assertEquals(303, choose(bob, "contacts", Map.of("writers", "contacts")).statusCode());
    assertShows(bob.get("contacts").body(), CONTACTS, false);
    assertShows(alice.get("contacts").body(), EVERYBODY, true);
  }

  @Test
  void whatCannotBeChosenChangesNothing() {
    assertEquals(400, choose(bob, "contacts", Map.of("writers", "nobody")).statusCode());
    assertEquals(400, choose(bob, "contacts", Map.of()).statusCode());
    Map<String, String> choice = Map.of("writers", "contacts");
    assertEquals(403, bob.post("privacy", choice, "Origin", bob.origin()).statusCode());
    assertEquals(401, alice.asSomebodyElse().submit("", "privacy", choice).statusCode());
    assertShows(bob.get("contacts").body(), EVERYBODY, true);
  }
}
