package chat.warren.live;

import chat.warren.chat.Level;
import chat.warren.chat.Signal;
import chat.warren.room.Company;
import chat.warren.room.Room;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User;
import chat.warren.wire.ClientFrame;
import chat.warren.wire.FrameCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a person's client says of its reading, and whom the server tells of it: the person's other
 * windows, and in a direct conversation the others, unless one side has receipts switched off.
 * Thread-safe.
 */
final class Marking {
  private final Live live;

  /** How far those have read of whom others are still to be told. */
  private final ConcurrentHashMap<Receipt, Long> receipts = new ConcurrentHashMap<>();

  private record Receipt(Room room, User reader) {}

  Marking(Live live) {
    this.live = live;
  }

  /** Whether this is for us. */
  static boolean takes(ClientFrame frame) {
    return "read".equals(frame.type()) || "level".equals(frame.type());
  }

  /**
   * Does what an event asks for.
   *
   * @return what the person's windows are told
   * @throws Refused {@link Refusal#BAD_LEVEL}, {@link Refusal#NO_SUCH_MESSAGE}
   */
  String take(ClientFrame frame, Room room, User user) {
    if ("level".equals(frame.type())) {
      return level(room, user, Level.of(frame.level()));
    }
    if (frame.seq() == null || frame.seq() < 0) {
      throw new Refused(Refusal.NO_SUCH_MESSAGE);
    }
    return read(room, user, frame.seq());
  }

  private String level(Room room, User user, Level level) {
    live.reading().marks().level(user, room.log(), level);
    String event = FrameCodec.level(level);
    RoomSessions.feed(room.log()).ifPresent(feed -> feed.signalTo(user, event));
    live.elsewhere().changed(user);
    return event;
  }

  private String read(Room room, User user, long wanted) {
    Optional<RoomFeed> feed = RoomSessions.feed(room.log());
    long heard = feed.map(it -> it.window().head()).orElse(0L);
    // The page that the number is from may know more than this node has heard.
    long seq = wanted <= heard ? wanted : Math.min(wanted, live.history().head(room.log()));
    String event = FrameCodec.read(null, seq);
    if (feed.isPresent() && !feed.get().moves(user, seq)) {
      return event;
    }
    live.reading().marks().read(user, room.log(), seq);
    feed.ifPresent(it -> it.signalTo(user, event));
    live.elsewhere().changed(user);
    feed.ifPresent(it -> willTellOthers(it, user, seq));
    return event;
  }

  private void willTellOthers(RoomFeed feed, User reader, long seq) {
    if (feed.room().key() instanceof Company) {
      receipts.put(new Receipt(feed.room(), reader), seq);
    }
  }

  /** Takes what another node has stored of somebody's reading. */
  void hear(long log, Signal.Marked marked) {
    User user = marked.user();
    RoomSessions.feed(log)
        .ifPresent(
            feed -> {
              if (marked.level() != null) {
                feed.signalTo(user, FrameCodec.level(marked.level()));
              }
              if (marked.seq() != null && feed.moves(user, marked.seq())) {
                feed.signalTo(user, FrameCodec.read(null, marked.seq()));
                willTellOthers(feed, user, marked.seq());
              }
            });
    live.elsewhere().changed(user);
  }

  /**
   * Tells the others in direct conversations; called again and again by one thread.
   *
   * @throws Refused {@link Refusal#STORE_AWAY}; then the rest is told the next time
   */
  void tellOthers() {
    for (Receipt receipt : receipts.keySet()) {
      long seq = receipts.remove(receipt);
      try {
        RoomSessions.feed(receipt.room.log())
            .ifPresent(feed -> tellOthers(feed, receipt.room, receipt.reader, seq));
      } catch (Refused storeAway) {
        receipts.putIfAbsent(receipt, seq);
        throw storeAway;
      }
    }
  }

  /**
   * How far the others in a direct conversation have read, of whom it is shown to a person; nothing
   * in any other room.
   */
  Map<User, Long> readers(Room room, User user) {
    if (!(room.key() instanceof Company)) {
      return Map.of();
    }
    List<User> people = live.doors().company(room);
    Set<Long> showing = showing(people.stream().map(User::id).collect(Collectors.toSet()));
    if (!showing.contains(user.id())) {
      return Map.of();
    }
    Map<Long, Long> marks = live.reading().marks().in(room.log(), showing);
    return people.stream()
        .filter(it -> it.id() != user.id() && marks.containsKey(it.id()) && maySpeak(room, it))
        .collect(Collectors.toMap(Function.identity(), it -> marks.get(it.id())));
  }

  /** Tells a socket how far others have read since it was to be told first. */
  void tellSince(Connection connection) {
    Map<User, Long> before = connection.arrival().readers();
    readers(connection.room(), connection.user())
        .forEach(
            (reader, seq) -> {
              if (seq > before.getOrDefault(reader, 0L)) {
                connection.tell(FrameCodec.read(reader, seq));
              }
            });
  }

  private Set<Long> showing(Set<Long> people) {
    return live.reading().preferences().withReceipts(people);
  }

  private void tellOthers(RoomFeed feed, Room room, User reader, long seq) {
    Set<Long> people =
        feed.connections().stream().map(it -> it.user().id()).collect(Collectors.toSet());
    people.add(reader.id());
    Set<Long> showing = showing(people);
    if (showing.contains(reader.id()) && maySpeak(room, reader)) {
      feed.signalReceipt(reader, showing, FrameCodec.read(reader, seq));
    }
  }

  /** Somebody who is blocked learns nothing more of the other, and the other way round. */
  private boolean maySpeak(Room room, User user) {
    try {
      live.doors().standing(room, user).checkSpeak();
      return true;
    } catch (Refused refused) {
      return false;
    }
  }
}
