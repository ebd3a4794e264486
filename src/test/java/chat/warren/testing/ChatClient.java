package chat.warren.testing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A real socket to a room, as a program or a page opens it; what it receives waits until it is
 * read.
 */
public final class ChatClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(3);

  /** No goodbye came. */
  private static final int ABNORMAL = 1_006;

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final List<JsonObject> events = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final RawSocket socket;

  private ChatClient(RawSocket socket) {
    this.socket = socket;
    Thread reader = new Thread(this::read, "chat-client");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Opens a socket in the dialect {@code warren.v1}, as the room's page does, and waits until it is
   * in the room: the server takes a socket in after it has answered the handshake.
   */
  public static ChatClient open(Site site, String path) {
    ChatClient client = open(Handshake.asThePage(site, path));
    client.take(client.frame());
    return client;
  }

  /** Opens a socket without a subprotocol and without an origin, as a command-line tool does. */
  public static ChatClient openPlain(Site site, String path) {
    return open(new Handshake(site.asSomebodyElse(), path, null, null));
  }

  private static ChatClient open(Handshake handshake) {
    try {
      return new ChatClient(RawSocket.open(handshake, handshake.site().uri("").getPort(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The status with which a handshake is answered.
   *
   * @param origin the origin that it claims, or null for none
   */
  public static int refusalOf(Site site, String path, String origin) {
    try (ChatClient client = open(new Handshake(site, path, null, origin))) {
      return 101;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof Handshake.Refused refused) {
        return refused.status();
      }
      throw e;
    }
  }

  public String subprotocol() {
    return socket.agreement().subprotocol();
  }

  /** The extensions that the server has accepted. */
  public String extensions() {
    return socket.agreement().extensions();
  }

  public ChatClient send(String frame) {
    try {
      socket.send(frame);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ChatClient send(byte[] frame) {
    try {
      socket.sendBinary(frame);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a message; its text needs no escaping. */
  public ChatClient say(String id, String text) {
    return send(
        Json.createArrayBuilder()
            .add(
                Json.createObjectBuilder()
                    .add("type", "message")
                    .add("id", id)
                    .add("message", text))
            .build()
            .toString());
  }

  /** The next frame as it came. */
  public String frame() {
    return frame(PATIENCE);
  }

  private String frame(Duration patience) {
    try {
      String frame = frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (frame == null) {
        throw new AssertionError("no frame came; closed: " + closed.getNow(null));
      }
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next event of that type; others before it are skipped. */
  public JsonObject next(String type) {
    return next(event -> event.getString("type").equals(type));
  }

  public JsonObject next(Predicate<JsonObject> wanted) {
    return next(wanted, PATIENCE);
  }

  /** The same, for an event that takes its time. */
  public JsonObject next(Predicate<JsonObject> wanted, Duration patience) {
    while (true) {
      while (!events.isEmpty()) {
        JsonObject event = events.remove(0);
        if (wanted.test(event)) {
          return event;
        }
      }
      take(frame(patience));
    }
  }

  /** In {@code warren.v1} a frame is a batch of events, in the plain dialect one event. */
  private void take(String frame) {
    if (frame.startsWith("[") != "warren.v1".equals(subprotocol())) {
      throw new AssertionError("not a frame of the dialect " + subprotocol() + ": " + frame);
    }
    events.addAll(parse(frame));
  }

  /** All events of the room until now; what is unread in other rooms comes when it likes. */
  public List<JsonObject> eventsUntilNow() {
    return allUntilNow().stream().filter(it -> !it.getString("type").equals("unread")).toList();
  }

  /** All events until the server has answered a ping: nothing else was under way. */
  public List<JsonObject> allUntilNow() {
    send("{\"type\":\"ping\"}");
    List<JsonObject> all = new ArrayList<>();
    next(
        event -> {
          all.add(event);
          return event.getString("type").equals("pong");
        });
    all.remove(all.size() - 1);
    return all;
  }

  /** The code with which the other end closes the socket. */
  public int closeCode() {
    try {
      return closed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      throw new AssertionError("the socket is still open", e);
    }
  }

  /** The same, within a second of what ends it; three on a busy machine. */
  public int closeCodeSoonAfter(Instant end) {
    int code = closeCode();
    Duration took = Duration.between(end, Instant.now());
    if (took.compareTo(SOON) > 0) {
      throw new AssertionError("closed after " + took + ", a second is the contract");
    }
    return code;
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  public static List<JsonObject> parse(String frame) {
    try (JsonReader reader = READERS.createReader(new StringReader(frame))) {
      JsonValue value = reader.readValue();
      return value instanceof JsonArray array
          ? array.getValuesAs(JsonObject.class)
          : List.of(value.asJsonObject());
    }
  }

  /** Says goodbye, without waiting for the other end. */
  @Override
  public void close() {
    if (isOpen()) {
      try {
        socket.sendClose();
      } catch (IOException gone) {
        socket.close();
      }
    }
  }

  private void read() {
    try (socket) {
      while (true) {
        frames.add(socket.text());
      }
    } catch (RawSocket.Closed goodbye) {
      closed.complete(goodbye.code());
    } catch (IOException broken) {
      closed.complete(ABNORMAL);
    }
  }
}
