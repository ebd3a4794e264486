package chat.warren.memory;

import chat.warren.chat.PresenceContract;

class InMemoryPresenceTest extends PresenceContract {
  InMemoryPresenceTest() {
    super(InMemoryPresence::new);
  }
}
