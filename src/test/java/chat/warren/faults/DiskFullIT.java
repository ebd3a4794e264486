package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import chat.warren.testing.Store;
import chat.warren.testing.WarProcess;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk stops the writing and nothing else; with room again, it goes on by itself. */
class DiskFullIT {
  private static final int MANY = 400;

  @TempDir Path directory;

  @Test
  void whatCannotBeStoredIsRefusedUntilThereIsRoomAgain() throws Exception {
    fillUp(SmallDisk.below(directory));
  }

  private static WarProcess serve(SmallDisk disk) {
    return WarProcess.start(
        Map.of(
            "WARREN_DATA", disk.data().toString(),
            "WARREN_PORT", String.valueOf(WarProcess.freePort()),
            "WARREN_LIMITS", "off"));
  }

  private static void fillUp(SmallDisk disk) throws Exception {
    try (disk;
        WarProcess war = serve(disk)) {
      Site alice = war.site();
      alice.enter("Alice", "cellar");
      Books books = new Books();
      try (ChatClient socket = ChatClient.open(alice, "ws/chat/cellar");
          ChatClient reader = ChatClient.open(alice.asSomebodyElse(), "ws/chat/cellar")) {
        books.take(socket.next("hello"));
        say(books, socket, "before", "stored before");
        assertEquals("message", answer(books, socket).getString("type"));
        assertEquals(200, alice.get("chat/cellar/").statusCode());
        disk.fill(war);
        int refused = sayUntilRefused(books, socket);
        readingGoesOn(alice, reader, books.acknowledged().size());
        Site newcomer = alice.asSomebodyElse();
        assertEquals(503, newcomer.enter("Newcomer", "cellar").statusCode());
        disk.free(war);
        assertEquals(303, newcomer.enter("Newcomer", "cellar").statusCode());
        for (int i = 0; i < 3; i++) {
          books.waiting().forEach(socket::say);
        }
        while (books.waitingCount() > 0) {
          answer(books, socket);
        }
        say(books, socket, "after", "stored after");
        while (books.waitingCount() > 0) {
          answer(books, socket);
        }
        System.out.println(books.acknowledged().size() + " messages, " + refused + " refused");
      }
      war.stop();
      try (Connection database = Store.SQLITE.connect(disk.data())) {
        Audit audit = Audit.of(database, "cellar").agreesWith(List.of(books));
        audit.holdsNothingElse(List.of(books));
      }
    }
  }

  /** What SQLite has written ahead may hold some more; in the end each one is refused. */
  private static int sayUntilRefused(Books books, ChatClient socket) {
    int refused = 0;
    for (int i = 0; refused < 20; i++) {
      assertTrue(i < MANY, "the disk is never full");
      say(books, socket, "long-" + i, "x".repeat(8_000));
      JsonObject answer = answer(books, socket);
      if (answer.getString("type").equals("error")) {
        assertEquals("not-stored", answer.getString("code"));
        assertTrue(answer.getBoolean("retry"));
        assertEquals("long-" + i, answer.getString("id"));
        refused++;
      }
    }
    return refused;
  }

  private static void readingGoesOn(Site alice, ChatClient reader, int stored) {
    reader.next(event -> event.getInt("seq", 0) == stored);
    assertTrue(reader.isOpen());
    assertEquals(200, alice.get("health").statusCode());
    assertEquals(200, alice.get("").statusCode());
    String page = alice.get("chat/cellar/").body();
    assertTrue(page.contains("data-head=\"" + stored + "\""), page);
    try (ChatClient again = ChatClient.open(alice, "ws/chat/cellar?since=0")) {
      assertNotNull(again.next(event -> event.getInt("seq", 0) == stored));
    }
  }

  private static void say(Books books, ChatClient socket, String id, String text) {
    books.say(id, text);
    socket.say(id, text);
  }

  private static JsonObject answer(Books books, ChatClient socket) {
    JsonObject answer =
        socket.next(event -> List.of("message", "error").contains(event.getString("type")));
    books.take(answer);
    return answer;
  }
}
