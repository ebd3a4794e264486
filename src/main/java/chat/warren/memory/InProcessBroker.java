package chat.warren.memory;

import chat.warren.chat.Broker;
import chat.warren.chat.Entry;
import chat.warren.chat.Notice;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The broker of a single node: calls the followers directly, on the publishing thread. There is one
 * follower a log, its feed. Thread-safe.
 */
public final class InProcessBroker implements Broker {
  private final ConcurrentHashMap<Long, Consumer<List<Entry>>> followers =
      new ConcurrentHashMap<>();

  private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();

  @Override
  public void publish(long log, List<Entry> entries) {
    Consumer<List<Entry>> follower = followers.get(log);
    if (follower != null) {
      follower.accept(entries);
    }
  }

  @Override
  public void announce(Notice notice) {
    listeners.forEach(listener -> listener.accept(notice));
  }

  @Override
  public Subscription listen(Consumer<Notice> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public Subscription follow(long log, Consumer<List<Entry>> follower) {
    followers.put(log, follower);
    return () -> followers.remove(log, follower);
  }
}
