package chat.warren.redis;

import chat.warren.redis.Telegram.Body;
import chat.warren.redis.Telegram.Kind;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's line to the others, through Redis. It says again and again that the node is there: as
 * long as it hears itself, Redis does what it should. What is sent while Redis is away is lost, and
 * whoever sends is told so. Thread-safe; nothing but {@link #open} and {@link #close} waits.
 */
public final class RedisLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

  /** The channel of all nodes. */
  static final String ALL = "all";

  private static final Duration BEAT = Duration.ofMillis(400);

  /** A node that does not hear itself for so long takes Redis for away. */
  private static final long SILENCE = Duration.ofSeconds(1).toNanos();

  /** A node that hears nothing of another for so long takes that one for cut off. */
  private static final long OTHERS = Duration.ofMillis(1_500).toNanos();

  /** A node that is not heard of for so long is no more. */
  private static final long FORGOTTEN = Duration.ofMinutes(1).toNanos();

  /** After so long without a sign of life a session is given up. */
  private static final long LOST = Duration.ofSeconds(5).toNanos();

  /** From the beginning of a session to the next one at least. */
  private static final long PAUSE = Duration.ofSeconds(2).toNanos();

  /** How long the start waits for Redis. */
  private static final Duration FIRST = Duration.ofSeconds(5);

  private static final Duration GOODBYE = Duration.ofSeconds(2);

  /** What may wait to be sent, in bytes; what is more is lost. */
  private static final long MOST = 16_000_000;

  private final String prefix;
  private final long node = new SecureRandom().nextLong();
  private final RedisOpening opening;
  private final RedisTidings tidings;
  private final Set<String> wanted = ConcurrentHashMap.newKeySet();
  private final Map<Kind, Handler> handlers = new ConcurrentHashMap<>();
  private final Map<Long, Long> neighbours = new ConcurrentHashMap<>();
  private final AtomicLong underWay = new AtomicLong();
  private final CountDownLatch first = new CountDownLatch(1);
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "warren-redis");
            made.setDaemon(true);
            return made;
          });
  private final List<Consumer<String>> confirmed = new CopyOnWriteArrayList<>();
  private final List<Runnable> back = new CopyOnWriteArrayList<>();
  private volatile SessionListener listener = new SessionListener(this);
  private volatile RedisSession session;

  /** When this node heard itself, and when Redis answered, as {@link System#nanoTime} has it. */
  private volatile long heardAt;

  private volatile long answeredAt;
  private volatile long begunAt = System.nanoTime() - PAUSE;
  private final AtomicBoolean up = new AtomicBoolean();

  /** Takes a telegram of another node. */
  interface Handler {
    /**
     * Must be quick.
     *
     * @throws IOException if it is not whole
     */
    void take(String channel, Telegram telegram) throws IOException;
  }

  private RedisLink(RedisAddress address, String store, boolean maySharded) {
    prefix = "warren:" + store + ":";
    opening = new RedisOpening(address, maySharded);
    tidings = new RedisTidings(address);
    wanted.add(prefix + ALL);
    wanted.add(prefix + channel(node));
  }

  /**
   * Opens the line, and goes on trying if Redis does not answer.
   *
   * @param store what tells the nodes of one store from those of another on the same Redis
   */
  public static RedisLink open(RedisAddress address, String store) {
    return open(address, store, true);
  }

  /**
   * @param maySharded false for ordinary pub/sub in any case
   */
  static RedisLink open(RedisAddress address, String store, boolean maySharded) {
    RedisLink link = new RedisLink(address, store, maySharded);
    link.thread.scheduleWithFixedDelay(link::tick, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    try {
      if (!link.first.await(FIRST.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("the start does not wait for Redis any longer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return link;
  }

  /** The channel of one node. */
  static String channel(long node) {
    return "node:" + Long.toHexString(node);
  }

  /** Tells this node from all others; another number at each start. */
  long node() {
    return node;
  }

  /** Sets who takes the other nodes' telegrams of a kind. */
  void take(Kind kind, Handler handler) {
    handlers.put(kind, handler);
  }

  /** Tells of each channel that is listened to from now on, or again; must be quick. */
  void whenConfirmed(Consumer<String> told) {
    confirmed.add(told);
  }

  /** Tells of each time that Redis is there, or there again; must be quick. */
  void whenBack(Runnable told) {
    back.add(told);
  }

  /** Whether what is sent now most likely arrives. */
  public boolean isUp() {
    return up.get() && quiet() < SILENCE;
  }

  /** Whether messages go by sharded pub/sub; false while Redis is away. */
  boolean isSharded() {
    RedisSession now = session;
    return now != null && now.isSharded();
  }

  private long quiet() {
    long now = System.nanoTime();
    return Math.max(now - heardAt, now - answeredAt);
  }

  /** Whether all other nodes say, too, that they are there. */
  boolean isWhole() {
    long now = System.nanoTime();
    return isUp() && neighbours.values().stream().allMatch(at -> now - at < OTHERS);
  }

  /** Listens to a channel. */
  void listen(String channel) {
    wanted.add(prefix + channel);
    RedisSession now = session;
    if (now != null) {
      subscribe(now, listener, prefix + channel);
    }
  }

  private static void subscribe(RedisSession session, SessionListener listener, String channel) {
    session
        .subscribe(channel)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                listener.breaks();
              }
            });
  }

  /** Listens to a channel no more. */
  void ignore(String channel) {
    wanted.remove(prefix + channel);
    RedisSession now = session;
    if (now != null) {
      now.unsubscribe(prefix + channel);
    }
  }

  /**
   * Sends a telegram to all who listen to a channel.
   *
   * @return fails if it may be lost
   */
  CompletionStage<Long> send(String channel, Kind kind, Body body) {
    RedisSession now = session;
    if (now == null || !isUp() || underWay.get() > MOST) {
      return CompletableFuture.failedFuture(new RedisAway());
    }
    byte[] message = Telegram.write(kind, node, body);
    underWay.addAndGet(message.length);
    return now.publish(prefix + channel, message)
        .whenComplete((received, failure) -> underWay.addAndGet(-message.length));
  }

  /**
   * Runs a script that gives a number.
   *
   * @param name of the key that it works on
   * @return fails if Redis is away
   */
  CompletionStage<Long> run(String script, String name, byte[]... values) {
    RedisSession now = session;
    return now == null || !isUp()
        ? CompletableFuture.failedFuture(new RedisAway())
        : now.run(script, prefix + name, values);
  }

  boolean wants(String channel) {
    return wanted.contains(channel);
  }

  /** A session has ended: the next one is made at once. */
  void hurry(SessionListener ended) {
    if (ended == listener) {
      try {
        thread.execute(this::tick);
      } catch (RejectedExecutionException closed) {
        LOG.debug("there is no further session");
      }
    }
  }

  private void tick() {
    try {
      if (session != null && (listener.isBroken() || quiet() > LOST)) {
        end();
        away("the connection has ended");
      }
      if (session != null) {
        beat(session);
      } else if (System.nanoTime() - begunAt > PAUSE) {
        begin();
      }
      if (quiet() > SILENCE && System.nanoTime() - begunAt > SILENCE) {
        away("it takes too long");
      }
    } catch (RuntimeException e) {
      away(RedisTidings.reason(e));
    }
    long now = System.nanoTime();
    neighbours.values().removeIf(at -> now - at > FORGOTTEN);
  }

  private void away(String reason) {
    up.set(false);
    tidings.away(reason);
    first.countDown();
  }

  private void end() {
    up.set(false);
    RedisSession ended = session;
    session = null;
    ended.end();
  }

  private void begin() {
    SessionListener next = new SessionListener(this);
    listener = next;
    RedisSession made = opening.open(next);
    begunAt = System.nanoTime();
    heardAt = begunAt - SILENCE;
    answeredAt = heardAt;
    session = made;
    wanted.forEach(channel -> subscribe(made, next, channel));
  }

  private void beat(RedisSession now) {
    now.ping()
        .whenComplete(
            (pong, failure) -> {
              if (failure == null) {
                answeredAt = System.nanoTime();
                judge(now);
              }
            });
    now.publish(prefix + ALL, Telegram.write(Kind.BEAT, node, out -> {}));
  }

  private void beatAtOnce(RedisSession now) {
    try {
      beat(now);
    } catch (RuntimeException closedMeanwhile) {
      LOG.debug("no beat: {}", closedMeanwhile.toString());
    }
  }

  /** A channel is listened to from now on. */
  void subscribed(String channel) {
    String name = channel.substring(prefix.length());
    RedisSession now = session;
    if (name.equals(ALL) && now != null) {
      beatAtOnce(now);
    }
    confirmed.forEach(told -> told.accept(name));
  }

  /** A message has come. */
  void heard(String channel, byte[] message) {
    Telegram telegram = Telegram.read(message);
    if (telegram.node() == node) {
      echo(telegram);
      return;
    }
    if (telegram.kind() == Kind.BYE) {
      neighbours.remove(telegram.node());
    } else {
      neighbours.put(telegram.node(), System.nanoTime());
    }
    Handler handler = handlers.get(telegram.kind() == null ? Kind.RING : telegram.kind());
    if (handler != null) {
      try {
        handler.take(channel.substring(prefix.length()), telegram);
      } catch (IOException | RuntimeException e) {
        LOG.warn("a telegram of another node could not be read: {}", e.toString());
      }
    }
  }

  private void echo(Telegram telegram) {
    RedisSession now = session;
    if (telegram.kind() == Kind.BEAT && now != null) {
      heardAt = System.nanoTime();
      judge(now);
    }
  }

  private void judge(RedisSession now) {
    if (quiet() < SILENCE && up.compareAndSet(false, true)) {
      tidings.back(now.isSharded());
      back.forEach(Runnable::run);
      first.countDown();
    }
  }

  /** Tells the others that this node is no more, and closes the line. */
  @Override
  public void close() {
    await(send(ALL, Kind.BYE, out -> {}));
    thread.shutdownNow();
    RedisSession last = session;
    session = null;
    if (last != null) {
      await(last.end());
    }
    opening.close();
  }

  private static void await(CompletionStage<?> end) {
    try {
      end.toCompletableFuture().get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("Redis takes no goodbye: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
