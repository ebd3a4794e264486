package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Nodes;
import chat.warren.testing.RawSocket;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who does not read delays nobody, takes no memory without bound, and comes back without a hole.
 */
@Tag("contract")
class SlowReadersIT {
  private static final int READERS = Form.of(160, 800);
  private static final int STOPPED = Form.of(40, 200);
  private static final int MESSAGES = Form.of(150, 300);
  private static final long PAUSE = Form.of(30, 100);
  private static final int LENGTH = 8_000;

  /** More than the system keeps for one socket in its buffers, which is about 4 MB. */
  private static final int FILL = 560;

  private static final Duration SLOW = Duration.ofSeconds(Form.of(8, 60));
  private static final int SMALL_BUFFER = 4_096;

  @TempDir Path data;
  private Nodes nodes;
  private Site site;
  private int opened;

  @BeforeEach
  void start() {
    nodes =
        Nodes.start(
            data,
            Map.of(
                "WARREN_LIMITS",
                "off",
                "WARREN_SLOW_READER_SECONDS",
                String.valueOf(SLOW.toSeconds())),
            "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError");
    site = nodes.site(0);
    site.enter("Alice", "hall");
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  @Test
  void theOthersGetEverythingInTheirTime() throws Exception {
    try (Listeners readers = new Listeners();
        RawSocket alice = RawSocket.open(site, "ws/chat/hall")) {
      drain(alice);
      for (int i = 0; i < READERS; i++) {
        readers.add(open("ws/chat/hall", 0).channel());
      }
      readers.start();
      say(alice, readers, 50, PAUSE);
      Stopwatch alone = say(alice, readers, MESSAGES, PAUSE);
      List<RawSocket> stopped = stop(STOPPED, "ws/chat/hall");
      say(alice, readers, FILL, 5);
      Stopwatch beside = say(alice, readers, MESSAGES, PAUSE);
      System.out.println(
          READERS + " readers: " + alone + "; beside " + STOPPED + " stopped ones: " + beside);
      assertNotMuchLonger(alone.at(0.5), beside.at(0.5));
      assertNotMuchLonger(alone.at(0.95), beside.at(0.95));
      awaitOnly(READERS + 1);
      System.out.println(nodes.node(0).residentMemory() / 1_000_000 + " MB of memory");
      assertEquals(0, readers.ended());
      stopped.forEach(RawSocket::close);
    }
  }

  private static void assertNotMuchLonger(Duration alone, Duration beside) {
    Duration allowed = alone.multipliedBy(2).plusMillis(20);
    assertTrue(beside.compareTo(allowed) <= 0, () -> beside + " instead of " + alone);
  }

  @Test
  void whoReadsAgainIsToldWhyAndGoesOnWithoutAHole() throws Exception {
    try (RawSocket alice = RawSocket.open(site, "ws/chat/hall")) {
      drain(alice);
      RawSocket stopped = stop(1, "ws/chat/hall").get(0);
      fill(alice);
      awaitOnly(1);
      Books books = new Books();
      RawSocket.Closed closed = assertThrows(RawSocket.Closed.class, () -> readAll(stopped, books));
      assertEquals(4008, closed.code());
      assertEquals("slow-reader", closed.getMessage());
      assertEquals(List.of(), books.complaints());
      assertTrue(books.last() < FILL, "it has read all");
      try (RawSocket again = RawSocket.open(site, "ws/chat/hall?since=" + books.last())) {
        while (books.last() < FILL) {
          again.events().forEach(books::take);
        }
      }
      assertEquals(List.of(), books.complaints());
      assertEquals(FILL, books.seen().size());
    }
  }

  @Test
  void thoseWhoComeBackAndStopAgainTakeNoMemoryWithoutBound() throws Exception {
    try (RawSocket alice = RawSocket.open(site, "ws/chat/hall")) {
      drain(alice);
      fill(alice);
      List<RawSocket> stopped = stop(2 * STOPPED + 80, "ws/chat/hall?since=0");
      awaitOnly(1);
      System.out.println(
          nodes.node(0).residentMemory() / 1_000_000 + " MB after " + stopped.size());
      assertEquals(200, site.get("health").statusCode());
      stopped.forEach(RawSocket::close);
    }
  }

  /** At each node in turn. */
  private RawSocket open(String path, int receiveBuffer) throws IOException {
    Site reader = nodes.site(++opened);
    return RawSocket.open(reader, reader.uri("").getPort(), path, receiveBuffer);
  }

  private List<RawSocket> stop(int count, String path) throws IOException {
    List<RawSocket> stopped = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stopped.add(open(path, SMALL_BUFFER));
    }
    return stopped;
  }

  private void fill(RawSocket alice) throws IOException {
    for (int i = 0; i < FILL; i++) {
      alice.say("fill-" + i, Listeners.stamped(LENGTH));
      Crowd.pause(5);
    }
    try (ChatClient reader = ChatClient.open(site, "ws/chat/hall?since=" + (FILL - 1))) {
      reader.next(event -> event.getInt("seq", 0) == FILL);
    }
  }

  /** Says so many texts and waits until all have heard them. */
  private static Stopwatch say(RawSocket speaker, Listeners readers, int count, long pause)
      throws IOException {
    readers.takeTimes();
    for (int i = 0; i < count; i++) {
      speaker.say("text-" + System.nanoTime(), Listeners.stamped(LENGTH));
      Crowd.pause(pause);
    }
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (readers.count() < count * readers.size() && System.nanoTime() - end < 0) {
      Crowd.pause(20);
    }
    assertEquals(count * readers.size(), readers.count(), "not everybody has heard all");
    return readers.takeTimes();
  }

  /** Waits until the stopped ones are gone. */
  private void awaitOnly(int expected) {
    long end = System.nanoTime() + SLOW.multipliedBy(3).plusSeconds(30).toNanos();
    while (people() > expected && System.nanoTime() - end < 0) {
      Crowd.pause(100);
    }
    assertEquals(expected, people(), "people are here");
  }

  private int people() {
    try (ChatClient watcher = ChatClient.open(site, "ws/chat/hall")) {
      return watcher.next("hello").getJsonArray("people").size();
    }
  }

  private static void readAll(RawSocket socket, Books books) throws IOException {
    while (true) {
      for (JsonObject event : socket.events()) {
        books.take(event);
      }
    }
  }

  private static void drain(RawSocket socket) {
    Thread reader =
        new Thread(
            () -> {
              try {
                while (true) {
                  socket.text();
                }
              } catch (IOException ended) {
                // So it was to be.
              }
            },
            "drain");
    reader.setDaemon(true);
    reader.start();
  }
}
