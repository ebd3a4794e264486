package chat.warren.journey;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import java.net.URL;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Alice and Bob, each with a browser of their own, in a room where nobody else is. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class TwoInARoom {
  @ArquillianResource private URL url;

  Site alice;
  Site bob;
  String room;

  /** Where the room's sockets are, and its API. */
  String path;

  String api;

  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @BeforeEach
  void aRoomOfTheirOwn() {
    alice = Site.at(url);
    bob = alice.asSomebodyElse();
    room = "tea-" + UUID.randomUUID();
    path = "ws/chat/" + room;
    api = "api/rooms/" + room + "/messages";
    alice.enter("Alice", room);
    bob.enter("Bob", room);
  }

  /** Who sits at a browser, as others name them in the room's events. */
  Guest guest(Site site) {
    try (ChatClient socket = ChatClient.open(site, path)) {
      return new Guest(site, socket.next("hello").getJsonObject("you").getString("name"));
    }
  }
}
