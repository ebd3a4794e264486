package chat.warren.app;

import chat.warren.apps.ApiTokens;
import chat.warren.apps.Applications;
import chat.warren.chat.Broker;
import chat.warren.chat.Conversation;
import chat.warren.chat.History;
import chat.warren.chat.Inboxes;
import chat.warren.chat.Journal;
import chat.warren.chat.Mentions;
import chat.warren.chat.Pace;
import chat.warren.chat.Presence;
import chat.warren.db.Database;
import chat.warren.live.EchoEndpoint;
import chat.warren.live.Live;
import chat.warren.live.RoomSessions;
import chat.warren.memory.InMemoryPresence;
import chat.warren.memory.InProcessBroker;
import chat.warren.room.Doors;
import chat.warren.room.Rooms;
import chat.warren.user.Sessions;
import chat.warren.user.SignIn;
import chat.warren.user.Users;
import java.time.Clock;

/** The composition root: makes every part once and hands it to those that need it. */
final class Application implements AutoCloseable {
  private final Settings settings;
  private final Database database;
  private final Journal journal;
  private final Conversation conversation;
  private final Live live;
  private final History history;
  private final Presence presence;
  private final Rooms rooms;
  private final Doors doors;
  private final SignIn signIn;
  private final Inboxes inboxes;
  private final Mentions mentions;
  private final Applications applications;

  /**
   * Opens the store and begins to take sockets.
   *
   * @throws chat.warren.db.DatabaseUnusable if the store cannot be opened
   */
  Application(Settings settings, Clock clock) {
    this.settings = settings;
    database = Database.open(settings.data());
    Sessions sessions = new Sessions(database, clock);
    sessions.removeEnded();
    Users users = new Users(database, clock);
    signIn = new SignIn(users, sessions);
    rooms = new Rooms(database, clock);
    doors = new Doors(rooms);
    Broker broker = new InProcessBroker();
    presence = new InMemoryPresence();
    journal = new Journal(database, broker, clock);
    history = new History(database);
    conversation = new Conversation(doors, journal, new Pace(settings.limits()));
    inboxes = new Inboxes(database, journal);
    inboxes.removeAbandoned();
    mentions = new Mentions(database, journal, doors, rooms, users, inboxes);
    applications =
        new Applications(
            new ApiTokens(database, users, clock), users, doors, inboxes, settings.limits());
    live = new Live(doors, conversation, history, broker, presence, inboxes, settings.slowReader());
    EchoEndpoint.answerWith(settings.echoPrefix());
    RoomSessions.open(live);
  }

  Settings settings() {
    return settings;
  }

  Database database() {
    return database;
  }

  Conversation conversation() {
    return conversation;
  }

  History history() {
    return history;
  }

  Presence presence() {
    return presence;
  }

  Rooms rooms() {
    return rooms;
  }

  Doors doors() {
    return doors;
  }

  Applications applications() {
    return applications;
  }

  Inboxes inboxes() {
    return inboxes;
  }

  SignIn signIn() {
    return signIn;
  }

  /** Stores what waits, then says goodbye to the sockets, then closes the store. */
  @Override
  public void close() {
    mentions.close();
    journal.close();
    RoomSessions.close();
    live.close();
    database.close();
  }
}
