package chat.warren.live;

import chat.warren.chat.Notice;
import chat.warren.chat.Presence;
import chat.warren.chat.ReadMark;
import chat.warren.chat.Signal;
import chat.warren.room.InboxKey;
import chat.warren.room.Room;
import chat.warren.room.Standing;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User;
import chat.warren.wire.Arrival;
import chat.warren.wire.ClientFrame;
import chat.warren.wire.FrameCodec;
import jakarta.servlet.ServletContext;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The open sockets, room by room. They are static because the container makes the endpoints: one
 * deployed WAR is one class loader and one set. Thread-safe.
 */
public final class RoomSessions {
  private static final ConcurrentHashMap<Long, RoomFeed> FEEDS = new ConcurrentHashMap<>();
  private static volatile Live live;

  /** Where the launcher leaves its own way of sending text that is UTF-8 already. */
  private static final String SHARED_FRAMES = "chat.warren.shared-frames";

  private RoomSessions() {}

  /** Begins to take sockets. */
  public static void open(Live started) {
    live = started;
    started.broker().listen(notice -> recheck(started, notice));
    started.broker().hear((log, signal) -> hear(started, log, signal));
    started.presence().listen(news -> hear(started, news));
  }

  /** Something has happened on another node. */
  private static void hear(Live here, long log, Signal signal) {
    if (signal instanceof Signal.Typing typing) {
      feed(log).ifPresent(feed -> feed.typingElsewhere(typing.user()));
    } else if (signal instanceof Signal.Marked marked) {
      here.marking().hear(log, marked);
    }
  }

  private static void hear(Live here, Presence.News news) {
    if (news.effect().moved()) {
      feed(news.log()).ifPresent(feed -> feed.hear(news.user(), news.effect()));
    }
    if (news.effect().turned()) {
      here.states().turned(news.user());
    }
  }

  /** Asks anew whether the sockets that a notice concerns may stay. */
  private static void recheck(Live here, Notice notice) {
    here.doors().forget(notice.log());
    here.elsewhere().noticed(notice);
    if (notice.equals(Notice.ANYTHING)) {
      here.rollCall().hold(RoomSessions::connections);
      return;
    }
    connections()
        .filter(it -> notice.concerns(it.room().log(), it.user().id()))
        .forEach(Connection::recheck);
  }

  private static Stream<Connection> connections() {
    return FEEDS.values().stream().flatMap(feed -> feed.connections().stream());
  }

  /** Uses the quicker way of sending that the launcher may have left. */
  @SuppressWarnings("unchecked")
  public static void useWhatIsLeftIn(ServletContext context) {
    Outlet.sendBy(
        (Function<Session, BiConsumer<ByteBuffer, SendHandler>>)
            context.getAttribute(SHARED_FRAMES));
  }

  /**
   * Takes no more sockets and says goodbye to those that are open; their clients will come back.
   */
  public static void close() {
    live = null;
    FEEDS.values().forEach(RoomFeed::releaseWaiters);
    connections().forEach(connection -> connection.close(Goodbye.CLOSING));
  }

  /**
   * Lets a socket into its room.
   *
   * @param since the number after which the client wants the entries; null for only new ones
   * @throws Refused {@link Refusal#CLOSING} if the server stops, or what keeps this person out
   */
  static Connection join(Session session, Caller caller, Long since) {
    Live here = live;
    if (here == null) {
      throw new Refused(Refusal.CLOSING);
    }
    Room room = here.open(caller);
    Arrival arrival = arrival(here, caller, room);
    while (true) {
      RoomFeed feed = feed(here, room);
      Connection connection = new Connection(here, session, caller, arrival, feed.window());
      connection.startAt(cursor(here, room, feed.window().head(), since));
      if (feed.enter(connection)) {
        // What has changed in between was not told to those who were not here yet.
        connection.recheck();
        if (!connection.isInbox()) {
          isHere(here, connection);
        }
        return connection;
      }
    }
  }

  private static void isHere(Live here, Connection connection) {
    here.marking().tellSince(connection);
    here.elsewhere().join(connection);
    if (connection.isEnding()) {
      here.elsewhere().leave(connection);
    }
    connection.seen();
  }

