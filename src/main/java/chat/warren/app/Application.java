package chat.warren.app;

import chat.warren.apps.ApiTokens;
import chat.warren.apps.Applications;
import chat.warren.chat.Audience;
import chat.warren.chat.Broker;
import chat.warren.chat.Conversation;
import chat.warren.chat.Erasure;
import chat.warren.chat.History;
import chat.warren.chat.Inboxes;
import chat.warren.chat.Journal;
import chat.warren.chat.Moderation;
import chat.warren.chat.Notebook;
import chat.warren.chat.Notice;
import chat.warren.chat.Pace;
import chat.warren.chat.Presence;
import chat.warren.chat.ReadMarks;
import chat.warren.chat.Sightings;
import chat.warren.chat.Tallies;
import chat.warren.chat.Tidings;
import chat.warren.chat.UnreadRooms;
import chat.warren.db.Database;
import chat.warren.db.Facts;
import chat.warren.live.EchoEndpoint;
import chat.warren.live.Live;
import chat.warren.live.Reading;
import chat.warren.live.RoomSessions;
import chat.warren.live.Submission;
import chat.warren.room.Directs;
import chat.warren.room.Doors;
import chat.warren.room.Members;
import chat.warren.room.Rooms;
import chat.warren.room.Rosters;
import chat.warren.user.Accounts;
import chat.warren.user.Contacts;
import chat.warren.user.Directory;
import chat.warren.user.Limits;
import chat.warren.user.Links;
import chat.warren.user.Passwords;
import chat.warren.user.Preferences;
import chat.warren.user.Registration;
import chat.warren.user.Sessions;
import chat.warren.user.Setup;
import chat.warren.user.SignIn;
import chat.warren.user.Tries;
import chat.warren.user.Users;
import java.time.Clock;

/** The composition root: makes every part once and hands it to those that need it. */
final class Application implements AutoCloseable {
  private final Settings settings;
  private final Database database;
  private final Nodes nodes;
  private final Journal journal;
  private final Conversation conversation;
  private final Moderation moderation;
  private final Submission submission;
  private final Live live;
  private final History history;
  private final Presence presence;
  private final Rooms rooms;
  private final Contacts contacts;
  private final Directs directs;
  private final Members members;
  private final Doors doors;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Users users;
  private final Passwords passwords;
  private final Accounts accounts;
  private final Links links;
  private final Directory directory;
  private final Erasure erasure;
  private final Setup setup;
  private final Notebook notebook;
  private final Reading reading;
  private final Inboxes inboxes;
  private final Tidings tidings;
  private final Applications applications;
  private final Sightings sightings;

  /**
   * Opens the store and begins to take sockets.
   *
   * @throws chat.warren.db.DatabaseUnusable if the store cannot be opened
   */
  Application(Settings settings, Clock clock) {
    this.settings = settings;
    database =
        settings.database().map(Database::open).orElseGet(() -> Database.open(settings.data()));
    nodes =
        settings
            .redis()
            .map(redis -> Nodes.many(redis, database, clock))
            .orElseGet(() -> Nodes.alone(clock));
    Broker broker = nodes.broker();
    Limits limits = settings.limits() ? nodes.limits() : Limits.NONE;
    sessions =
        new Sessions(database, clock, ended -> broker.announce(Notice.ofPerson(ended.person())));
    sessions.removeEnded();
    Tries tries = new Tries(limits);
    Registration registration = settings.entrance().registration();
    passwords = new Passwords(database, sessions, tries);
    accounts = new Accounts(database, sessions, passwords, tries, registration, clock);
    links = new Links(database, registration, clock);
    directory = new Directory(database, person -> broker.announce(Notice.ofPerson(person)));
    setup =
        nodes.redis().isEmpty()
            ? new Setup(accounts, tries)
            : new Setup(accounts, tries, new Facts(database));
    users = new Users(database, clock);
    signIn = new SignIn(users, sessions, settings.entrance().guests());
    contacts = new Contacts(database, clock);
    rooms = new Rooms(database, clock);
    directs = new Directs(database, users, contacts);
    members = new Members(database, clock);
    doors = new Doors(rooms, new Rosters(database, clock), directs);
    presence = nodes.presence();
    journal = new Journal(database, broker, clock);
    history = new History(database);
    inboxes = new Inboxes(database, journal);
    erasure = new Erasure(database, journal, accounts, inboxes);
    notebook = new Notebook(database, broker, clock);
    ReadMarks marks = new ReadMarks(database, notebook);
    Audience audience = new Audience(rooms, directs, doors, users, contacts, presence, marks);
    tidings = new Tidings(database, journal, history, audience, contacts, inboxes);
    applications =
        new Applications(new ApiTokens(database, users, clock), users, doors, inboxes, limits);
    Pace pace = new Pace(limits);
    conversation = new Conversation(doors, journal, pace);
    moderation = new Moderation(doors, users, contacts, notebook, journal, pace);
    submission = new Submission(conversation, moderation);
    Tallies tallies = new Tallies(database, notebook);
    UnreadRooms unread = new UnreadRooms(tallies, rooms, directs, doors);
    Preferences preferences = new Preferences(database);
    reading = new Reading(marks, unread, preferences, notebook);
    sightings = new Sightings(presence, preferences, contacts);
    live =
        new Live(
            sessions,
            doors,
            submission,
            history,
            broker,
            presence,
            reading,
            inboxes,
            settings.slowReader());
    EchoEndpoint.answerWith(settings.echoPrefix());
    RoomSessions.open(live);
  }

  Settings settings() {
    return settings;
  }

  Database database() {
    return database;
  }

  Nodes nodes() {
    return nodes;
  }

  Conversation conversation() {
    return conversation;
  }

  Moderation moderation() {
    return moderation;
  }

  Submission submission() {
    return submission;
  }

  Members members() {
    return members;
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

  Users users() {
    return users;
  }

  Contacts contacts() {
    return contacts;
  }

  Directs directs() {
    return directs;
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

  Reading reading() {
    return reading;
  }

  Sightings sightings() {
    return sightings;
  }

  SignIn signIn() {
    return signIn;
  }

  Accounts accounts() {
    return accounts;
  }

  Passwords passwords() {
    return passwords;
  }

  Sessions sessions() {
    return sessions;
  }

  Links links() {
    return links;
  }

  /** Takes away what is to go of people who have deleted their accounts. */
  void forgetDeleted() {
    erasure.begin();
  }

  Directory directory() {
    return directory;
  }

  Setup setup() {
    return setup;
  }

  /** Stores what waits, then says goodbye to the sockets, then closes the store. */
  @Override
  public void close() {
    erasure.close();
    tidings.close();
    journal.close();
    RoomSessions.close();
    live.close();
    notebook.close();
    nodes.close();
    database.close();
  }
}
