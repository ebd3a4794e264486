package chat.warren.chat;

import chat.warren.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who is here, log by log, and how each person is, over all logs. Every window holds a lease, which
 * it renews with each sign of life and which ends by itself when none comes: leaving ends it early,
 * but nothing relies on that. A person with three windows is one person. Implementations are
 * thread-safe.
 */
public interface Presence {
  /** How long a lease lasts after it was taken or renewed. */
  Duration LEASE = Duration.ofSeconds(60);

  /** How a person is. */
  enum State {
    /** Looks at one window at least. */
    ONLINE,
    /** Has windows, and looks at none of them. */
    AWAY,
    /** Has no window. */
    OFFLINE;

    /** The word for it on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A window of a person on a log.
   *
   * @param id told from all others, on all nodes
   */
  record Window(long log, User user, String id) {}

  /** A person in a log. */
  record Present(User user, State state) {}

  /**
   * What came of a lease's beginning or end.
   *
   * @param moved whether the person has come to the log by it, or is gone from it
   * @param turned whether the person, who had windows before and has some now, has turned away or
   *     back by it
   */
  record Effect(boolean moved, boolean turned) {}

  /**
   * Somebody of whose windows in a log one was not renewed in time.
   *
   * @param gone whether it was the last one there
   */
  record Ended(User user, boolean gone) {}

  /**
   * Something about a person in a log that came about on another node.
   *
   * @param effect whether the person has come or gone, and turned
   */
  record News(long log, User user, Effect effect) {}

  /**
   * Is told from now on of what comes about on other nodes; what it finds when it asks is at least
   * as new. The listener must be quick.
   */
  void listen(Consumer<News> listener);

  /** Takes a lease for a window, which is looked at; renews the one that it has. */
  Effect enter(Window window);

  /**
   * Renews a window's lease, and leaves it as it is otherwise; one that has ended is taken anew.
   */
  Effect renew(Window window);

  /**
   * Says whether a window is looked at. Without a lease it says nothing.
   *
   * @param away true if nobody looks at it
   */
  Effect away(Window window, boolean away);

  /** Ends a window's lease, if it has one. */
  Effect leave(Window window);

  /**
   * Ends the leases of a log that were not renewed in time. They count for nothing before that, but
   * only who asks here learns of them.
   *
   * @return whose they were, each person once
   */
  List<Ended> expire(long log);

  /** The people in a log, longest first. */
  List<Present> people(long log);

  /** How many people are in a log. */
  int count(long log);

  /** How a person is, over all logs. */
  State state(long person);

  /** The logs that a person is in. */
  Set<Long> logs(long person);
}
