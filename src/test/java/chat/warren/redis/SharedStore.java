package chat.warren.redis;

import chat.warren.SettableClock;
import chat.warren.chat.History;
import chat.warren.db.Database;
import chat.warren.room.Directs;
import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.RoomName;
import chat.warren.room.Rooms;
import chat.warren.room.Rosters;
import chat.warren.user.Contacts;
import chat.warren.user.DisplayName;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.nio.file.Path;
import java.time.Clock;

/** What the nodes of one test share beside Redis: a database with two people and two rooms. */
final class SharedStore implements AutoCloseable {
  final String name = TestRedis.store();
  final Database database;
  final History history;
  final Rooms rooms;
  final Doors doors;
  final User alice;
  final User bob;
  final Room lounge;
  final Room garden;

  SharedStore(Path directory) {
    Clock clock = new SettableClock();
    database = Database.open(directory);
    history = new History(database);
    Users users = new Users(database, clock);
    alice = users.welcome(new DisplayName("Alice"));
    bob = users.welcome(new DisplayName("Bob"));
    rooms = new Rooms(database, clock);
    Directs directs = new Directs(database, users, new Contacts(database, clock));
    doors = new Doors(rooms, new Rosters(database, clock), directs);
    lounge = rooms.open(new RoomName("lounge"), alice);
    garden = rooms.open(new RoomName("garden"), alice);
  }

  @Override
  public void close() {
    database.close();
  }
}
