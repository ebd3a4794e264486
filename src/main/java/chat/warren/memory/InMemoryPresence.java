package chat.warren.memory;

import chat.warren.chat.Presence;
import chat.warren.user.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** The presence of a single node: counts each person's windows. Thread-safe. */
public final class InMemoryPresence implements Presence {
  private final ConcurrentHashMap<Long, Here> logs = new ConcurrentHashMap<>();

  @Override
  public boolean enter(long log, User user) {
    boolean[] first = new boolean[1];
    logs.compute(
        log,
        (key, here) -> {
          Here people = here == null ? new Here() : here;
          first[0] = people.enter(user);
          return people;
        });
    return first[0];
  }

  @Override
  public boolean leave(long log, User user) {
    boolean[] last = new boolean[1];
    logs.computeIfPresent(
        log,
        (key, people) -> {
          last[0] = people.leave(user);
          return people.isEmpty() ? null : people;
        });
    return last[0];
  }

  @Override
  public List<User> people(long log) {
    Here people = logs.get(log);
    return people == null ? List.of() : people.list();
  }

  @Override
  public int count(long log) {
    Here people = logs.get(log);
    return people == null ? 0 : people.count();
  }

  /** The people of one log and how many windows each has. Guarded by itself. */
  private static final class Here {
    private final LinkedHashMap<Long, Windows> people = new LinkedHashMap<>();

    synchronized boolean enter(User user) {
      Windows windows = people.computeIfAbsent(user.id(), id -> new Windows(user));
      return windows.count++ == 0;
    }

    synchronized boolean leave(User user) {
      Windows windows = people.get(user.id());
      if (windows == null || --windows.count > 0) {
        return false;
      }
      people.remove(user.id());
      return true;
    }

    synchronized List<User> list() {
      List<User> users = new ArrayList<>(people.size());
      people.values().forEach(windows -> users.add(windows.user));
      return users;
    }

    synchronized int count() {
      return people.size();
    }

    synchronized boolean isEmpty() {
      return people.isEmpty();
    }
  }

  private static final class Windows {
    private final User user;
    private int count;

    Windows(User user) {
      this.user = user;
    }
  }
}
