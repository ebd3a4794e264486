package chat.warren.chat;

import chat.warren.chat.Notification.Kind;
import chat.warren.db.Database;
import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.Rooms;
import chat.warren.text.Refused;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people that they were named in a room. A message with an {@code @} is noted as due in the
 * transaction that stores it; a thread of its own works off what is due, and does so again after a
 * start, so that no mention is lost and none comes twice. Thread-safe.
 */
public final class Mentions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Mentions.class);

  /** The most people whom one message tells. */
  static final int MOST = 20;

  private static final int EXCERPT = 300;
  private static final int BATCH = 100;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private static final String DUE =
      """
      select entry.log, entry.seq, coalesce(entry.amended, entry.text) as text,
             person.id as author, person.name, person.display
      from news_due join entry on entry.log = news_due.log and entry.seq = news_due.seq
        join person on person.id = entry.author
      order by entry.at, entry.log, entry.seq limit :limit""";

  private final Database database;
  private final Doors doors;
  private final Rooms rooms;
  private final Users users;
  private final Inboxes inboxes;
  private final AtomicBoolean called = new AtomicBoolean();

  /** Holds at most one task. */
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "warren-mentions"));

  /** Begins with what was left by the last stop. */
  public Mentions(
      Database database, Journal journal, Doors doors, Rooms rooms, Users users, Inboxes inboxes) {
    this.database = database;
    this.doors = doors;
    this.rooms = rooms;
    this.users = users;
    this.inboxes = inboxes;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    journal.whenMentionsAreDue(() -> call(Duration.ZERO));
    call(Duration.ZERO);
  }

  /** Whether somebody may be named; nearly all messages name nobody. */
  static boolean arePossible(Act act) {
    return act instanceof Act.Say say && say.text().indexOf('@') >= 0;
  }

  private void call(Duration delay) {
    if (called.compareAndSet(false, true)) {
      try {
        thread.schedule(this::work, delay.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException serverStops) {
        LOG.debug("mentions wait for the next start");
      }
    }
  }

  private void work() {
    called.set(false);
    try {
      List<Due> due = due();
      while (!due.isEmpty() && !thread.isShutdown()) {
        List<CompletionStage<Receipt>> told = new ArrayList<>();
        due.forEach(it -> tell(it, told));
        told.forEach(Mentions::await);
        forget(due);
        due = due();
      }
    } catch (Refused refused) {
      call(PAUSE);
    } catch (RuntimeException e) {
      LOG.error("mentions could not be told; they wait", e);
      call(CLOSING);
    }
  }

  /** What can never be is passed over; what may be later is tried again. */
  private static void await(CompletionStage<Receipt> told) {
    try {
      Receipt.await(told);
    } catch (Refused refused) {
      if (refused.refusal().retry()) {
        throw refused;
      }
      LOG.debug("a mention is refused: {}", refused.getMessage());
    }
  }

  private List<Due> due() {
    return database.read(
        handle ->
            handle
                .createQuery(DUE)
                .bind("limit", BATCH)
                .map(
                    (row, context) ->
                        new Due(
                            row.getLong("log"),
                            row.getLong("seq"),
                            new User(
                                row.getLong("author"),
                                row.getString("name"),
                                row.getString("display")),
                            row.getString("text")))
                .list());
  }

  private void tell(Due due, List<CompletionStage<Receipt>> told) {
    List<User> named = users.known(Naming.handles(due.text));
    if (named.isEmpty()) {
      return;
    }
    rooms
        .find(due.log)
        .ifPresent(
            room ->
                named.stream()
                    .filter(person -> person.id() != due.author.id())
                    .filter(person -> mayRead(room, person))
                    .limit(MOST)
                    .forEach(person -> told.add(tell(person, room, due))));
  }

  private CompletionStage<Receipt> tell(User person, Room room, Due due) {
    Notification mention =
        new Notification(
            Kind.MENTION,
            room.title(),
            excerpt(due.text),
            null,
            room.key().value(),
            "{\"seq\":" + due.seq + "}");
    return inboxes.tell(person, due.author, mention, "mention " + due.log + " " + due.seq);
  }

  private boolean mayRead(Room room, User person) {
    try {
      doors.standing(room, person).checkRead();
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private static String excerpt(String text) {
    return text.codePointCount(0, text.length()) <= EXCERPT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
  }

  private void forget(List<Due> done) {
    database.write(
        handle -> {
          for (Due due : done) {
            handle.execute("delete from news_due where log = ? and seq = ?", due.log, due.seq);
          }
          return done.size();
        });
  }

  /** Stops; what is still due waits in the store. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** A message whose mentions are not all told yet. */
  private record Due(long log, long seq, User author, String text) {}
}
