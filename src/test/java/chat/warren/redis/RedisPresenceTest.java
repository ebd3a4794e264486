package chat.warren.redis;

import chat.warren.chat.Presence;
import chat.warren.chat.PresenceContract;
import java.time.Clock;

/** One node keeps to the contract. */
class RedisPresenceTest extends PresenceContract {
  private RedisLink link;
  private RedisPresence presence;

  @Override
  protected Presence open(Clock clock) {
    link = TestRedis.link(true);
    presence = new RedisPresence(link, clock);
    return presence;
  }

  @Override
  protected void end() {
    presence.close();
    link.close();
  }
}
