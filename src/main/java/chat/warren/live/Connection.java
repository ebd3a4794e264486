package chat.warren.live;

import chat.warren.chat.Entry;
import chat.warren.chat.Presence.Present;
import chat.warren.chat.Presence.Window;
import chat.warren.live.EntryWindow.Joined;
import chat.warren.room.Room;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.User;
import chat.warren.wire.Arrival;
import chat.warren.wire.ClientFrame;
import chat.warren.wire.Dialect;
import chat.warren.wire.FrameCodec;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open socket: a cursor in a log. It sends one frame at a time and never waits for the other
 * end; what comes in meanwhile goes with the next frame. A reader that falls far behind gets its
 * entries from the store, and delays nobody. Thread-safe: {@link #advance} may be called by
 * anybody, and its work is done by one thread at a time.
 */
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  /** A reader of {@code warren.v1} that is further behind gets a {@code reset} instead. */
  static final long MAX_BEHIND = 1_000;

  /** The cursor of a reader that cannot be caught up: it begins with a {@code reset}. */
  static final long LOST = -1;

  private final Live live;
  private final Session session;
  private final Outlet outlet;
  private final Dialect dialect;
  private final Room room;
  private final User user;
  private final Texts texts;
  private final Arrival arrival;
  private final Rights rights;
  private final EntryWindow window;

  private final Pulse pulse;
  private final Lease lease;
  private final Notes notes;
  private final Backlog backlog;

  /** Calls of {@link #advance} that are not yet answered; whoever finds 0 does the work. */
  private final AtomicInteger calls = new AtomicInteger();

  /** The same for {@link #recheck}. */
  private final AtomicInteger rechecks = new AtomicInteger();

  private final SendHandler sent = this::sent;
  private final AtomicReference<Goodbye> goodbye = new AtomicReference<>();
  private final AtomicBoolean goodbyeSaid = new AtomicBoolean();
  private volatile long cursor;
  private volatile boolean sending;
  private volatile boolean pingDue;
  private volatile boolean over;
  private volatile Frame loaded;

  Connection(Live live, Session session, Caller caller, Arrival arrival, EntryWindow window) {
    this.live = live;
    this.session = session;
    this.outlet = new Outlet(session);
    this.room = arrival.room();
    this.dialect =
        arrival.isAtInbox() ? Dialect.WARREN_V1 : Dialect.of(session.getNegotiatedSubprotocol());
    this.user = caller.user();
    this.texts = caller.texts();
    this.arrival = arrival;
    this.rights = new Rights(live, arrival, caller.visit().session());
    this.window = window;
    this.pulse = new Pulse(live.patience());
    this.lease = new Lease(new Window(room.log(), user, UUID.randomUUID().toString()));
    this.notes = new Notes(dialect);
    this.backlog = new Backlog(live.history(), room, user, dialect);
  }

  User user() {
    return user;
  }

  Room room() {
    return room;
  }

  /** Whether it follows its person's own inbox, in which nobody is present and nobody speaks. */
  boolean isInbox() {
    return arrival.isAtInbox();
  }

  Submission submission() {
    return live.submission();
  }

  /** Sets where the reader stands; before the connection joins its feed. */
  void startAt(long seq) {
    cursor = seq;
  }

  /** What the person was to be told when the connection was made. */
  Arrival arrival() {
    return arrival;
  }

  /** Says hello; the plain dialect has none. */
  void hello(List<Present> people) {
    signal(
        isInbox()
            ? FrameCodec.hello(user, window.head(), live.inboxes().readUpTo(room))
            : FrameCodec.hello(arrival, window.head(), people));
  }

  /** A signal: never stored, not for the plain dialect, and dropped when too many wait. */
  void signal(String event) {
    if (dialect == Dialect.WARREN_V1) {
      notes.add(event);
    }
  }

  /** A signal that is the first to be dropped when others wait. */
  void murmur(String event) {
    if (dialect == Dialect.WARREN_V1) {
      notes.addIfCalm(event);
    }
  }

  /** The same, to this socket alone. */
  void tell(String event) {
    murmur(event);
    goOn(true);
  }

  /**
   * Takes what the person's client says of its reading.
   *
   * @throws Refused as {@link Marking} has it
   */
  void mark(ClientFrame frame) {
    live.marking().take(frame, room, user);
  }

  /** Whether the person may speak in the room now. */
  boolean maySpeak() {
    try {
      live.doors().standing(room, user).checkSpeak();
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  /** Tells the client that a frame was refused. */
  void refuse(String id, Refused refused) {
    reply(FrameCodec.failure(id, refused, texts));
  }

  /**
   * Answers this socket alone, as soon as its turn comes; ends one that asks and does not listen.
   */
  void reply(String event) {
    goOn(notes.add(event));
  }

  /**
   * Tells the author of a repeated message its first acknowledgement; not before the entries in
   * front of it, for whoever saw it would ask to resume after it and miss them.
   */
  void acknowledge(Entry entry) {
    goOn(notes.addNotBefore(entry.seq(), FrameCodec.ownEntry(entry)));
  }

  private void goOn(boolean listens) {
    if (!listens) {
      close(Goodbye.SLOW);
      return;
    }
    try {
      live.pumps().execute(this::advance);
    } catch (RejectedExecutionException serverStops) {
      LOG.debug("not sent, the server stops");
    }
  }

  /** Sends the next frame if there is something to send and nothing under way. */
  void advance() {
    int answered = calls.incrementAndGet();
    if (answered != 1) {
      return;
    }
    do {
      if (!sending && !over) {
        sendNext();
      }
      answered = calls.addAndGet(-answered);
    } while (answered != 0);
  }

  private void sendNext() {
    if (pingDue) {
      pingDue = false;
      over |= !outlet.ping();
    }
    Frame frame = nextFrame();
    if (frame == null) {
      return;
    }
    sending = true;
    pulse.sending();
    try {
      outlet.send(frame, sent);
    } catch (RuntimeException e) {
      LOG.debug("socket {} is gone: {}", session.getId(), e.toString());
      over = true;
    }
  }

  private void sent(SendResult result) {
    if (!result.isOK()) {
      over = true;
      return;
    }
    sending = false;
    if (goodbye.get() == null) {
      advance();
    } else {
      sayGoodbye();
    }
  }

  private Frame nextFrame() {
    if (loaded != null) {
      Frame frame = loaded;
      loaded = null;
      return frame;
    }
    String news = notes.next(cursor);
    if (news != null) {
      return new Frame(news);
    }
    long head = window.head();
    if (cursor >= head) {
      return null;
    }
    if (cursor == LOST || (dialect == Dialect.WARREN_V1 && head - cursor > MAX_BEHIND)) {
      load(backlog::newest);
      return null;
    }
    Joined next = dialect == Dialect.PLAIN ? window.one(cursor, user) : window.all(cursor, user);
    if (next == null) {
      long from = cursor;
      load(() -> backlog.after(from));
      return null;
    }
    cursor = next.to();
    return next.frame();
  }

  /** Reads from the store on another thread, and goes on with what it gave. */
  private void load(Supplier<Joined> query) {
    sending = true;
    pulse.sending();
    try {
      live.loads().execute(() -> goOnWith(query));
    } catch (RejectedExecutionException serverStops) {
      over = true;
    }
  }

  private void goOnWith(Supplier<Joined> query) {
    try {
      Joined found = query.get();
      cursor = found.to();
      loaded = found.frame();
      sending = false;
      advance();
    } catch (RuntimeException e) {
      LOG.error("log {} cannot be read for a socket", room.log(), e);
      close(Goodbye.UNAVAILABLE);
    }
  }

  /** The other end has given a sign of life. */
  void heard() {
    pulse.heard();
    if (!isInbox() && lease.isDue()) {
      RoomSessions.renew(this);
    }
  }

  /** The person is here now. */
  void seen() {
    live.reading().notebook().sees(user.id());
  }

  /** Hears no more of the person's other rooms. */
  void leaveElsewhere() {
    live.elsewhere().leave(this);
  }

  /** What stands for this socket where it is known who is here. */
  Window lease() {
    return lease.window();
  }

  /** Sees after the socket: asks a quiet one for a sign of life, ends one that gives none. */
  void check() {
    if (sending && pulse.isStuck()) {
      close(Goodbye.SLOW);
    } else if (pulse.isSilent()) {
      close(Goodbye.SILENT);
    } else if (pulse.isQuiet()) {
      pingDue = true;
      advance();
    }
    if (rights.areOver()) {
      recheck();
    }
  }

  /**
   * Asks anew what the person may do, on another thread: ends the socket if the person may not
   * stay, and tells it what is different.
   */
  void recheck() {
    if (rechecks.getAndIncrement() != 0) {
      return;
    }
    try {
      live.loads().execute(this::askAnew);
    } catch (RejectedExecutionException serverStops) {
      LOG.debug("not asked anew, the server stops");
    }
  }

  /** The number of the session under which it was opened. */
  long signIn() {
    return rights.session();
  }

  private void askAnew() {
    int answered = rechecks.get();
    try {
      do {
        Goodbye reason = rights.ask();
        if (reason != null) {
          close(reason);
          return;
        }
        String news = rights.news();
        if (news != null) {
          signal(news);
          advance();
        }
        answered = rechecks.addAndGet(-answered);
      } while (answered != 0);
    } catch (Refused storeAway) {
      // A right that was lost must not outlive that.
      rechecks.set(0);
      live.later(this::recheck);
    } catch (RuntimeException e) {
      LOG.error("cannot ask what somebody may do in log {}; it is asked again", room.log(), e);
      rechecks.set(0);
      live.later(this::recheck);
    }
  }

  /** Whether the socket is at its end: what still comes from it is of no interest. */
  boolean isEnding() {
    return goodbye.get() != null;
  }

  /**
   * Ends the socket, without waiting for the other end. A frame that is under way has a moment
   * more: a reader that has begun to read again can only be told why after it.
   */
  void close(Goodbye reason) {
    over = true;
    if (!goodbye.compareAndSet(null, reason)) {
      return;
    }
    RoomSessions.leave(this);
    if (sending && reason == Goodbye.SLOW) {
      live.later(this::sayGoodbye);
    } else {
      sayGoodbye();
    }
  }

  private void sayGoodbye() {
    if (!goodbyeSaid.compareAndSet(false, true)) {
      return;
    }
    try {
      live.goodbyes().execute(() -> outlet.close(goodbye.get()));
    } catch (RejectedExecutionException serverStops) {
      outlet.close(goodbye.get());
    }
  }
}
