package chat.warren.chat;

import chat.warren.db.Database;
import chat.warren.text.Refused;
import chat.warren.user.User;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What changes often and may be lost with the machine: how far people have read, and when they were
 * last seen. One thread writes what was noted in the last second in one transaction, and the rest
 * when it is closed. Thread-safe.
 */
public final class Notebook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notebook.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** How long a person who goes on being seen is not noted again. */
  static final Duration FRESH = Duration.ofMinutes(1);

  /** More than this waits only if the disk takes nothing; what comes then is left out. */
  private static final int MOST = 50_000;

  /** A person or log that is not there any more, a guest who was removed, is passed over. */
  private static final String MARK =
      """
      insert into read_mark (person, log, seq, at)
      select person.id, log.id, :seq, :now from person, log
      where person.id = :person and log.id = :log
      on conflict (person, log) do update set seq = excluded.seq, at = excluded.at
      where excluded.seq > read_mark.seq""";

  private static final String LEVEL =
      """
      insert into read_mark (person, log, seq, level, at)
      select person.id, log.id, log.head, :level, :now from person, log
      where person.id = :person and log.id = :log
      on conflict (person, log) do update set level = excluded.level""";

  private final Database database;
  private final Clock clock;

  private final Broker broker;

  /** What waits, person by person, log by log; the inner maps are never changed. */
  private final ConcurrentHashMap<Long, Map<Long, Note>> marks = new ConcurrentHashMap<>();

  private final ConcurrentHashMap<Long, Long> seen = new ConcurrentHashMap<>();

  /** When those who are here were last noted as seen. */
  private final ConcurrentHashMap<Long, Long> fresh = new ConcurrentHashMap<>();

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "warren-notebook"));

  /**
   * What was noted of one person in one log.
   *
   * @param user null if nothing was noted
   * @param seq null if nothing was read
   * @param level null if nothing was chosen
   */
  record Note(User user, Long seq, Level level) {
    private static final Note NOTHING = new Note(null, null, null);

    private Note read(User reader, long more) {
      return new Note(reader, seq == null ? more : Math.max(seq, more), level);
    }

    private Note level(User reader, Level chosen) {
      return new Note(reader, seq, chosen);
    }
  }

  /**
   * Starts the writing thread; {@link #close} stops it.
   *
   * @param broker tells the other nodes of what is stored
   */
  public Notebook(Database database, Broker broker, Clock clock) {
    this.database = database;
    this.broker = broker;
    this.clock = clock;
    long pause = PAUSE.toMillis();
    thread.scheduleWithFixedDelay(this::flush, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** Notes that a person has read a log up to a number, unless it was further before. */
  void read(User user, long log, long seq) {
    note(user.id(), log, note -> note.read(user, seq));
  }

  /** Notes what of a log counts for a person; who has no mark there has read everything so far. */
  void level(User user, long log, Level level) {
    note(user.id(), log, note -> note.level(user, level));
  }

  private void note(long person, long log, UnaryOperator<Note> change) {
    if (marks.size() >= MOST && !marks.containsKey(person)) {
      return;
    }
    marks.compute(
        person,
        (p, before) -> {
          Map<Long, Note> notes = before == null ? new TreeMap<>() : new TreeMap<>(before);
          notes.put(log, change.apply(notes.getOrDefault(log, Note.NOTHING)));
          return notes;
        });
  }

  /** Forgets what waits to be stored of a person who leaves a log. */
  void forget(long person, long log) {
    marks.computeIfPresent(
        person,
        (p, before) -> {
          Map<Long, Note> notes = new TreeMap<>(before);
          notes.remove(log);
          return notes.isEmpty() ? null : notes;
        });
  }

  /** What waits to be stored of a person in a log. */
  Note pending(long person, long log) {
    return marks.getOrDefault(person, Map.of()).getOrDefault(log, Note.NOTHING);
  }

  /** Stores now what was noted of a person, and all else that waits. */
  void settle(long person) {
    if (marks.containsKey(person)) {
      flush();
    }
  }

  /** Notes that a person is here; about once a minute, for as long as it is said again. */
  public void sees(long person) {
    long now = clock.millis();
    Long before = fresh.get(person);
    if (before == null || now - before >= FRESH.toMillis()) {
      fresh.put(person, now);
      seen.put(person, now);
    }
  }

  /** Notes that a person was here until now. */
  public void lastSees(long person) {
    fresh.remove(person);
    seen.put(person, clock.millis());
  }

  /** Stores what was noted; what cannot be stored now waits for the next time. */
  synchronized void flush() {
    // In order, so that two nodes do not wait for each other.
    Map<Long, Map<Long, Note>> read = new TreeMap<>(marks);
    Map<Long, Long> here = new TreeMap<>(seen);
    if (read.isEmpty() && here.isEmpty()) {
      return;
    }
    try {
      database.write(handle -> store(handle, read, here));
      read.forEach(marks::remove);
      here.forEach(seen::remove);
      tellOthers(read);
    } catch (Refused notStored) {
      LOG.debug("{} read marks wait for the disk", read.size());
    } catch (RuntimeException e) {
      LOG.error("read marks cannot be stored", e);
    }
  }

  private boolean store(Handle handle, Map<Long, Map<Long, Note>> read, Map<Long, Long> here) {
    PreparedBatch levels = handle.prepareBatch(LEVEL);
    PreparedBatch seqs = handle.prepareBatch(MARK);
    read.forEach(
        (person, notes) ->
            notes.forEach(
                (log, note) -> {
                  if (note.level() != null) {
                    add(levels.bind("level", note.level().word()), person, log);
                  }
                  if (note.seq() != null) {
                    add(seqs.bind("seq", note.seq()), person, log);
                  }
                }));
    // The number first: a level alone makes a mark at the head.
    seqs.execute();
    levels.execute();
    PreparedBatch seeing =
        handle.prepareBatch("update person set seen_at = :at where id = :person");
    here.forEach((person, at) -> seeing.bind("at", at).bind("person", person).add());
    seeing.execute();
    return true;
  }

  /** Whoever counts on another node what is unread finds this in the store from now on. */
  private void tellOthers(Map<Long, Map<Long, Note>> read) {
    Map<Long, List<Signal>> marked = new HashMap<>();
    read.values()
        .forEach(
            notes ->
                notes.forEach(
                    (log, note) ->
                        marked
                            .computeIfAbsent(log, l -> new ArrayList<>())
                            .add(new Signal.Marked(note.user(), note.seq(), note.level()))));
    marked.forEach(broker::signal);
  }

  private void add(PreparedBatch batch, long person, long log) {
    batch.bind("person", person).bind("log", log).bind("now", clock.millis()).add();
  }

  /** Stores what was noted, and stops. */
  @Override
  public void close() {
    thread.shutdown();
    flush();
  }
}
