package chat.warren.memory;

import chat.warren.chat.Presence;
import chat.warren.chat.PresenceContract;
import java.time.Clock;

class InMemoryPresenceTest extends PresenceContract {
  @Override
  protected Presence open(Clock clock) {
    return new InMemoryPresence(clock);
  }
}
