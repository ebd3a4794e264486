package chat.warren.redis;

import chat.warren.chat.Broker;
import chat.warren.chat.Entry;
import chat.warren.chat.History;
import chat.warren.chat.Notice;
import chat.warren.chat.Signal;
import chat.warren.memory.InProcessBroker;
import chat.warren.redis.Telegram.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The broker of many nodes. Redis carries entries and notices to the other nodes that want them;
 * whatever it loses is read from the store. What this node has written is passed on here at once,
 * if all that lies before it was. Thread-safe; nothing waits for Redis.
 */
public final class RedisBroker implements Broker, AutoCloseable {
  private static final String LOG = "log:";

  /** The characters of the texts in one telegram, beside the last one. */
  private static final int LENGTH = 64_000;

  private final RedisLink link;
  private final InProcessBroker here = new InProcessBroker();
  private final ConcurrentHashMap<Long, Ear> ears = new ConcurrentHashMap<>();
  private final List<BiConsumer<Long, Signal>> hearers = new CopyOnWriteArrayList<>();
  private final Lookout lookout;

  /** The logs of whose growth the other nodes may not have heard. */
  private final Set<Long> unrung = ConcurrentHashMap.newKeySet();

  /** Whether there are notices of which they may not have heard. */
  private final AtomicBoolean unannounced = new AtomicBoolean();

  /** Begins; {@link #close} ends it, but not the link. */
  public RedisBroker(RedisLink link, History history) {
    this.link = link;
    lookout = new Lookout(history, link, ears, here::announce);
    link.take(Kind.ENTRIES, this::takeEntries);
    link.take(Kind.RING, (channel, telegram) -> look(channel));
    link.take(Kind.SIGNALS, this::takeSignals);
    link.take(Kind.NOTICE, (channel, telegram) -> takeNotice(telegram));
    link.whenConfirmed(this::look);
    link.whenBack(lookout::soonAll);
    lookout.start(this::makeUp);
  }

  @Override
  public void publish(long log, List<Entry> entries) {
    parts(entries)
        .forEach(
            part ->
                link.send(LOG + log, Kind.ENTRIES, out -> EntryBytes.write(part, out))
                    .whenComplete((received, failure) -> noteUnrung(log, failure)));
    Ear ear = ears.get(log);
    if (ear != null) {
      ear.hear(entries);
    }
  }

  private void noteUnrung(long log, Throwable failure) {
    if (failure != null) {
      unrung.add(log);
    }
  }

  private static List<List<Entry>> parts(List<Entry> entries) {
    List<List<Entry>> parts = new ArrayList<>(1);
    int from = 0;
    int length = 0;
    for (int i = 0; i < entries.size(); i++) {
      String text = entries.get(i).act().text();
      length += text == null ? 0 : text.length();
      if (length > LENGTH || i == entries.size() - 1) {
        parts.add(entries.subList(from, i + 1));
        from = i + 1;
        length = 0;
      }
    }
    return parts;
  }

  private void takeEntries(String channel, Telegram telegram) throws IOException {
    long log = log(channel);
    Ear ear = ears.get(log);
    if (ear == null) {
      return;
    }
    try {
      List<Entry> entries = EntryBytes.read(log, telegram.body());
      // The notice of its own may have been lost.
      entries.forEach(entry -> Notice.of(entry).ifPresent(here::announce));
      ear.hear(entries);
    } catch (IOException | RuntimeException e) {
      // Of a later version, perhaps; what the store has can be read by all.
      lookout.soon(log);
      throw e;
    }
  }

  /** Looks at the log of a channel, if it is one. */
  private void look(String channel) {
    if (channel.startsWith(LOG)) {
      lookout.soon(log(channel));
    }
  }

  private static long log(String channel) {
    return Long.parseLong(channel.substring(LOG.length()));
  }

  /** Tells the others what they may not have heard. */
  private void makeUp() {
    if (!link.isUp()) {
      return;
    }
    for (Long log : unrung) {
      unrung.remove(log);
      link.send(LOG + log, Kind.RING, out -> {})
          .whenComplete((received, failure) -> noteUnrung(log, failure));
    }
    if (unannounced.getAndSet(false)) {
      send(Notice.ANYTHING);
    }
  }

  @Override
  public void announce(Notice notice) {
    here.announce(notice);
    send(notice);
  }

  private void send(Notice notice) {
    link.send(
            RedisLink.ALL,
            Kind.NOTICE,
            out -> {
              out.writeLong(notice.log());
              out.writeLong(notice.person());
            })
        .whenComplete(
            (received, failure) -> {
              if (failure != null) {
                unannounced.set(true);
              }
            });
  }

  private void takeNotice(Telegram telegram) throws IOException {
    here.announce(new Notice(telegram.body().readLong(), telegram.body().readLong()));
  }

  @Override
  public Subscription listen(Consumer<Notice> listener) {
    return here.listen(listener);
  }

  @Override
  public void signal(long log, List<Signal> signals) {
    link.send(LOG + log, Kind.SIGNALS, out -> SignalBytes.write(signals, out));
  }

  private void takeSignals(String channel, Telegram telegram) throws IOException {
    long log = log(channel);
    for (Signal signal : SignalBytes.read(telegram.body())) {
      hearers.forEach(hearer -> hearer.accept(log, signal));
    }
  }

  @Override
  public Subscription hear(BiConsumer<Long, Signal> listener) {
    hearers.add(listener);
    return () -> hearers.remove(listener);
  }

  @Override
  public Subscription follow(long log, Consumer<List<Entry>> follower) {
    Subscription local = here.follow(log, follower);
    ears.compute(
        log,
        (l, before) -> {
          Ear ear = before == null ? open(l) : before;
          ear.followers++;
          return ear;
        });
    AtomicBoolean left = new AtomicBoolean();
    return () -> {
      if (left.compareAndSet(false, true)) {
        local.close();
        ears.computeIfPresent(log, (l, ear) -> --ear.followers == 0 ? close(l) : ear);
      }
    };
  }

  private Ear open(long log) {
    link.listen(LOG + log);
    return new Ear(entries -> here.publish(log, entries), () -> lookout.soon(log));
  }

  private Ear close(long log) {
    link.ignore(LOG + log);
    return null;
  }

  @Override
  public void close() {
    lookout.close();
  }
}
