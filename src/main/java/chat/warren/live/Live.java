package chat.warren.live;

import chat.warren.chat.Broker;
import chat.warren.chat.History;
import chat.warren.chat.Inboxes;
import chat.warren.chat.Presence;
import chat.warren.room.Doors;
import chat.warren.room.InboxKey;
import chat.warren.room.Room;
import chat.warren.user.Sessions;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All that the sockets work with, and the threads on which they do. Thread-safe. */
public final class Live implements AutoCloseable {
  private static final int GOODBYE_THREADS = 4;
  private static final int LOAD_THREADS = 2;
  private static final Duration CHECK = Duration.ofSeconds(10);
  private static final Duration TELL = Duration.ofMillis(500);
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final Sessions sessions;
  private final Doors doors;
  private final Submission submission;
  private final History history;
  private final Broker broker;
  private final Presence presence;
  private final States states;
  private final Reading reading;
  private final Marking marking = new Marking(this);
  private final Elsewhere elsewhere = new Elsewhere(this);
  private final RollCall rollCall = new RollCall(this);
  private final Inboxes inboxes;
  private final Duration patience;

  /** Sends what is new; holds at most one task a feed and one a connection. */
  private final ExecutorService pumps =
      pool("warren-pump", Math.max(2, Runtime.getRuntime().availableProcessors()));

  /** Reads from the store what a feed keeps no more; holds at most one task a connection. */
  private final ExecutorService loads = pool("warren-load", LOAD_THREADS);

  /** Closes sockets, which waits for the other end; holds at most one task a connection. */
  private final ExecutorService goodbyes = pool("warren-goodbye", GOODBYE_THREADS);

  private final ScheduledExecutorService checks =
      Executors.newSingleThreadScheduledExecutor(named("warren-check"));

  /** Counts what people have not read, for one after the other. */
  private final ScheduledExecutorService tallies =
      Executors.newSingleThreadScheduledExecutor(named("warren-tally"));

  /**
   * @param patience how long a socket may take nothing of what it is sent
   */
  public Live(
      Sessions sessions,
      Doors doors,
      Submission submission,
      History history,
      Broker broker,
      Presence presence,
      Reading reading,
      Inboxes inboxes,
      Duration patience) {
    this.sessions = sessions;
    this.doors = doors;
    this.submission = submission;
    this.history = history;
    this.broker = broker;
    this.presence = presence;
    this.reading = reading;
    this.states = new States(presence);
    this.inboxes = inboxes;
    this.patience = patience;
    long pause = Math.min(CHECK.toMillis(), patience.toMillis());
    checks.scheduleWithFixedDelay(RoomSessions::checkAll, pause, pause, TimeUnit.MILLISECONDS);
    checks.scheduleWithFixedDelay(
        states::tell, TELL.toMillis(), TELL.toMillis(), TimeUnit.MILLISECONDS);
    tallies.scheduleWithFixedDelay(
        elsewhere::tell, TELL.toMillis(), TELL.toMillis(), TimeUnit.MILLISECONDS);
  }

  Sessions sessions() {
    return sessions;
  }

  Doors doors() {
    return doors;
  }

  Submission submission() {
    return submission;
  }

  History history() {
    return history;
  }

  Broker broker() {
    return broker;
  }

  Presence presence() {
    return presence;
  }

  Reading reading() {
    return reading;
  }

  Marking marking() {
    return marking;
  }

  Elsewhere elsewhere() {
    return elsewhere;
  }

  RollCall rollCall() {
    return rollCall;
  }

  States states() {
    return states;
  }

  Inboxes inboxes() {
    return inboxes;
  }

  /**
   * The log that a caller wants to follow.
   *
   * @throws chat.warren.text.Refused what keeps the caller out
   */
  Room open(Caller caller) {
    return caller.room() instanceof InboxKey
        ? inboxes.of(caller.user())
        : doors.open(caller.room(), caller.user());
  }

  Duration patience() {
    return patience;
  }

  ExecutorService pumps() {
    return pumps;
  }

  ExecutorService loads() {
    return loads;
  }

  ScheduledExecutorService checks() {
    return checks;
  }

  ExecutorService goodbyes() {
    return goodbyes;
  }

  /** Does a thing that waits for nothing, a moment from now; not if the server stops before. */
  void later(Runnable work) {
    try {
      checks.schedule(work, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException serverStops) {
      work.run();
    }
  }

  private static ExecutorService pool(String name, int threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Stops the threads; sockets that are still open get nothing more. */
  @Override
  public void close() {
    checks.shutdownNow();
    tallies.shutdownNow();
    for (ExecutorService pool : new ExecutorService[] {pumps, loads, goodbyes}) {
      pool.shutdown();
      try {
        if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
          pool.shutdownNow();
        }
      } catch (InterruptedException e) {
        pool.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }
}
