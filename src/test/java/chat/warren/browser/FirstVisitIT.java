package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Chromium;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first visit of a room costs, over the wire and in the store. */
class FirstVisitIT {
  private static final int BUDGET = 100 * 1024;

  @TempDir Path data;

  @Test
  void theFirstVisitOfAFullRoomTakesLessThan100KilobytesAndTheNextOneOnlyThePage() {
    try (WarProcess war = WarProcess.serve(data, 0);
        Chromium chromium = Chromium.start();
        Person bob = new Person(chromium.browser(), war.site(), "en-GB")) {
      fill(war.site(), 60);
      bob.open("");
      bob.page().context().clearCookies();
      Traffic first = new Traffic(bob);
      first.clearCache();
      bob.open("chat/tea/");
      assertThat(bob.messages()).hasCount(50);
      join(bob);
      System.out.println("the first visit of a room: " + first);
      assertTrue(first.total() < BUDGET, first.toString());

      Traffic next = new Traffic(bob);
      bob.open("chat/tea/").isOnline();
      assertThat(bob.messages()).hasCount(50);
      assertEquals(List.of(), next.fetched("/assets/"));
      assertTrue(next.total() < BUDGET / 4, next.toString());
    }
  }

  private static void join(Person bob) {
    bob.page().locator("#display").fill("Bob");
    bob.page().locator("form.join button").click();
    bob.isOnline();
  }

  @Test
  void aPageOfFiftyMessagesTakesNoMoreStatementsThanAPageOfOne() throws Exception {
    Path logging = Files.writeString(data.resolve("logging.properties"), LOGGING);
    Map<String, String> settings =
        Map.of(
            "WARREN_DATA", data.resolve("store").toString(),
            "WARREN_PORT", "0",
            "WARREN_LIMITS", "off");
    try (WarProcess war =
        WarProcess.start(settings, "-Djava.util.logging.config.file=" + logging)) {
      Guest alice = fill(war.site(), 1);
      long one = statements(war, alice);
      for (int n = 2; n <= 50; n++) {
        assertEquals("ok", alice.api("tea", message(n)));
        int seq = 2 * n - 2;
        assertEquals(
            "ok", alice.api("tea", "{\"type\":\"react\",\"seq\":" + seq + ",\"emoji\":\"👍\"}"));
      }
      String page = alice.page("tea").body();
      assertEquals(50, page.split("class=\"message-text", -1).length - 2, "and the template");
      assertTrue(one > 1, "statements are logged");
      assertEquals(one, statements(war, alice));
    }
  }

  private static final String LOGGING =
      """
      handlers = java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.level = FINE
      chat.warren.db.Statements.level = FINE
      """;

  /** The fewest of several loads, for something else may be written meanwhile. */
  private static long statements(WarProcess war, Guest reader) throws Exception {
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      // What was noted is written within a second or two.
      Thread.sleep(500);
      long before = logged(war);
      assertEquals(200, reader.page("tea").statusCode());
      fewest = Math.min(fewest, logged(war) - before);
    }
    return fewest;
  }

  private static long logged(WarProcess war) {
    return war.output().stream().filter(line -> line.contains("FINE select")).count();
  }

  private static Guest fill(Site site, int messages) {
    Guest alice = Guest.called("Alice", site, "tea");
    for (int n = 1; n <= messages; n++) {
      alice.api("tea", message(n));
    }
    return alice;
  }

  private static String message(int n) {
    return "{\"message\":\"Message " + n + " with *some* words, as people write them in a room\"}";
  }

  /** What a page fetches over the wire, headers included. */
  private static final class Traffic {
    private final CDPSession session;
    private final Map<String, String> urls = new ConcurrentHashMap<>();
    private final List<String> fetched = Collections.synchronizedList(new ArrayList<>());
    private long bytes;

    Traffic(Person person) {
      session = person.page().context().newCDPSession(person.page());
      session.on(
          "Network.requestWillBeSent",
          event ->
              urls.put(
                  event.get("requestId").getAsString(),
                  event.getAsJsonObject("request").get("url").getAsString()));
      session.on("Network.loadingFinished", this::finished);
      session.send("Network.enable");
    }

    private void finished(JsonObject event) {
      long length = event.get("encodedDataLength").getAsLong();
      if (length > 0) {
        bytes += length;
        fetched.add(length + " " + urls.get(event.get("requestId").getAsString()));
      }
    }

    void clearCache() {
      session.send("Network.clearBrowserCache");
    }

    long total() {
      return bytes;
    }

    List<String> fetched(String part) {
      return fetched.stream().filter(line -> line.contains(part)).toList();
    }

    @Override
    public String toString() {
      return bytes + " bytes in " + fetched.size() + " files: " + fetched;
    }
  }
}
