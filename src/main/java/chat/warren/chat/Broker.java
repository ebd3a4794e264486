package chat.warren.chat;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Carries stored entries to every feed that follows their log. Delivery comes only by this way, on
 * one node as on many. Implementations are thread-safe.
 */
public interface Broker {
  /**
   * Hands entries on. The caller publishes each log's entries in the order of their numbers.
   *
   * @param entries stored entries of that log, in order, at least one
   */
  void publish(long log, List<Entry> entries);

  /**
   * Follows a log from now on. The follower is called in publishing order, by one thread at a time,
   * and must be quick; it may miss entries only if it can see so by a jump of their numbers.
   */
  Subscription follow(long log, Consumer<List<Entry>> follower);

  /**
   * Tells every node, this one included, of what a {@link Notice} is about. What was decided with
   * is forgotten and asked anew, so that a lost notice can only delay and a wrong one does no harm.
   */
  void announce(Notice notice);

  /** Is told of every notice from now on; the listener must be quick. */
  Subscription listen(Consumer<Notice> listener);

  /**
   * Passes signals about a log on to the other nodes that follow it; the caller's own node has told
   * its sockets already. They may be lost.
   *
   * @param signals at least one
   */
  void signal(long log, List<Signal> signals);

  /**
   * Is told of every signal that comes from another node, with the number of its log; the listener
   * must be quick.
   */
  Subscription hear(BiConsumer<Long, Signal> listener);

  /** Ends with {@link #close}. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
