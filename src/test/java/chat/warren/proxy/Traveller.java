package chat.warren.proxy;

import chat.warren.testing.Eventually;
import chat.warren.testing.RawSocket;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;

/**
 * Somebody who comes back through the proxy when the socket breaks, and sees to it that nothing is
 * missing from what comes. For one thread.
 */
final class Traveller implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Site site;
  private final String path;
  private RawSocket socket;
  private int last;

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
      socket.say(id, "I am here");
      while (!read(id)) {
        // Others speak too.
      }
      return false;
    } catch (IOException gone) {
      comeBack();
      hadToComeBackToSay(id);
      return true;
    }
  }

  /** Waits until everything up to a number has come. */
  void readUpTo(int seq) {
    try {
      while (last < seq) {
        read("");
      }
    } catch (IOException e) {
      throw new AssertionError("entry " + last + " was the last", e);
    }
  }

  /** Opens a socket and waits until it is in the room. */
  private void comeBack() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    IOException failure = null;
    while (System.nanoTime() - end < 0) {
      try {
        close();
        socket = RawSocket.open(site, path + "?since=" + last);
        read("");
        return;
      } catch (IOException notYet) {
        failure = notYet;
        Eventually.pause(Duration.ofMillis(100));
      }
    }
    throw new AssertionError("nobody is let through any more", failure);
  }

  /**
   * Reads a frame.
   *
   * @return whether it has the message of this id, which is one's own
   */
  private boolean read(String id) throws IOException {
    boolean found = false;
    for (JsonObject event : socket.events()) {
      if (event.getString("type").equals("message")) {
        int seq = event.getInt("seq");
        if (seq > last + 1) {
          throw new AssertionError("after entry " + last + " came " + seq);
        }
        last = Math.max(last, seq);
        found |= event.getString("id", "").equals(id);
      }
    }
    return found;
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
    }
  }
}
