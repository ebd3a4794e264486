package chat.warren.redis;

import chat.warren.chat.Broker;
import chat.warren.chat.BrokerContract;
import chat.warren.chat.History;
import chat.warren.db.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** One node keeps to the contract, whatever kind of pub/sub Redis has. */
class RedisBrokerTest {
  private abstract static class OnRedis extends BrokerContract {
    @TempDir Path directory;
    private final boolean maySharded;
    private Database database;
    private RedisLink link;
    private RedisBroker broker;

    OnRedis(boolean maySharded) {
      this.maySharded = maySharded;
    }

    @Override
    protected Broker open() {
      database = Database.open(directory);
      link = TestRedis.link(maySharded);
      broker = new RedisBroker(link, new History(database));
      return broker;
    }

    @Override
    protected void end() {
      broker.close();
      link.close();
      database.close();
    }
  }

  @Nested
  class WithShardedPubSub extends OnRedis {
    WithShardedPubSub() {
      super(true);
    }
  }

  @Nested
  class WithOrdinaryPubSub extends OnRedis {
    WithOrdinaryPubSub() {
      super(false);
    }
  }
}
