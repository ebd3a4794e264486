package chat.warren.proxy;

import chat.warren.testing.RawSocket;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;

/** Somebody who comes back through the proxy when the socket breaks. For one thread. */
final class Traveller implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Site site;
  private final String path;
  private RawSocket socket;

  Traveller(Site site, String path) {
    this.site = site.asSomebodyElse();
    this.path = path;
    comeBack();
  }

  /**
   * Says something until it is acknowledged.
   *
   * @return whether this took another socket
   */
  boolean hadToComeBackToSay(String id) {
    try {
      say(id);
      return false;
    } catch (IOException gone) {
      comeBack();
      hadToComeBackToSay(id);
      return true;
    }
  }

  /** Opens a socket and waits until it is in the room. */
  private void comeBack() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    IOException last = null;
    while (System.nanoTime() - end < 0) {
      try {
        close();
        socket = RawSocket.open(site, path);
        socket.events();
        return;
      } catch (IOException notYet) {
        last = notYet;
        pause();
      }
    }
    throw new AssertionError("nobody is let through any more", last);
  }

  private void say(String id) throws IOException {
    socket.say(id, "I am here");
    while (socket.events().stream().noneMatch(event -> isMine(event, id))) {
      // Others speak too.
    }
  }

  private static boolean isMine(JsonObject event, String id) {
    return event.getString("type").equals("message") && event.getString("id", "").equals(id);
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
    }
  }
}
