package chat.warren.testing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A real socket to a room, as a program or a page opens it; what it receives waits until it is
 * read.
 */
public final class ChatClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final List<JsonObject> events = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private WebSocket socket;

  private ChatClient() {}

  /** Opens a socket in the dialect {@code warren.v1}, as the room's page does. */
  public static ChatClient open(Site site, String path) {
    return open(site, path, "warren.v1", site.origin());
  }

  /** Opens a socket without a subprotocol and without an origin, as a command-line tool does. */
  public static ChatClient openPlain(Site site, String path) {
    return open(site.asSomebodyElse(), path, null, null);
  }

  /**
   * @param protocol the subprotocol, or null for none
   * @param origin the origin that it claims, or null for none
   */
  public static ChatClient open(Site site, String path, String protocol, String origin) {
    ChatClient client = new ChatClient();
    WebSocket.Builder builder = site.client().newWebSocketBuilder().connectTimeout(PATIENCE);
    builder.header("Accept-Language", site.language());
    if (protocol != null) {
      builder.subprotocols(protocol);
    }
    if (origin != null) {
      builder.header("Origin", origin);
    }
    client.socket = builder.buildAsync(site.socket(path), client.new Listener()).join();
    return client;
  }

  /** The status with which a handshake is refused. */
  public static int refusalOf(Site site, String path, String origin) {
    try (ChatClient client = open(site, path, null, origin)) {
      return 101;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  public String subprotocol() {
    return socket.getSubprotocol();
  }

  public ChatClient send(String frame) {
    socket.sendText(frame, true).join();
    return this;
  }

  public ChatClient send(ByteBuffer frame) {
    socket.sendBinary(frame, true).join();
    return this;
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
    try {
      String frame = frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
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
    while (true) {
      while (!events.isEmpty()) {
        JsonObject event = events.remove(0);
        if (wanted.test(event)) {
          return event;
        }
      }
      events.addAll(parse(frame()));
    }
  }

  /** All events until the server has answered a ping: nothing else was under way. */
  public List<JsonObject> eventsUntilNow() {
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

  @Override
  public void close() {
    if (isOpen()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> null).join();
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        frames.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      frames.add(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete(1006);
    }
  }
}
