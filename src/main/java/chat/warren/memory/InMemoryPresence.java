package chat.warren.memory;

import chat.warren.chat.Presence;
import chat.warren.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The presence of a single node. Thread-safe: one lock, under which nothing waits. */
public final class InMemoryPresence implements Presence {
  private final Clock clock;
  private final Map<Long, LinkedHashMap<Long, Stay>> logs = new HashMap<>();

  /** The same stays, person by person. */
  private final Map<Long, Map<Long, Stay>> people = new HashMap<>();

  /**
   * @param clock tells when a lease has ended
   */
  public InMemoryPresence(Clock clock) {
    this.clock = clock;
  }

  /** There is no other node. */
  @Override
  public void listen(Consumer<News> listener) {}

  @Override
  public synchronized Effect enter(Window window) {
    return hold(window, false);
  }

  @Override
  public synchronized Effect renew(Window window) {
    Stay stay = stay(window);
    Lease lease = stay == null ? null : stay.leases.get(window.id());
    return hold(window, lease != null && lease.away);
  }

  private Effect hold(Window window, boolean away) {
    long person = window.user().id();
    Instant now = clock.instant();
    State before = state(person, now);
    LinkedHashMap<Long, Stay> log = logs.computeIfAbsent(window.log(), l -> new LinkedHashMap<>());
    Stay last = log.get(person);
    boolean isNew = last == null || !last.isHere(now);
    if (last != null && isNew) {
      remove(window.log(), person);
      log = logs.computeIfAbsent(window.log(), l -> new LinkedHashMap<>());
    }
    Stay stay = log.computeIfAbsent(person, p -> new Stay(window.user()));
    people.computeIfAbsent(person, p -> new HashMap<>()).put(window.log(), stay);
    stay.leases.put(window.id(), new Lease(now.plus(LEASE), away));
    return new Effect(isNew, hasTurned(before, state(person, now)));
  }

  @Override
  public synchronized Effect away(Window window, boolean away) {
    Instant now = clock.instant();
    State before = state(window.user().id(), now);
    Stay stay = stay(window);
    if (stay != null) {
      stay.leases.computeIfPresent(window.id(), (id, lease) -> new Lease(lease.until, away));
    }
    return new Effect(false, hasTurned(before, state(window.user().id(), now)));
  }

  @Override
  public synchronized Effect leave(Window window) {
    long person = window.user().id();
    Instant now = clock.instant();
    State before = state(person, now);
    Stay stay = stay(window);
    if (stay == null || stay.leases.remove(window.id()) == null) {
      return new Effect(false, false);
    }
    boolean gone = !stay.isHere(now);
    if (gone) {
      remove(window.log(), person);
    }
    return new Effect(gone, hasTurned(before, state(person, now)));
  }

  @Override
  public synchronized List<Ended> expire(long log) {
    Instant now = clock.instant();
    List<Ended> ended = new ArrayList<>();
    for (Stay stay : List.copyOf(logs.getOrDefault(log, new LinkedHashMap<>()).values())) {
      if (stay.leases.values().removeIf(lease -> !lease.holds(now))) {
        boolean gone = stay.leases.isEmpty();
        ended.add(new Ended(stay.user, gone));
        if (gone) {
          remove(log, stay.user.id());
        }
      }
    }
    return ended;
  }

  @Override
  public synchronized List<Present> people(long log) {
    Instant now = clock.instant();
    return logs.getOrDefault(log, new LinkedHashMap<>()).values().stream()
        .filter(stay -> stay.isHere(now))
        .map(stay -> new Present(stay.user, state(stay.user.id(), now)))
        .toList();
  }

  @Override
  public synchronized int count(long log) {
    Instant now = clock.instant();
    return (int)
        logs.getOrDefault(log, new LinkedHashMap<>()).values().stream()
            .filter(stay -> stay.isHere(now))
            .count();
  }

  @Override
  public synchronized State state(long person) {
    return state(person, clock.instant());
  }

  @Override
  public synchronized Set<Long> logs(long person) {
    Instant now = clock.instant();
    return people.getOrDefault(person, Map.of()).entrySet().stream()
        .filter(log -> log.getValue().isHere(now))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean hasTurned(State before, State after) {
    return before != after && before != State.OFFLINE && after != State.OFFLINE;
  }

  private State state(long person, Instant now) {
    State state = State.OFFLINE;
    for (Stay stay : people.getOrDefault(person, Map.of()).values()) {
      for (Lease lease : stay.leases.values()) {
        if (lease.holds(now) && !lease.away) {
          return State.ONLINE;
        }
        state = lease.holds(now) ? State.AWAY : state;
      }
    }
    return state;
  }

  private Stay stay(Window window) {
    return people.getOrDefault(window.user().id(), Map.of()).get(window.log());
  }

  private void remove(long log, long person) {
    logs.computeIfPresent(
        log, (l, stays) -> stays.remove(person) != null && stays.isEmpty() ? null : stays);
    people.computeIfPresent(
        person, (p, stays) -> stays.remove(log) != null && stays.isEmpty() ? null : stays);
  }

  /** A person in a log, with the leases of that person's windows there. */
  private static final class Stay {
    private final User user;
    private final Map<String, Lease> leases = new HashMap<>();

    Stay(User user) {
      this.user = user;
    }

    boolean isHere(Instant now) {
      return leases.values().stream().anyMatch(lease -> lease.holds(now));
    }
  }

  private record Lease(Instant until, boolean away) {
    boolean holds(Instant now) {
      return now.isBefore(until);
    }
  }
}
