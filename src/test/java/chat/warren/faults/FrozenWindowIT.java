package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.RawSocket;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A window that is frozen or has lost its network says no goodbye, and answers nothing. */
class FrozenWindowIT {
  private static final Duration LEASE = Duration.ofSeconds(59);

  /** The lease, the pause between two looks at it, and some air: less than a socket's silence. */
  private static final Duration BOUND = Duration.ofSeconds(60 + 10 + 4);

  @TempDir Path data;

  @Test
  @EnabledIfSystemProperty(named = "warren.faults", matches = "long")
  void isShownAsGoneWhenItsLeaseEnds() throws IOException {
    try (WarProcess war = WarProcess.serve(data, 0)) {
      Site alice = war.site();
      Site bob = alice.asSomebodyElse();
      alice.enter("Alice", "tea");
      bob.enter("Bob", "tea");
      try (ChatClient a = ChatClient.open(alice, "ws/chat/tea/");
          RawSocket frozen = RawSocket.open(bob, "ws/chat/tea/")) {
        long since = System.nanoTime();
        assertEquals("hello", frozen.events().get(0).getString("type"));
        a.next(event -> event.getString("type").equals("gone"), BOUND);
        Duration shown = Duration.ofNanos(System.nanoTime() - since);
        assertTrue(shown.compareTo(LEASE) >= 0, "gone after " + shown);
      }
    }
  }
}