  private static Arrival arrival(Live here, Caller caller, Room room) {
    User user = caller.user();
    if (room.key() instanceof InboxKey) {
      return Arrival.atInbox(room, user, caller.texts());
    }
    Standing standing = here.doors().standing(room, user);
    standing.checkFollow();
    ReadMark mark = here.reading().marks().of(user, room.log());
    Map<User, Long> readers = here.marking().readers(room, user);
    return new Arrival(room, user, mark, standing, readers, caller.texts());
  }

  /**
   * Calls back once: when the log goes beyond a number, when the time is over, or when the server
   * stops.
   *
   * @param answer may read from the store
   */
  static void whenAfter(Room room, long since, Duration wait, Runnable answer) {
    Live here = live;
    if (here == null) {
      answer.run();
      return;
    }
    Waiter waiter = new Waiter(here.loads(), answer);
    RoomFeed feed;
    do {
      feed = feed(here, room);
    } while (!feed.await(waiter, since));
    RoomFeed waitedFor = feed;
    here.checks()
        .schedule(
            () -> {
              waiter.goOn();
              if (waitedFor.forget(waiter)) {
                end(waitedFor, room.log());
              }
            },
            wait.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private static RoomFeed feed(Live here, Room room) {
    RoomFeed feed = FEEDS.computeIfAbsent(room.log(), log -> new RoomFeed(here, room));
    try {
      feed.start();
      return feed;
    } catch (RuntimeException e) {
      FEEDS.remove(room.log(), feed);
      throw e;
    }
  }

  /** The feed of a log, if somebody follows it. */
  static Optional<RoomFeed> feed(long log) {
    return Optional.ofNullable(FEEDS.get(log));
  }

  private static void end(RoomFeed feed, long log) {
    FEEDS.remove(log, feed);
    feed.end();
  }

  private static long cursor(Live here, Room room, long head, Long since) {
    if (since == null) {
      return head;
    }
    // The page that names the number may have read it from the store before this feed heard of it.
    boolean known = since >= 0 && (since <= head || since <= here.history().head(room.log()));
    return known ? since : Connection.LOST;
  }

  static void leave(Connection connection) {
    connection.leaveElsewhere();
    RoomFeed feed = FEEDS.get(connection.room().log());
    if (feed != null && feed.leave(connection)) {
      end(feed, connection.room().log());
    }
  }

  /**
   * Takes what a client says of its person's reading, by HTTP.
   *
   * @return what the person's windows are told
   * @throws Refused {@link Refusal#CLOSING} if the server stops, and as {@link Marking} has it
   */
  static String mark(ClientFrame frame, Room room, User user) {
    Live here = live;
    if (here == null) {
      throw new Refused(Refusal.CLOSING);
    }
    return here.marking().take(frame, room, user);
  }

  /** Renews a socket's lease on being here. */
  static void renew(Connection connection) {
    inFeed(connection, feed -> feed.renew(connection));
    connection.seen();
  }

  /** Says whether somebody looks at the window at the other end of a socket. */
  static void away(Connection connection, boolean away) {
    inFeed(connection, feed -> feed.away(connection, away));
  }

  /** Tells the others in a socket's room that its person is writing. */
  static void typing(Connection connection) {
    inFeed(connection, feed -> feed.typing(connection));
  }

  private static void inFeed(Connection connection, Consumer<RoomFeed> act) {
    RoomFeed feed = FEEDS.get(connection.room().log());
    if (feed != null) {
      act.accept(feed);
    }
  }

  /** Tells a person's windows, on all nodes, how far the inbox was seen. */
  static String seen(Room inbox, User owner, long seq) {
    String read = FrameCodec.read(null, seq);
    signal(inbox.log(), read);
    Live here = live;
    if (here != null) {
      here.broker().signal(inbox.log(), List.of(new Signal.Marked(owner, seq, null)));
    }
    return read;
  }

  /** Sends a signal to every socket of a log. */
  static void signal(long log, String event) {
    RoomFeed feed = FEEDS.get(log);
    if (feed != null) {
      feed.signal(event);
    }
  }

  /** Sees after every open socket. */
  static void checkAll() {
    FEEDS.values().forEach(RoomFeed::expire);
    connections().forEach(Connection::check);
  }
}
