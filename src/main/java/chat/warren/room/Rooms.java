package chat.warren.room;

import chat.warren.db.Database;
import chat.warren.user.User;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rooms that exist. Thread-safe. */
public final class Rooms {
  private static final RowMapper<Room> ROOM =
      (row, context) -> {
        String name = row.getString("name");
        String title = row.getString("title");
        return new Room(
            row.getLong("log"),
            row.getBoolean("private") ? new PrivateKey(name) : new RoomName(name),
            title == null ? name : title,
            row.getString("topic"));
      };

  private static final String COLUMNS = "select room.log, name, title, topic, private from room ";

  private final Database database;
  private final Clock clock;

  public Rooms(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The room behind the key of a public or of a private one. */
  public Optional<Room> find(RoomKey key) {
    return database.read(handle -> find(handle, key));
  }

  /** The room whose log it is, if it is a room's. */
  public Optional<Room> find(long log) {
    return database.read(
        handle ->
            handle.createQuery(COLUMNS + "where log = :log").bind("log", log).map(ROOM).findOne());
  }

  /**
   * The public room of that name, which is made when it is not there yet: these are open to all by
   * their URL.
   *
   * @param maker becomes its owner if it is made
   */
  public Room open(RoomName name, User maker) {
    return find(name)
        .orElseGet(
            () ->
                database.write(
                    handle ->
                        find(handle, name).orElseGet(() -> create(handle, name, null, maker))));
  }

  /**
   * Makes a private room.
   *
   * @param title what people read as its name
   * @param maker becomes its owner
   * @throws chat.warren.text.Refused {@link chat.warren.text.Refusal#BAD_TITLE}
   */
  public Room createPrivate(String title, User maker) {
    String checked = RoomSettings.title(title);
    return database.write(handle -> create(handle, PrivateKey.create(), checked, maker));
  }

  /** The rooms that somebody is a member of and may enter, archived ones excepted, by title. */
  public List<Room> of(User member) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    COLUMNS
                        + """
                        join member on member.log = room.log
                        where member.person = :person and member.role <> 'none'
                          and archived_at is null
                          and not exists (
                            select 1 from ban where ban.log = room.log and ban.person = :person
                              and (ends_at is null or ends_at > :now))
                        order by coalesce(title, name), room.log limit 500""")
                .bind("person", member.id())
                .bind("now", clock.millis())
                .map(ROOM)
                .list());
  }

  /**
   * The public rooms with the newest on top: first those in which somebody wrote last. Archived
   * ones are left out.
   *
   * @param limit the most that are wanted
   */
  public List<Room> newest(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    COLUMNS
                        + """
                    join log on log.id = room.log
                    where not private and archived_at is null
                    order by coalesce(log.changed_at, room.created_at) desc, room.log desc
                    limit :limit""")
                .bind("limit", limit)
                .map(ROOM)
                .list());
  }

  /** The rooms that have these logs, in no order; a log that is no room's is passed over. */
  public List<Room> of(Collection<Long> logs) {
    if (logs.isEmpty()) {
      return List.of();
    }
    return database.read(
        handle ->
            handle
                .createQuery(COLUMNS + "where log in (<logs>)")
                .bindList("logs", logs)
                .map(ROOM)
                .list());
  }

  private static Optional<Room> find(Handle handle, RoomKey key) {
    return handle
        .createQuery(COLUMNS + "where name = :name and private = :private")
        .bind("name", key.value())
        .bind("private", key instanceof PrivateKey)
        .map(ROOM)
        .findOne();
  }

  private Room create(Handle handle, RoomKey key, String title, User maker) {
    long now = clock.millis();
    long log =
        handle
            .createQuery("insert into log (head) values (0) returning id")
            .mapTo(Long.class)
            .one();
    handle.execute(
        "insert into room (log, name, title, private, created_at) values (?, ?, ?, ?, ?)",
        log,
        key.value(),
        title,
        key instanceof PrivateKey,
        now);
    handle.execute(
        "insert into member (log, person, role, joined_at) values (?, ?, ?, ?)",
        log,
        maker.id(),
        Role.OWNER.word(),
        now);
    return new Room(log, key, title == null ? key.value() : title);
  }
}
