package chat.warren.chat;

import chat.warren.chat.Notification.Kind;
import chat.warren.db.Database;
import chat.warren.room.Company;
import chat.warren.text.Refused;
import chat.warren.user.ContactNews;
import chat.warren.user.Contacts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people in their inboxes of what concerns them elsewhere. What is to be told is noted as due
 * in the transaction that stores what has happened; a thread of its own works off what is due, and
 * does so again after a start, so that nothing is lost and nothing comes twice. Thread-safe.
 */
public final class Tidings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tidings.class);
  private static final int BATCH = 100;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Database database;
  private final History history;
  private final Audience audience;
  private final Contacts contacts;
  private final Inboxes inboxes;
  private final AtomicBoolean called = new AtomicBoolean();

  /** Holds at most one task. */
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "warren-tidings"));

  /** Begins with what was left by the last stop; {@link #close} stops it. */
  public Tidings(
      Database database,
      Journal journal,
      History history,
      Audience audience,
      Contacts contacts,
      Inboxes inboxes) {
    this.database = database;
    this.history = history;
    this.audience = audience;
    this.contacts = contacts;
    this.inboxes = inboxes;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    journal.whenNewsIsDue(() -> call(Duration.ZERO));
    contacts.whenNewsIsDue(() -> call(Duration.ZERO));
    call(Duration.ZERO);
  }

  private void call(Duration delay) {
    if (called.compareAndSet(false, true)) {
      try {
        thread.schedule(this::work, delay.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException serverStops) {
        LOG.debug("what is due waits for the next start");
      }
    }
  }

  private void work() {
    called.set(false);
    try {
      boolean more = true;
      while (more && !thread.isShutdown()) {
        boolean entries = tellOfEntries(history.due(BATCH));
        boolean news = tellOfContacts(contacts.due(BATCH));
        more = entries || news;
      }
    } catch (Refused refused) {
      call(PAUSE);
    } catch (RuntimeException e) {
      LOG.error("people could not be told of what concerns them; it waits", e);
      call(CLOSING);
    }
  }

  private boolean tellOfEntries(List<Entry> due) {
    record Told(Entry of, CompletionStage<Receipt> event) {}
    List<Told> told = new ArrayList<>();
    for (Entry entry : due) {
      audience.of(entry).forEach(it -> told.add(new Told(entry, tell(it))));
    }
    List<Quote> quotes = new ArrayList<>();
    for (Told it : told) {
      await(it.event)
          .filter(receipt -> it.of.act() instanceof Act.Say)
          .ifPresent(receipt -> quotes.add(Quote.of(it.of, receipt.entry())));
    }
    if (!due.isEmpty()) {
      database.write(
          handle -> {
            quotes.forEach(quote -> quote.note(handle));
            due.forEach(entry -> forget(handle, entry));
            return null;
          });
    }
    return !due.isEmpty();
  }

  private static void forget(Handle handle, Entry entry) {
    handle.execute("delete from news_due where log = ? and seq = ?", entry.log(), entry.seq());
  }

  private boolean tellOfContacts(List<ContactNews> due) {
    due.stream().map(Tidings::tiding).map(this::tell).toList().forEach(Tidings::await);
    contacts.told(due);
    return !due.isEmpty();
  }

  /** The same on one day is told once, so that nobody rings by asking again and again. */
  private static Tiding tiding(ContactNews news) {
    Kind kind = news.accepted() ? Kind.ACCEPTED : Kind.CONTACT;
    String handle = "@" + news.from().name();
    String room = news.accepted() ? new Company(List.of(news.from().name())).value() : null;
    LocalDate day = LocalDate.ofInstant(news.at(), ZoneOffset.UTC);
    return new Tiding(
        news.person(),
        news.from(),
        new Notification(kind, handle, null, null, room, null),
        kind.word() + " " + day);
  }

  private CompletionStage<Receipt> tell(Tiding tiding) {
    return inboxes.tell(tiding.person(), tiding.from(), tiding.event(), tiding.id());
  }

  /** What can never be is passed over; what may be later is tried again. */
  private static Optional<Receipt> await(CompletionStage<Receipt> told) {
    try {
      return Optional.of(Receipt.await(told));
    } catch (Refused refused) {
      if (refused.refusal().retry()) {
        throw refused;
      }
      LOG.debug("a tiding is refused: {}", refused.getMessage());
      return Optional.empty();
    }
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
}
