package chat.warren.redis;

import chat.warren.chat.Presence;
import chat.warren.memory.InMemoryPresence;
import chat.warren.redis.Move.What;
import chat.warren.redis.Telegram.Kind;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The presence of many nodes. Each knows the windows of all: it tells the others what its own do,
 * and all of them when somebody asks who has missed something. A node that is not heard of for a
 * lease takes its windows along. Nothing is stored in Redis, and nothing waits for it. Thread-safe:
 * one lock, under which nothing waits.
 */
public final class RedisPresence implements Presence, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisPresence.class);

  private static final Duration TICK = Duration.ofMillis(100);

  /** How often a node says how many moves its windows have made. */
  private static final int TICKS_OF_STATE = 50;

  /** How many windows one telegram has at most. */
  private static final int PART = 300;

  private final RedisLink link;
  private final Clock clock;
  private final InMemoryPresence all;
  private final Map<String, Own> own = new LinkedHashMap<>();
  private final Map<Long, Neighbour> neighbours = new HashMap<>();
  private final List<Consumer<News>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "warren-presence");
            made.setDaemon(true);
            return made;
          });
  private List<Move> untold = new ArrayList<>();

  /** How many moves the others were told of. */
  private long told;

  private int ticks;

  /** A window of this node. */
  private record Own(Window window, boolean away, Instant until) {}

  /**
   * Begins; {@link #close} ends it, but not the link.
   *
   * @param clock tells when a lease has ended
   */
  public RedisPresence(RedisLink link, Clock clock) {
    this.link = link;
    this.clock = clock;
    all = new InMemoryPresence(clock);
    link.take(Kind.STATE, (channel, it) -> takeState(it));
    link.take(Kind.MOVES, (channel, it) -> takeMoves(it));
    link.take(Kind.PEOPLE, (channel, it) -> takePeople(it));
    link.take(Kind.ASK, (channel, it) -> answer(it.node()));
    link.take(Kind.BYE, (channel, it) -> end(it.node()));
    link.whenBack(() -> link.send(RedisLink.ALL, Kind.ASK, out -> {}));
    link.send(RedisLink.ALL, Kind.ASK, out -> {});
    long tick = TICK.toMillis();
    thread.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.MILLISECONDS);
  }

  @Override
  public void listen(Consumer<News> listener) {
    listeners.add(listener);
  }

  @Override
  public synchronized Effect enter(Window window) {
    come(window, false);
    return all.enter(window);
  }

  private void come(Window window, boolean away) {
    own.put(window.id(), new Own(window, away, end()));
    untold.add(new Move(What.CAME, window, away));
  }

  private Instant end() {
    return clock.instant().plus(LEASE);
  }

  @Override
  public synchronized Effect renew(Window window) {
    Own before = own.get(window.id());
    if (before == null) {
      come(window, false);
    } else {
      own.put(window.id(), new Own(window, before.away, end()));
    }
    return all.renew(window);
  }

  @Override
  public synchronized Effect away(Window window, boolean away) {
    Own before = own.get(window.id());
    if (before != null) {
      own.put(window.id(), new Own(window, away, before.until));
      untold.add(new Move(What.TURNED, window, away));
    }
    return all.away(window, away);
  }

  @Override
  public synchronized Effect leave(Window window) {
    if (own.remove(window.id()) != null) {
      untold.add(new Move(What.LEFT, window, false));
    }
    return all.leave(window);
  }

  @Override
  public List<Ended> expire(long log) {
    return all.expire(log);
  }

  @Override
  public List<Present> people(long log) {
    return all.people(log);
  }

  @Override
  public int count(long log) {
    return all.count(log);
  }

  @Override
  public State state(long person) {
    return all.state(person);
  }

  @Override
  public Set<Long> logs(long person) {
    return all.logs(person);
  }

  private void tick() {
    try {
      tell(forgetEnded());
      tellOthers();
      if (++ticks % TICKS_OF_STATE == 0) {
        long moves = told();
        link.send(RedisLink.ALL, Kind.STATE, out -> out.writeLong(moves));
      }
    } catch (RuntimeException e) {
      LOG.error("a defect while the other nodes were told who is here", e);
    }
  }

  private synchronized long told() {
    return told;
  }

  /** The leases that were not renewed in time: this node's windows, and whole other nodes. */
  private synchronized List<News> forgetEnded() {
    Instant now = clock.instant();
    for (Own it : List.copyOf(own.values())) {
      if (!now.isBefore(it.until)) {
        own.remove(it.window.id());
        untold.add(new Move(What.LEFT, it.window, false));
      }
    }
    List<News> news = new ArrayList<>();
    for (Map.Entry<Long, Neighbour> it : Map.copyOf(neighbours).entrySet()) {
      if (it.getValue().hasEnded(now)) {
        news.addAll(forget(it.getKey()));
      }
    }
    return news;
  }

  private List<News> forget(long node) {
    Neighbour neighbour = neighbours.remove(node);
    return neighbour == null
        ? List.of()
        : apply(
            neighbour.windows().stream()
                .map(move -> new Move(What.LEFT, move.window(), false))
                .toList());
  }

  private void end(long node) {
    List<News> news;
    synchronized (this) {
      news = forget(node);
    }
    tell(news);
  }

  private void tellOthers() {
    List<Move> moves;
    long from;
    synchronized (this) {
      moves = untold;
      from = told;
      untold = new ArrayList<>();
      told += moves.size();
    }
    for (int first = 0; first < moves.size(); first += PART) {
      List<Move> part = moves.subList(first, Math.min(first + PART, moves.size()));
      long before = from + first;
      link.send(
          RedisLink.ALL,
          Kind.MOVES,
          out -> {
            out.writeLong(before);
            Move.write(part, out);
          });
    }
  }

  /** Gives somebody who asks all windows of this node. */
  private void answer(long asker) {
    List<Move> moves;
    long count;
    synchronized (this) {
      // What the others were not told of comes later, and does no harm twice.
      count = told;
      // Nor of those whose lease ended while this node was frozen.
      Instant now = clock.instant();
      moves =
          own.values().stream()
              .filter(it -> now.isBefore(it.until))
              .map(it -> new Move(What.CAME, it.window, it.away))
              .toList();
    }
    int parts = Math.max(1, (moves.size() + PART - 1) / PART);
    for (int i = 0; i < parts; i++) {
      int part = i;
      List<Move> some = moves.subList(i * PART, Math.min((i + 1) * PART, moves.size()));
      link.send(
          RedisLink.channel(asker),
          Kind.PEOPLE,
          out -> {
            out.writeLong(count);
            out.writeInt(part);
            out.writeInt(parts);
            Move.write(some, out);
          });
    }
  }

  private void takeState(Telegram telegram) throws IOException {
    long moves = telegram.body().readLong();
    List<News> news;
    synchronized (this) {
      Neighbour neighbour = neighbour(telegram.node());
      news = apply(neighbour.windows());
      if (!neighbour.knows(moves)) {
        ask(telegram.node(), neighbour);
      }
    }
    tell(news);
  }

  private void takeMoves(Telegram telegram) throws IOException {
    long from = telegram.body().readLong();
    List<Move> moves = Move.read(telegram.body());
    List<News> news = List.of();
    synchronized (this) {
      Neighbour neighbour = neighbour(telegram.node());
      List<Move> unknown = neighbour.take(from, moves);
      if (unknown == null) {
        ask(telegram.node(), neighbour);
      } else {
        news = apply(unknown);
      }
    }
    tell(news);
  }

  private void takePeople(Telegram telegram) throws IOException {
    long count = telegram.body().readLong();
    int part = telegram.body().readInt();
    int parts = telegram.body().readInt();
    List<Move> moves = Move.read(telegram.body());
    List<News> news;
    synchronized (this) {
      news = apply(neighbour(telegram.node()).take(count, part, parts, moves));
    }
    tell(news);
  }

  private Neighbour neighbour(long node) {
    Neighbour neighbour = neighbours.computeIfAbsent(node, n -> new Neighbour());
    neighbour.renew(end());
    return neighbour;
  }

  private void ask(long node, Neighbour neighbour) {
    if (neighbour.isToBeAsked(clock.instant())) {
      link.send(RedisLink.channel(node), Kind.ASK, out -> {});
    }
  }

  private List<News> apply(List<Move> moves) {
    List<News> news = new ArrayList<>();
    for (Move move : moves) {
      switch (move.what()) {
        case LEFT -> note(move, all.leave(move.window()), news);
        case TURNED -> note(move, all.away(move.window(), move.away()), news);
        case CAME -> {
          note(move, all.renew(move.window()), news);
          note(move, all.away(move.window(), move.away()), news);
        }
      }
    }
    return news;
  }

  private static void note(Move move, Effect effect, List<News> news) {
    if (effect.moved() || effect.turned()) {
      news.add(new News(move.window().log(), move.window().user(), effect));
    }
  }

  /** Without the lock, for the listeners have locks of their own. */
  private void tell(List<News> news) {
    news.forEach(it -> listeners.forEach(listener -> listener.accept(it)));
  }

  /** Tells the others the last moves, and stops. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (thread.awaitTermination(1, TimeUnit.SECONDS)) {
        tellOthers();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
