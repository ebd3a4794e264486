package chat.warren.live;

import chat.warren.chat.Broker.Subscription;
import chat.warren.chat.Tally;
import chat.warren.chat.UnreadRoom;
import chat.warren.text.Refused;
import chat.warren.user.User;
import chat.warren.wire.FrameCodec;
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

  Elsewhere(Live live) {
    this.live = live;
  }

  /** A socket is open; it will be told what is unread now. */
  synchronized void join(Connection connection) {
    Reader reader =
        readers.computeIfAbsent(connection.user().id(), id -> new Reader(connection.user()));
    reader.connections.add(connection);
    reader.told.clear();
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

  /** Tells all whom something concerns; called again and again by one thread, which may wait. */
  void tell() {
    try {
      live.marking().tellOthers();
    } catch (Refused storeAway) {
      return;
    } catch (RuntimeException e) {
      LOG.error("cannot tell others what was read", e);
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
    for (UnreadRoom room : rooms) {
      if (!room.tally().equals(reader.told.put(room.room().log(), room.tally()))) {
        String event = FrameCodec.unread(room);
        reader.connections.stream()
            .filter(it -> it.room().log() != room.room().log())
            .forEach(it -> it.tell(event));
      }
    }
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

  /** A person with open sockets. */
  private static final class Reader {
    private final User user;
    private final Set<Connection> connections = new HashSet<>();
    private final Map<Long, Tally> told = new HashMap<>();
    private Set<Long> rooms = Set.of();
    private Set<Long> followed = Set.of();

    Reader(User user) {
      this.user = user;
    }
  }

  /** A log that somebody has among theirs, and who. */
  private record Followed(Subscription subscription, Set<Long> people) {
    Followed(Subscription subscription) {
      this(subscription, ConcurrentHashMap.newKeySet());
    }
  }
}
