package chat.warren.push;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells people in Warren of something that happened in another application. An event is sent again
 * under its id until Warren has acknowledged it, which it does when the event is on its disk; it is
 * stored once however often it is sent. Needs nothing but Java. Thread-safe: one for the whole
 * application.
 *
 * <pre>{@code
 * Push push = new Push(URI.create("https://chat.example.org/warren/"), token);
 * push.send("alice", new Push.Event("order-5", "Your coffee is ready").text("At the counter"));
 * }</pre>
 */
public final class Push {
  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(35);
  private static final long FIRST_PAUSE = 250;
  private static final long LONGEST_PAUSE = 30_000;
  private static final int TOO_FAST = 429;

  private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");
  private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z-]+)\"");
  private static final Pattern SENTENCE =
      Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*+)\"");

  private final URI api;
  private final String token;
  private final Duration deadline;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Keeps trying for ten minutes.
   *
   * @param warren where Warren is, with its context path, such as {@code
   *     http://localhost:8080/warren/}
   * @param token what an administrator has made on Warren's page {@code /tokens}
   */
  public Push(URI warren, String token) {
    this(warren, token, DEADLINE);
  }

  /**
   * @param deadline how long an event is sent again when Warren does not acknowledge it
   */
  public Push(URI warren, String token, Duration deadline) {
    String base = warren.toString();
    this.api = URI.create(base + (base.endsWith("/") ? "" : "/") + "api/push");
    this.token = Objects.requireNonNull(token, "token");
    this.deadline = deadline;
  }

  /**
   * Sends an event to a person; returns at once.
   *
   * @param user the person's handle
   * @return completes with the event's number in the person's inbox when it is stored, or with
   *     {@link Refused} or {@link NotAcknowledged}
   */
  public CompletableFuture<Long> send(String user, Event event) {
    String segment = URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
    return deliver(URI.create(api + "/" + segment), event.json(null));
  }

  /**
   * Shows an event as a card in a room that is there; else like {@link #send}.
   *
   * @param room the room's name
   */
  public CompletableFuture<Long> sendToRoom(String room, Event event) {
    return deliver(api, event.json(room));
  }

  private CompletableFuture<Long> deliver(URI address, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    CompletableFuture<Long> stored = new CompletableFuture<>();
    attempt(request, stored, System.nanoTime() + deadline.toNanos(), FIRST_PAUSE);
    return stored;
  }

  private void attempt(HttpRequest request, CompletableFuture<Long> stored, long end, long pause) {
    client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
        .whenComplete(
            (response, failure) -> {
              try {
                IOException reason = failure == null ? settle(response, stored) : cause(failure);
                if (!stored.isDone()) {
                  later(request, stored, end, pause, reason);
                }
              } catch (RuntimeException e) {
                stored.completeExceptionally(e);
              }
            });
  }

  /** Completes what the answer decides; gives the reason if it decides nothing. */
  private static IOException settle(HttpResponse<String> response, CompletableFuture<Long> stored) {
    int status = response.statusCode();
    Matcher seq = SEQ.matcher(response.body());
    if (status / 100 == 2 && seq.find()) {
      stored.complete(Long.valueOf(seq.group(1)));
    }
    // Without Warren's own words it was something before it, such as a server that has yet to
    // deploy it.
    Matcher code = CODE.matcher(response.body());
    if (status / 100 == 4 && status != TOO_FAST && code.find()) {
      Matcher sentence = SENTENCE.matcher(response.body());
      String said = sentence.find() ? sentence.group(1).replaceAll("\\\\(.)", "$1") : "";
      stored.completeExceptionally(new Refused(status, code.group(1), said));
    }
    return new IOException("HTTP status " + status);
  }

  private static IOException cause(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof IOException ? (IOException) cause : new IOException(cause);
  }

  /** Tries again after a while, half of which is chance, so that many come back spread out. */
  private void later(
      HttpRequest request,
      CompletableFuture<Long> stored,
      long end,
      long pause,
      IOException reason) {
    long wait = pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
    if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait) - end > 0) {
      stored.completeExceptionally(new NotAcknowledged(reason));
      return;
    }
    Executor then = CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS);
    then.execute(() -> attempt(request, stored, end, Math.min(LONGEST_PAUSE, 2 * pause)));
  }

  /** What people are told of. Immutable. */
  public static final class Event {
    private final String id;
    private final String title;
    private final String text;
    private final String link;
    private final String data;

    /** An event that is sent once in this program's life, under an id made by chance. */
    public Event(String title) {
      this(UUID.randomUUID().toString(), title);
    }

    /**
     * An event that may be sent again after a restart, and is stored once.
     *
     * @param id 1 to 64 characters, unique among the application's events
     * @param title 1 to 200 characters
     */
    public Event(String id, String title) {
      this(id, title, null, null, null);
    }

    private Event(String id, String title, String text, String link, String data) {
      this.id = Objects.requireNonNull(id, "id");
      this.title = Objects.requireNonNull(title, "title");
      this.text = text;
      this.link = link;
      this.data = data;
    }

    /** The same event with a text of up to 4,000 characters. */
    public Event text(String value) {
      return new Event(id, title, value, link, data);
    }

    /** The same event with a link: {@code http:}, {@code https:} or a path on Warren's server. */
    public Event link(String value) {
      return new Event(id, title, text, value, data);
    }

    /**
     * The same event with data for programs.
     *
     * @param json a JSON object of up to 8 KB
     */
    public Event data(String json) {
      return new Event(id, title, text, link, json);
    }

    String json(String room) {
      StringBuilder json = new StringBuilder("{\"id\":").append(quoted(id));
      json.append(",\"title\":").append(quoted(title));
      add(json, "room", room);
      add(json, "text", text);
      add(json, "link", link);
      if (data != null) {
        json.append(",\"data\":").append(data);
      }
      return json.append('}').toString();
    }

    private static void add(StringBuilder json, String key, String value) {
      if (value != null) {
        json.append(",\"").append(key).append("\":").append(quoted(value));
      }
    }

    private static String quoted(String value) {
      StringBuilder json = new StringBuilder("\"");
      for (char c : value.toCharArray()) {
        if (c == '"' || c == '\\') {
          json.append('\\').append(c);
        } else if (c < ' ' || Character.isSurrogate(c)) {
          json.append(String.format("\\u%04x", (int) c));
        } else {
          json.append(c);
        }
      }
      return json.append('"').toString();
    }
  }

  /** Warren has said no, and would say so again: the token, the person or the event is wrong. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    Refused(int status, String code, String sentence) {
      super(code + ": " + sentence);
      this.status = status;
      this.code = code;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** Warren's word for the reason, such as {@code no-such-person}. */
    public String code() {
      return code;
    }
  }

  /** Warren has not acknowledged the event in time; it may be stored or not. */
  public static final class NotAcknowledged extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAcknowledged(IOException last) {
      super("Warren has not acknowledged the event in time: " + last, last);
    }
  }
}
