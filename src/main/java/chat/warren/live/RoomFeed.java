package chat.warren.live;

import chat.warren.chat.Broker.Subscription;
import chat.warren.chat.Entry;
import chat.warren.user.User;
import chat.warren.wire.FrameCodec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The newest entries of one log and all sockets of this node that read it. A pump runs when there
 * is something new, and hands every socket all that it has not yet had. Thread-safe; coming and
 * going is guarded by the feed itself, so that everybody learns of it in one order.
 */
final class RoomFeed {
  private final Live live;
  private final long log;
  private final EntryWindow window = new EntryWindow();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final Set<Waiter> waiters = new HashSet<>();
  private final AtomicInteger wakes = new AtomicInteger();
  private final FutureTask<Subscription> start = new FutureTask<>(this::follow);
  private boolean retired;

  RoomFeed(Live live, long log) {
    this.live = live;
    this.log = log;
  }

  EntryWindow window() {
    return window;
  }

  /** Makes sure that the feed follows its log; the first caller reads the head, the others wait. */
  void start() {
    start.run();
    try {
      start.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot follow log " + log, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before following log " + log, e);
    }
  }

  /** First follows, then reads the head: what is published in between is kept by the window. */
  private Subscription follow() {
    Subscription subscription = live.broker().follow(log, this::accept);
    try {
      window.start(live.history().head(log));
      return subscription;
    } catch (RuntimeException e) {
      subscription.close();
      throw e;
    }
  }

  private void accept(List<Entry> entries) {
    window.append(entries);
    wake();
    releaseWaiters();
  }

  /**
   * Lets somebody go on when the log goes beyond a number.
   *
   * @return false if the feed has ended meanwhile, and another one has to be taken
   */
  synchronized boolean await(Waiter waiter, long since) {
    if (retired) {
      return false;
    }
    if (window.head() > since) {
      waiter.goOn();
    } else {
      waiters.add(waiter);
    }
    return true;
  }

  /** Lets all go on who wait. */
  synchronized void releaseWaiters() {
    waiters.forEach(Waiter::goOn);
    waiters.clear();
  }

  /**
   * Waits no more for somebody.
   *
   * @return whether nobody is left, which ends the feed
   */
  synchronized boolean forget(Waiter waiter) {
    waiters.remove(waiter);
    return retireIfEmpty();
  }

  private boolean retireIfEmpty() {
    if (retired || !connections.isEmpty() || !waiters.isEmpty()) {
      return false;
    }
    retired = true;
    return true;
  }

  /**
   * Lets a socket in and tells the others.
   *
   * @return false if the feed has ended meanwhile, and another one has to be taken
   */
  synchronized boolean enter(Connection connection) {
    if (retired) {
      return false;
    }
    boolean isNew = live.presence().enter(log, connection.user());
    if (isNew) {
      signal(FrameCodec.here(connection.user()));
    }
    connection.hello(live.presence().people(log));
    connections.add(connection);
    wake();
    return true;
  }

  /**
   * Lets a socket go and tells the others.
   *
   * @return whether it was the last one, which ends the feed
   */
  synchronized boolean leave(Connection connection) {
    if (!connections.remove(connection)) {
      return false;
    }
    User user = connection.user();
    if (live.presence().leave(log, user)) {
      signal(FrameCodec.gone(user));
      wake();
    }
    return retireIfEmpty();
  }

  /** Follows the log no more. */
  void end() {
    try {
      start.get().close();
    } catch (ExecutionException neverStarted) {
      // Then there is nothing to end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Set<Connection> connections() {
    return connections;
  }

  /** Gives a signal to all who follow, now. */
  void tell(String event) {
    signal(event);
    wake();
  }

  private void signal(String event) {
    connections.forEach(connection -> connection.signal(event));
  }

  private void wake() {
    if (wakes.getAndIncrement() == 0) {
      try {
        live.pumps().execute(this::pump);
      } catch (RejectedExecutionException serverStops) {
        wakes.set(0);
      }
    }
  }

  private void pump() {
    int answered = wakes.get();
    do {
      connections.forEach(Connection::advance);
      int now = wakes.addAndGet(-answered);
      answered = now;
    } while (answered != 0);
  }
}
