package chat.warren.live;

import chat.warren.chat.Broker.Subscription;
import chat.warren.chat.Notice;
import chat.warren.chat.UnreadRoom;
import chat.warren.text.Refused;
import chat.warren.user.User;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people in a room what is unread in their other rooms. An entry only notes whom it concerns:
 * those who have its room among theirs and a window somewhere else. The counts come from the store,
 * for one person after the other, at most once a pass. Thread-safe; nothing waits under its lock,
 * which is itself.
 */
final class Elsewhere {
  private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);

  private final Live live;
  private final Map<Long, Reader> readers = new HashMap<>();
  private final ConcurrentHashMap<Long, Followed> logs = new ConcurrentHashMap<>();
  private final Set<Long> due = ConcurrentHashMap.newKeySet();
  private final Set<Long> noticed = ConcurrentHashMap.newKeySet();

  Elsewhere(Live live) {
    this.live = live;
  }

  /** A socket is open; it will be told what is unread now. */
  synchronized void join(Connection connection) {
    Reader reader =
        readers.computeIfAbsent(connection.user().id(), id -> new Reader(connection.user()));
    reader.join(connection);
    due.add(reader.user.id());
  }

  /** A socket is closed. */
  synchronized void leave(Connection connection) {
    Reader reader = readers.get(connection.user().id());
    if (reader != null && reader.connections.remove(connection)) {
      follow(reader, reader.connections.isEmpty() ? Set.of() : reader.rooms);
      if (reader.connections.isEmpty()) {
        readers.remove(reader.user.id());
      }
    }
  }

  /** What is unread for a person may be something else now. */
  void changed(User user) {
    due.add(user.id());
  }

  /** What is among somebody's rooms may be something else now; quick, and without the lock. */
  void noticed(Notice notice) {
    if (notice.person() != 0) {
      due.add(notice.person());
    } else if (notice.log() != 0) {
      noticed.add(notice.log());
    }
  }

  /** Tells all whom something concerns; called again and again by one thread, which may wait. */
  void tell() {
    try {
      live.marking().tellOthers();
      lookUp();
    } catch (Refused storeAway) {
      return;
    } catch (RuntimeException e) {
      LOG.error("cannot tell others what was read, or whose rooms have changed", e);
    }
    for (Long person : due) {
      due.remove(person);
      try {
        tell(person);
      } catch (Refused storeAway) {
        due.add(person);
        return;
      } catch (RuntimeException e) {
        LOG.error("cannot tell person {} what is unread", person, e);
      }
    }
  }

  private void lookUp() {
    for (Long log : noticed) {
      noticed.remove(log);
      due.addAll(live.reading().unread().people(log));
    }
  }

  private void tell(long person) {
    User user = user(person);
    if (user != null) {
      List<UnreadRoom> rooms = live.reading().unread().of(user);
      accept(person, rooms);
    }
  }

  private synchronized User user(long person) {
    Reader reader = readers.get(person);
    return reader == null ? null : reader.user;
  }

  private synchronized void accept(long person, List<UnreadRoom> rooms) {
    Reader reader = readers.get(person);
    if (reader == null) {
      return;
    }
    reader.rooms = new HashSet<>(rooms.stream().map(it -> it.room().log()).toList());
    if (follow(reader, reader.rooms)) {
      // Something may have come after the counts were read and before it was listened for.
      due.add(person);
    }
    reader.tell(rooms);
  }

  /**
   * Follows those of the logs for a reader that the reader has a window outside of.
   *
   * @return whether there is one that was not followed before
   */
  private boolean follow(Reader reader, Set<Long> rooms) {
    Set<Long> open = new HashSet<>();
    reader.connections.forEach(connection -> open.add(connection.room().log()));
    Set<Long> wanted = new HashSet<>(rooms);
    if (open.size() == 1) {
      wanted.removeAll(open);
    }
    for (Long log : reader.followed) {
      if (!wanted.contains(log)) {
        unfollow(log, reader.user.id());
      }
    }
    boolean more = !reader.followed.containsAll(wanted);
    wanted.forEach(log -> follow(log, reader.user.id()));
    reader.followed = wanted;
    return more;
  }

  private void follow(long log, long person) {
    logs.computeIfAbsent(log, l -> new Followed(live.broker().follow(l, news -> concerns(l))))
        .people
        .add(person);
  }

  private void unfollow(long log, long person) {
    Followed followed = logs.get(log);
    followed.people.remove(person);
    if (followed.people.isEmpty()) {
      logs.remove(log);
      followed.subscription.close();
    }
  }

  /** On the publishing thread: quick, and without the lock. */
  private void concerns(long log) {
    Followed followed = logs.get(log);
    if (followed != null) {
      due.addAll(followed.people);
    }
  }

  /** A log that somebody has among theirs, and who. */
  private record Followed(Subscription subscription, Set<Long> people) {
    Followed(Subscription subscription) {
      this(subscription, ConcurrentHashMap.newKeySet());
    }
  }
}
