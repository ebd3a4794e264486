package chat.warren.chat;

import chat.warren.SettableClock;
import chat.warren.db.Database;
import chat.warren.room.Directs;
import chat.warren.room.Doors;
import chat.warren.room.RoomName;
import chat.warren.room.Rooms;
import chat.warren.room.Rosters;
import chat.warren.testing.Store;
import chat.warren.user.Contacts;
import chat.warren.user.DisplayName;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** A store with a journal, two people and three rooms. */
final class Log implements AutoCloseable {
  final SettableClock clock = new SettableClock();
  final Database database;
  final Rooms rooms;
  final Rosters rosters;
  final Contacts contacts;
  final Directs directs;
  final Doors doors;
  final History history;
  final Journal journal;
  final Users users;
  final User alice;
  final User bob;
  final long lounge;
  final long garden;
  final long attic;

  Log(Store store, Path directory, Broker broker) {
    this(store.open(directory), broker);
  }

  Log(Database database, Broker broker) {
    this.database = database;
    history = new History(database);
    users = new Users(database, clock);
    contacts = new Contacts(database, clock);
    alice = users.welcome(new DisplayName("Alice"));
    bob = users.welcome(new DisplayName("Bob"));
    rooms = new Rooms(database, clock);
    rosters = new Rosters(database, clock);
    directs = new Directs(database, users, contacts);
    doors = new Doors(rooms, rosters, directs);
    lounge = rooms.open(new RoomName("lounge"), alice).log();
    garden = rooms.open(new RoomName("garden"), alice).log();
    attic = rooms.open(new RoomName("attic"), alice).log();
    journal = new Journal(database, broker, clock);
  }

  /** Further people. */
  List<User> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> users.welcome(new DisplayName("Person " + number)))
        .toList();
  }

  CompletableFuture<Receipt> append(long log, User author, String id, String text) {
    MessageId messageId = id == null ? null : new MessageId(id);
    return journal
        .append(new Draft(log, author, messageId, new Act.Say(text, null)))
        .toCompletableFuture();
  }

  Receipt act(long log, User author, String id, Act act) {
    return join(
        journal.append(new Draft(log, author, new MessageId(id), act)).toCompletableFuture());
  }

  Receipt say(long log, User author, String id, String text) {
    return join(append(log, author, id, text));
  }

  List<Entry> all(long log) {
    List<Entry> entries = new ArrayList<>();
    List<Entry> page;
    do {
      page = history.after(log, entries.size(), 1_000);
      entries.addAll(page);
    } while (!page.isEmpty());
    return entries;
  }

  List<String> texts(long log) {
    return all(log).stream().map(entry -> entry.act().text()).toList();
  }

  /** The result, or what it failed with. */
  static <T> T join(CompletableFuture<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(e);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("no answer", e);
    }
  }

  @Override
  public void close() {
    journal.close();
    database.close();
  }
}
