package chat.warren.live;

import chat.warren.chat.Act;
import chat.warren.chat.Broker.Subscription;
import chat.warren.chat.Entry;
import chat.warren.chat.Presence.Effect;
import chat.warren.chat.ReadMark;
import chat.warren.chat.Signal;
import chat.warren.room.Change;
import chat.warren.room.InboxKey;
import chat.warren.room.Room;
import chat.warren.text.Refused;
import chat.warren.user.User;
import chat.warren.wire.FrameCodec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
  private final Room room;
  private final long log;
  private final EntryWindow window = new EntryWindow();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<Long, Long> marks = new ConcurrentHashMap<>();

  /** Empty for an inbox, in which nobody meets anybody. */
  private final Optional<Attendance> attendance;

  private final Typing typing = new Typing();
  private final Set<Waiter> waiters = new HashSet<>();
  private final AtomicInteger wakes = new AtomicInteger();
  private final FutureTask<Subscription> start = new FutureTask<>(this::follow);
  private boolean retired;

  RoomFeed(Live live, Room room) {
    this.live = live;
    this.room = room;
    this.log = room.log();
    this.attendance =
        room.key() instanceof InboxKey
            ? Optional.empty()
            : Optional.of(new Attendance(live, log, this::signal));
  }

  /** The room, as the first who came has it before them. */
  Room room() {
    return room;
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
      if (e.getCause() instanceof Refused refused) {
        throw refused;
      }
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
    long known = window.head();
    window.append(entries);
    entries.stream().filter(entry -> entry.seq() > known).forEach(this::letGo);
    wake();
    releaseWaiters();
  }

  /** Whoever is removed leaves, also from a public room, which they may enter again. */
  private void letGo(Entry entry) {
    if (entry.act() instanceof Act.Membership it && it.change() == Change.REMOVE) {
      connections.stream()
          .filter(connection -> connection.user().id() == it.person().id())
          .forEach(connection -> connection.close(Goodbye.REMOVED));
    }
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
    ReadMark mark = connection.arrival().mark();
    if (mark != ReadMark.NONE) {
      moves(connection.user(), mark.seq());
    }
    attendance.ifPresent(it -> it.enter(connection));
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
    attendance.ifPresent(it -> it.leave(connection));
    return retireIfEmpty();
  }

  /** Renews a socket's lease; one that ended while the socket was frozen brings it back. */
  synchronized void renew(Connection connection) {
    if (connections.contains(connection)) {
      attendance.ifPresent(it -> it.renew(connection));
    }
  }

  /** Whether somebody looks at the window at the other end of a socket. */
  synchronized void away(Connection connection, boolean away) {
    if (connections.contains(connection)) {
      attendance.ifPresent(it -> it.away(connection, away));
    }
  }

  /** Tells of somebody who has come or gone on another node. */
  synchronized void hear(User user, Effect effect) {
    attendance.ifPresent(it -> it.hear(user, effect));
  }

  /** Ends the leases that were not renewed in time, and tells the others who is gone by that. */
  synchronized void expire() {
    attendance.ifPresent(Attendance::expire);
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

  /** Tells the others that the person at a socket is writing, if that person may speak. */
  void typing(Connection connection) {
    long person = connection.user().id();
    long now = System.nanoTime();
    if (typing.isDue(person, now) && connection.maySpeak() && typing.pass(person, now)) {
      murmur(connection.user());
      live.broker().signal(log, List.of(new Signal.Typing(connection.user())));
    }
  }

  /** The same of somebody on another node, which has asked whether that person may speak. */
  void typingElsewhere(User user) {
    if (typing.pass(user.id(), System.nanoTime())) {
      murmur(user);
    }
  }

  private void murmur(User writer) {
    String event = FrameCodec.typing(writer);
    connections.stream()
        .filter(other -> other.user().id() != writer.id())
        .forEach(other -> other.murmur(event));
    wake();
  }

  /** Whether a person has read further than was known before; it is known from now on. */
  boolean moves(User user, long seq) {
    boolean[] further = new boolean[1];
    marks.compute(
        user.id(),
        (person, before) -> {
          further[0] = before == null || before < seq;
          return further[0] ? seq : before;
        });
    return further[0];
  }

  /** Sends a signal to the sockets of one person. */
  void signalTo(User user, String event) {
    connections.stream()
        .filter(connection -> connection.user().id() == user.id())
        .forEach(connection -> connection.signal(event));
    wake();
  }

  /** Sends a signal to the sockets of those among some people who are not the reader. */
  void signalReceipt(User reader, Set<Long> people, String event) {
    connections.stream()
        .filter(connection -> connection.user().id() != reader.id())
        .filter(connection -> people.contains(connection.user().id()))
        .forEach(connection -> connection.signal(event));
    wake();
  }

  /** Sends a signal to every socket. */
  void signal(String event) {
    connections.forEach(connection -> connection.signal(event));
    wake();
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
