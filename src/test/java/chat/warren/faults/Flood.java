package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.RawSocket;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** One client that sends as fast as the line takes it, and reads meanwhile or only afterwards. */
final class Flood {
  /** Those of a flood that may be sent again; the others tell what is wrong with a frame. */
  private static final Set<String> LATER = Set.of("busy", "too-fast", "not-stored");

  private final RawSocket socket;
  private final boolean isReading;
  private final Map<String, Integer> answers = new TreeMap<>();
  private String end = "the line broke";

  Flood(RawSocket socket, boolean isReading) {
    this.socket = socket;
    this.isReading = isReading;
  }

  static void thread(Runnable flood) {
    Thread thread = new Thread(flood, "flood");
    thread.setDaemon(true);
    thread.start();
  }

  Flood run(int frames, IntFunction<String> content) {
    Thread reader = new Thread(this::read, "flood-reader");
    if (isReading) {
      reader.start();
    }
    try {
      for (int i = 0; i < frames; i++) {
        socket.send(content.apply(i));
      }
      socket.send("{\"type\":\"ping\"}");
    } catch (IOException ended) {
      // The server has ended the socket; its last words are still to be read.
    }
    if (!isReading) {
      reader.start();
    }
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    socket.close();
    return this;
  }

  private void read() {
    try {
      while (!end.equals("pong")) {
        socket.events().forEach(this::count);
      }
    } catch (RawSocket.Closed closed) {
      end = closed.code() + " " + closed.getMessage();
    } catch (IOException broken) {
      end = "broken: " + broken;
    }
  }

  private void count(JsonObject event) {
    String type = event.getString("type");
    if (type.equals("pong")) {
      end = type;
    }
    if (type.equals("error")) {
      String code = event.getString("code");
      type =
          event.getBoolean("retry") == LATER.contains(code) ? code : "wrong about retry: " + code;
    }
    answers.merge(type, 1, Integer::sum);
  }

  /** Who reads is always told how it ends; who does not can only be cut off. */
  void check() {
    assertTrue(
        answers.keySet().stream().noneMatch(answer -> answer.startsWith("wrong")), toString());
    assertTrue(!isReading || end.equals("pong") || end.equals("4008 slow-reader"), toString());
  }

  @Override
  public String toString() {
    return answers + ", then " + end;
  }
}
