package chat.warren.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.Guest;
import chat.warren.testing.Nodes;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** Alice at the first node and Bob at the second, in a room that is hers. */
@Timeout(300)
@Tag("contract")
abstract class OnTwoNodes {
  static final String PASSWORD = "correct horse battery";

  /** For all classes, because they take seconds to start; ended with the tests. */
  static Nodes nodes;

  private static Site administrator;

  Guest alice;
  Guest bob;
  String room;

  @BeforeAll
  static void start() throws IOException {
    if (nodes == null) {
      nodes = Nodes.two(Files.createTempDirectory("warren-nodes"), Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(nodes::close, "end-of-nodes"));
    }
  }

  @BeforeEach
  void aRoomOfTheirOwn() {
    room = "tea-" + UUID.randomUUID();
    alice = Guest.called("Alice", nodes.site(0), room);
    bob = Guest.called("Bob", nodes.site(1), room);
  }

  static Predicate<JsonObject> isAbout(String type, Guest who) {
    return event ->
        event.getString("type").equals(type)
            && event.containsKey("from")
            && event.getJsonObject("from").getString("name").equals(who.handle());
  }

  /** The same person with the same browser at another node. */
  static Guest at(int node, Guest who) {
    return new Guest(at(node, who.site()), who.handle());
  }

  static Site at(int node, Site browser) {
    return browser.at(nodes.ports().get(node));
  }

  /** The administrator at the first node, who was made at the second when first asked for. */
  static Site administrator() {
    if (administrator == null) {
      String token = nodes.node(0).setupToken();
      assertEquals(token, nodes.node(1).setupToken());
      Site ann = nodes.site(1);
      assertEquals(303, ann.setUp(token, "ann", "Ann", PASSWORD).statusCode());
      assertEquals(404, nodes.site(0).get("setup").statusCode());
      administrator = at(0, ann);
    }
    return administrator;
  }

  /** Somebody with an account, signed in at the first node. */
  static Guest registered(String name) {
    String handle =
        name.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID().toString().substring(0, 13);
    Site site = nodes.site(0);
    assertEquals(303, site.register(handle, name, PASSWORD).statusCode());
    return new Guest(site, handle);
  }
}
