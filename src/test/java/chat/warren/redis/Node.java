package chat.warren.redis;

import chat.warren.chat.Broker.Subscription;
import chat.warren.chat.Conversation;
import chat.warren.chat.Entry;
import chat.warren.chat.Journal;
import chat.warren.chat.Notice;
import chat.warren.chat.Pace;
import chat.warren.chat.Receipt;
import chat.warren.chat.Signal;
import chat.warren.room.Room;
import chat.warren.testing.Eventually;
import chat.warren.user.Limits;
import chat.warren.user.User;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One of several nodes that work on one store: all that it has of its own. */
final class Node implements AutoCloseable {
  final RedisLink link;
  final RedisBroker broker;
  final RedisPresence presence;
  final List<Notice> notices = new CopyOnWriteArrayList<>();
  final List<Signal> signals = new CopyOnWriteArrayList<>();
  private final Journal journal;
  private final Conversation conversation;

  Node(SharedStore store, RedisAddress redis, Clock clock) {
    this(store, redis, clock, true);
  }

  Node(SharedStore store, RedisAddress redis, Clock clock, boolean maySharded) {
    link = RedisLink.open(redis, store.name, maySharded);
    broker = new RedisBroker(link, store.history);
    presence = new RedisPresence(link, clock);
    broker.listen(notices::add);
    broker.hear((log, signal) -> signals.add(signal));
    journal = new Journal(store.database, broker, Clock.systemUTC());
    conversation = new Conversation(store.doors, journal, new Pace(Limits.NONE));
  }

  Entry say(Room room, User user, String text) {
    return Receipt.await(conversation.post(room, user, null, text, null)).entry();
  }

  Reader reads(Room room) {
    return new Reader(room);
  }

  @Override
  public void close() {
    journal.close();
    presence.close();
    broker.close();
    link.close();
  }

  /** Somebody on this node who follows a room. */
  final class Reader implements AutoCloseable {
    private final List<Long> heard = new CopyOnWriteArrayList<>();
    private final Subscription subscription;

    Reader(Room room) {
      subscription =
          broker.follow(room.log(), entries -> entries.forEach(entry -> heard.add(entry.seq())));
    }

    /** The numbers of all that came, in the order in which they came. */
    List<Long> heard() {
      return List.copyOf(heard);
    }

    void await(Entry entry) {
      Eventually.isSo(entry + " of " + heard, () -> heard.contains(entry.seq()));
    }

    @Override
    public void close() {
      subscription.close();
    }
  }
}
