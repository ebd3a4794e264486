package chat.warren.memory;

import chat.warren.chat.Broker;
import chat.warren.chat.Entry;
import chat.warren.chat.Notice;
import chat.warren.chat.Signal;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The broker of a single node: calls the followers directly, on the publishing thread. Thread-safe.
 */
public final class InProcessBroker implements Broker {
  private final ConcurrentHashMap<Long, List<Consumer<List<Entry>>>> followers =
      new ConcurrentHashMap<>();

  private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();

  @Override
  public void publish(long log, List<Entry> entries) {
    followers.getOrDefault(log, List.of()).forEach(follower -> follower.accept(entries));
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

  /** There is no other node. */
  @Override
  public void signal(long log, List<Signal> signals) {}

  @Override
  public Subscription hear(BiConsumer<Long, Signal> listener) {
    return () -> {};
  }

  @Override
  public Subscription follow(long log, Consumer<List<Entry>> follower) {
    // Lists that do not change, for publishing is what happens often.
    followers.merge(log, List.of(follower), InProcessBroker::both);
    return () -> followers.computeIfPresent(log, (l, all) -> without(all, follower));
  }

  private static List<Consumer<List<Entry>>> both(
      List<Consumer<List<Entry>>> some, List<Consumer<List<Entry>>> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static List<Consumer<List<Entry>>> without(
      List<Consumer<List<Entry>>> all, Consumer<List<Entry>> follower) {
    List<Consumer<List<Entry>>> left = all.stream().filter(it -> it != follower).toList();
    return left.isEmpty() ? null : left;
  }
}
