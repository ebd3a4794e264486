package chat.warren.room;

import static chat.warren.testing.AtOnce.both;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.SettableClock;
import chat.warren.db.Database;
import chat.warren.testing.Store;
import chat.warren.user.Contacts;
import chat.warren.user.DisplayName;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What two nodes make at the same moment is made once. */
@Timeout(120)
class TwoNodesTest {
  @Test
  void aRoomAndAConversationThatTwoOpenAtOnceAreOne(@TempDir Path directory) throws Exception {
    SettableClock clock = new SettableClock();
    try (Database here = Store.POSTGRESQL.open(directory);
        Database there = Store.POSTGRESQL.open(directory)) {
      Users users = new Users(here, clock);
      for (int i = 0; i < 20; i++) {
        User alice = users.welcome(new DisplayName("Alice"));
        User bob = users.welcome(new DisplayName("Bob"));
        RoomName name = new RoomName("room " + i);
        List<Object> rooms =
            both(
                () -> new Rooms(here, clock).open(name, alice).log(),
                () -> new Rooms(there, clock).open(name, bob).log());
        assertEquals(rooms.get(0), rooms.get(1));
        List<Object> conversations =
            both(
                () -> directs(here).open(new Company(List.of(bob.name())), alice).log(),
                () -> directs(there).open(new Company(List.of(alice.name())), bob).log());
        assertEquals(conversations.get(0), conversations.get(1));
      }
    }
  }

  private static Directs directs(Database database) {
    SettableClock clock = new SettableClock();
    return new Directs(database, new Users(database, clock), new Contacts(database, clock));
  }
}
