package chat.warren.app;

import chat.warren.chat.Broker;
import chat.warren.chat.History;
import chat.warren.chat.Presence;
import chat.warren.db.Database;
import chat.warren.db.Facts;
import chat.warren.memory.InMemoryLimits;
import chat.warren.memory.InMemoryPresence;
import chat.warren.memory.InProcessBroker;
import chat.warren.redis.RedisAddress;
import chat.warren.redis.RedisBroker;
import chat.warren.redis.RedisLimits;
import chat.warren.redis.RedisLink;
import chat.warren.redis.RedisPresence;
import chat.warren.user.Limits;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * What is one thing for a single node and another for many that work on one store.
 *
 * @param redis whether Redis answers; empty for a single node
 * @param end ends all of it
 */
record Nodes(
    Broker broker, Presence presence, Limits limits, Optional<RedisLink> redis, Runnable end)
    implements AutoCloseable {
  /** Under which name the nodes keep the name of their store. */
  private static final String STORE = "store";

  static Nodes alone(Clock clock) {
    return new Nodes(
        new InProcessBroker(),
        new InMemoryPresence(clock),
        new InMemoryLimits(),
        Optional.empty(),
        () -> {});
  }

  static Nodes many(RedisAddress address, Database database, Clock clock) {
    String store = new Facts(database).of(STORE, () -> UUID.randomUUID().toString());
    RedisLink link = RedisLink.open(address, store);
    RedisBroker broker = new RedisBroker(link, new History(database));
    RedisPresence presence = new RedisPresence(link, clock);
    return new Nodes(
        broker,
        presence,
        new RedisLimits(link),
        Optional.of(link),
        () -> {
          presence.close();
          broker.close();
          link.close();
        });
  }

  @Override
  public void close() {
    end.run();
  }
}
