package chat.warren.live;

import chat.warren.chat.Conversation;
import chat.warren.chat.Entry;
import chat.warren.chat.HistoryPage;
import chat.warren.live.EntryWindow.Joined;
import chat.warren.room.Room;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.User;
import chat.warren.wire.Dialect;
import chat.warren.wire.EncodedEntry;
import chat.warren.wire.FrameCodec;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentLinkedQueue;
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

  private static final int LOAD = 200;
  private static final int MAX_NOTES = 1_000;
  private static final long QUIET = Duration.ofSeconds(25).toNanos();
  private static final long SILENCE = Duration.ofSeconds(75).toNanos();

  private final Live live;
  private final Session session;
  private final Outlet outlet;
  private final Dialect dialect;
  private final Room room;
  private final User user;
  private final Texts texts;
  private final EntryWindow window;

  /** What is sent to this socket alone: hello, signals, errors. */
  private final Queue<String> notes = new ConcurrentLinkedQueue<>();

  /** First acknowledgements of repeated messages, until this reader has come to their entries. */
  private final Queue<Repeat> repeats = new ConcurrentLinkedQueue<>();

  /** How many notes and repeats wait. */
  private final AtomicInteger noteCount = new AtomicInteger();

  /** Calls of {@link #advance} that are not yet answered; whoever finds 0 does the work. */
  private final AtomicInteger calls = new AtomicInteger();

  private final SendHandler sent = this::sent;
  private final AtomicReference<Goodbye> goodbye = new AtomicReference<>();
  private final AtomicBoolean goodbyeSaid = new AtomicBoolean();
  private volatile long cursor;
  private volatile boolean sending;
  private volatile boolean pingDue;
  private volatile boolean over;
  private volatile String loaded;
  private volatile long sendingSince;
  private volatile long lastHeard = System.nanoTime();

  private record Repeat(long seq, String event) {}

  Connection(Live live, Session session, Caller caller, Room room, EntryWindow window) {
    this.live = live;
    this.session = session;
    this.outlet = new Outlet(session);
    this.dialect = Dialect.of(session.getNegotiatedSubprotocol());
    this.room = room;
    this.user = caller.user();
    this.texts = caller.texts();
    this.window = window;
  }

  User user() {
    return user;
  }

  Room room() {
    return room;
  }

  Conversation conversation() {
    return live.conversation();
  }

  /** Sets where the reader stands; before the connection joins its feed. */
  void startAt(long seq) {
    cursor = seq;
  }

  /** Says hello; the plain dialect has none. */
  void hello(List<User> people) {
    signal(FrameCodec.hello(room.name(), user, window.head(), people));
  }

  /** A signal: never stored, not for the plain dialect, and dropped when too many wait. */
  void signal(String event) {
    if (dialect == Dialect.WARREN_V1 && noteCount.get() < MAX_NOTES) {
      note(event);
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
    if (isListening()) {
      note(event);
      turn();
    }
  }

  /**
   * Tells the author of a repeated message its first acknowledgement; not before the entries in
   * front of it, for whoever saw it would ask to resume after it and miss them.
   */
  void acknowledge(Entry entry) {
    if (isListening()) {
      noteCount.incrementAndGet();
      repeats.add(new Repeat(entry.seq(), FrameCodec.ownEntry(entry)));
      turn();
    }
  }

  private boolean isListening() {
    if (noteCount.get() >= MAX_NOTES) {
      close(Goodbye.SLOW);
      return false;
    }
    return true;
  }

  private void turn() {
    try {
      live.pumps().execute(this::advance);
    } catch (RejectedExecutionException serverStops) {
      LOG.debug("not sent, the server stops");
    }
  }

  private void note(String event) {
    noteCount.incrementAndGet();
    notes.add(event);
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
      ping();
    }
    Frame frame = nextFrame();
    if (frame == null) {
      return;
    }
    sending = true;
    sendingSince = System.nanoTime();
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
      Frame frame = new Frame(loaded);
      loaded = null;
      return frame;
    }
    while (!repeats.isEmpty() && repeats.peek().seq() <= cursor) {
      notes.add(repeats.poll().event());
    }
    if (!notes.isEmpty()) {
      return new Frame(nextNotes());
    }
    long head = window.head();
    if (cursor >= head) {
      return null;
    }
    if (cursor == LOST || (dialect == Dialect.WARREN_V1 && head - cursor > MAX_BEHIND)) {
      load(this::loadNewest);
      return null;
    }
    Joined next = dialect == Dialect.PLAIN ? window.one(cursor, user) : window.all(cursor, user);
    if (next == null) {
      load(this::loadMissing);
      return null;
    }
    cursor = next.to();
    return next.frame();
  }

  private String nextNotes() {
    if (dialect == Dialect.PLAIN) {
      noteCount.decrementAndGet();
      return notes.poll();
    }
    StringBuilder frame = new StringBuilder("[");
    String note;
    while ((note = notes.poll()) != null) {
      noteCount.decrementAndGet();
      frame.append(frame.length() > 1 ? "," : "").append(note);
    }
    return frame.append(']').toString();
  }

  /** Reads from the store on another thread, and goes on with what it gave. */
  private void load(Supplier<String> query) {
    sending = true;
    sendingSince = System.nanoTime();
    try {
      live.loads().execute(() -> goOnWith(query));
    } catch (RejectedExecutionException serverStops) {
      over = true;
    }
  }

  private void goOnWith(Supplier<String> query) {
    try {
      loaded = query.get();
      sending = false;
      advance();
    } catch (RuntimeException e) {
      LOG.error("log {} cannot be read for a socket", room.log(), e);
      close(Goodbye.UNAVAILABLE);
    }
  }

  private String loadNewest() {
    HistoryPage page = live.history().newest(room.log());
    cursor = page.head();
    return FrameCodec.reset(page, user);
  }

  private String loadMissing() {
    int limit = dialect == Dialect.PLAIN ? 1 : LOAD;
    List<Entry> missing = live.history().after(room.log(), cursor, limit);
    if (missing.isEmpty() || missing.get(0).seq() != cursor + 1) {
      throw new IllegalStateException("log " + room.log() + " has no entry " + (cursor + 1));
    }
    if (dialect == Dialect.PLAIN) {
      cursor++;
      EncodedEntry next = new EncodedEntry(missing.get(0));
      return next.isPlain() ? next.forReader(user) : null;
    }
    StringJoiner events = new StringJoiner(",", "[", "]");
    for (Entry entry : missing) {
      events.add(new EncodedEntry(entry).forReader(user));
      cursor = entry.seq();
      if (events.length() >= EntryWindow.MAX_JOINED) {
        break;
      }
    }
    return events.toString();
  }

  private void ping() {
    try {
      outlet.ping();
    } catch (IOException | RuntimeException e) {
      LOG.debug("socket {} is gone: {}", session.getId(), e.toString());
      over = true;
    }
  }

  /** The other end has given a sign of life. */
  void heard() {
    lastHeard = System.nanoTime();
  }

  /** Sees after the socket: asks a quiet one for a sign of life, ends one that gives none. */
  void check() {
    long now = System.nanoTime();
    if (sending && now - sendingSince > live.patience().toNanos()) {
      close(Goodbye.SLOW);
    } else if (now - lastHeard > SILENCE) {
      close(Goodbye.SILENT);
    } else if (now - lastHeard > QUIET) {
      pingDue = true;
      advance();
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
      live.goodbyes().execute(this::closeSession);
    } catch (RejectedExecutionException serverStops) {
      closeSession();
    }
  }

  private void closeSession() {
    try {
      session.close(goodbye.get().reason());
    } catch (IOException | RuntimeException e) {
      LOG.debug("socket {} was gone before its goodbye: {}", session.getId(), e.toString());
    }
  }
}
