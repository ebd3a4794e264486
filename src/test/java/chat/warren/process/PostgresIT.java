package chat.warren.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.PostgresServer;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file on a PostgreSQL: how it starts there, beside another node, and after a move. */
@Tag("scaled")
class PostgresIT {
  @TempDir static Path directory;
  private static PostgresServer postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = new PostgresServer(directory);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void whatKeepsItFromStartingIsSaidInOneLineWithoutThePassword() throws IOException {
    String url = postgres.urlWithPassword("keeper", "richtig");
    refused(url + "&password=geheim", "does not let Warren in", "keeper");
    refused(url, "does not let Warren in", "no password");
    refused(
        url.replace("/keeper?", "/nowhere?") + "&password=richtig", "\"nowhere\" does not exist");
    refused(
        "jdbc:postgresql://localhost:" + WarProcess.freePort() + "/x?password=geheim",
        "cannot be reached",
        "refused");
    refused("jdbc:mysql://localhost/x?password=geheim", "WARREN_DB is", "jdbc:postgresql://");
    refused("java:comp/env/jdbc/warren", "no data source java:comp/env/jdbc/warren");
    postgres.execute("create database latin template template0 encoding 'LATIN1' locale 'C'");
    refused(url.replace("/keeper?", "/latin?") + "&password=richtig", "LATIN1", "UTF8");
  }

  private static void refused(String url, String... words) {
    try (WarProcess war = WarProcess.start(Map.of("WARREN_DB", url, "WARREN_PORT", "0"))) {
      assertEquals(1, war.exitCode());
      String line = war.output().get(war.output().size() - 1);
      assertTrue(line.startsWith("Warren cannot start. "), line);
      for (String word : words) {
        assertTrue(line.contains(word), line + " does not name " + word);
      }
      String all = String.join("\n", war.output());
      assertFalse(all.contains("geheim") || all.contains("richtig"), all);
    }
  }

  @Test
  void aSecondNodeKnowsWhoIsSignedInAndWhatWasSaid() {
    String url = postgres.urlOfNew("nodes");
    try (WarProcess one = serve(Map.of("WARREN_DB", url))) {
      Site alice = one.site();
      alice.register("alice", "Alice", "correct horse battery");
      say(alice, "a-1", "before the other came");
      try (WarProcess two = serve(Map.of("WARREN_DB", url))) {
        Site there = alice.alsoAt(two.site());
        assertTrue(there.get("profile").body().contains("Alice"));
        assertEquals(List.of("before the other came"), history(there));
        say(there, "a-2", "from there");
        say(alice, "a-3", "from here");
        assertEquals(List.of("before the other came", "from there", "from here"), history(there));
        two.kill();
      }
      say(alice, "a-2", "from there");
      assertEquals(3, history(alice).size());
    }
  }

  @Test
  void everythingMovesFromTheFileToPostgresAndBack() {
    Path data = directory.resolve("data");
    Path file = directory.resolve("warren.export");
    Map<String, String> sqlite = Map.of("WARREN_DATA", data.toString());
    Map<String, String> server = Map.of("WARREN_DB", postgres.urlOfNew("moved"));
    Site alice;
    try (WarProcess war = serve(sqlite)) {
      alice = war.site();
      alice.register("alice", "Alice", "correct horse battery");
      say(alice, "a-1", "早上好 👋");
      assertTrue(move(sqlite, 1, "export", file).contains("in use by another Warren"));
      war.stop();
    }
    assertTrue(move(sqlite, 0, "export", file).contains("rows are exported from " + data));
    assertTrue(move(server, 0, "import", file).contains("each was read back"));
    assertTrue(move(server, 1, "import", file).contains("is not empty"));
    try (WarProcess war = serve(server)) {
      Site there = alice.alsoAt(war.site());
      assertEquals(List.of("早上好 👋"), history(there));
      say(there, "a-1", "早上好 👋");
      say(there, "a-2", "still here");
      war.stop();
    }
    Path back = directory.resolve("back.export");
    move(server, 0, "export", back);
    Map<String, String> again = Map.of("WARREN_DATA", directory.resolve("again").toString());
    move(again, 0, "import", back);
    try (WarProcess war = serve(again)) {
      Site there = alice.alsoAt(war.site());
      assertEquals(List.of("早上好 👋", "still here"), history(there));
      assertTrue(there.get("profile").body().contains("Alice"));
    }
    assertTrue(move(again, 1, "export", back).contains("is there already"));
    try (WarProcess war = WarProcess.run(again, "export")) {
      assertEquals(1, war.exitCode());
      assertTrue(war.output().get(0).contains("Name one file"), war.output().toString());
    }
  }

  /** Gives all that it says; where nobody looks, that is a line at every 5 %. */
  private static String move(Map<String, String> settings, int code, String act, Path file) {
    try (WarProcess war = WarProcess.run(settings, act, file.toString())) {
      assertEquals(code, war.exitCode(), () -> war.output().toString());
      if (code == 0) {
        assertTrue(war.output().stream().anyMatch(line -> line.contains("ing: 100 %, ")));
      } else {
        String last = war.output().get(war.output().size() - 1);
        assertTrue(last.startsWith("Warren cannot " + act + ". "), last);
      }
      return String.join("\n", war.output());
    }
  }

  private static WarProcess serve(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("WARREN_PORT", String.valueOf(WarProcess.freePort()));
    WarProcess war = WarProcess.start(all);
    war.site();
    return war;
  }

  private static void say(Site site, String id, String text) {
    try (ChatClient socket = ChatClient.open(site, "ws/chat/tea")) {
      socket.say(id, text);
      assertEquals(
          text, socket.next(event -> id.equals(event.getString("id", null))).getString("message"));
    }
  }

  private static List<String> history(Site site) {
    JsonObject page = ChatClient.parse(site.get("api/rooms/tea/messages?since=0").body()).get(0);
    return page.getJsonArray("entries").getValuesAs(JsonObject.class).stream()
        .map(entry -> entry.getString("message"))
        .toList();
  }
}
