package chat.warren.faults;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Follows a room over a socket and knows of it only what the server sends. */
final class Reader implements AutoCloseable {
  /** A cursor that no log has come to. */
  private static final long AHEAD = 99_999_999;

  private final Site site;
  private final String path;
  private final List<JsonObject> entries = new ArrayList<>();
  private ChatClient socket;
  private RoomState state;

  private Reader(Site site, String room, RoomState state) {
    this.site = site;
    this.path = "ws/chat/" + Site.segment(room);
    this.state = state;
  }

  static Reader fromTheStart(Site site, String room) {
    return from(site, room, new RoomState());
  }

  /** Goes on after a page that was loaded. */
  static Reader from(Site site, String room, RoomState page) {
    Reader reader = new Reader(site, room, page);
    reader.connect();
    return reader;
  }

  /** Comes with a cursor that the log does not have, and so is given the newest page. */
  static Reader fromReset(Site site, String room) {
    Reader reader = new Reader(site, room, null);
    reader.socket = ChatClient.open(site, reader.path + "?since=" + AHEAD);
    reader.state = RoomState.of(reader.socket.next("reset"));
    return reader;
  }

  /** Opens the socket (again), for all that comes after what was seen last. */
  void connect() {
    socket = ChatClient.open(site, path + "?since=" + state.head());
  }

  /** Loses the socket, and what had come but was not read. */
  void disconnect() {
    socket.close();
    socket = null;
  }

  boolean isConnected() {
    return socket != null;
  }

  void send(String frame) {
    socket.send(frame);
  }

  /** Takes events until something is so; each one with an id is told of. */
  void readUntil(BooleanSupplier isSo, Consumer<JsonObject> answers) {
    while (!isSo.getAsBoolean()) {
      try {
        take(socket.next(event -> true), answers);
      } catch (AssertionError nothingCame) {
        throw new AssertionError(site.origin() + " " + path + " at " + state.head(), nothingCame);
      }
    }
  }

  /** Takes all that is on its way just now. */
  void readUntilNow(Consumer<JsonObject> answers) {
    socket.eventsUntilNow().forEach(event -> take(event, answers));
  }

  RoomState readTo(long head) {
    readUntil(() -> state.head() >= head, answer -> {});
    return state;
  }

  private void take(JsonObject event, Consumer<JsonObject> answers) {
    if (RoomState.isEntry(event)) {
      entries.add(event);
      state.apply(event);
    }
    if (event.containsKey("id")) {
      answers.accept(event);
    }
  }

  RoomState state() {
    return state;
  }

  /** Every entry as it came. */
  List<JsonObject> entries() {
    return entries;
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
    }
  }
}
