package chat.warren.room;

import chat.warren.db.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rooms that exist. Thread-safe. */
public final class Rooms {
  private static final RowMapper<Room> ROOM =
      (row, context) -> room(row.getLong("log"), new RoomName(row.getString("name")));

  private final Database database;
  private final Clock clock;

  public Rooms(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Optional<Room> find(RoomName name) {
    return database.read(handle -> find(handle, name));
  }

  /** The room whose log it is, if it is a room's. */
  public Optional<Room> find(long log) {
    return database.read(
        handle ->
            handle
                .createQuery("select log, name from room where log = :log")
                .bind("log", log)
                .map(ROOM)
                .findOne());
  }

  /**
   * The room of that name, which is made when it is not there yet: rooms are open to all by their
   * URL.
   */
  public Room open(RoomName name) {
    return find(name)
        .orElseGet(
            () ->
                database.write(handle -> find(handle, name).orElseGet(() -> create(handle, name))));
  }

  /**
   * The rooms with the newest on top: first those in which somebody wrote last.
   *
   * @param limit the most that are wanted
   */
  public List<Room> newest(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select room.log, room.name
                    from room join log on log.id = room.log
                    order by coalesce(log.changed_at, room.created_at) desc, room.log desc
                    limit :limit""")
                .bind("limit", limit)
                .map(ROOM)
                .list());
  }

  private static Optional<Room> find(Handle handle, RoomName name) {
    return handle
        .createQuery("select log, name from room where name = :name")
        .bind("name", name.value())
        .map(ROOM)
        .findOne();
  }

  private Room create(Handle handle, RoomName name) {
    long log =
        handle
            .createQuery("insert into log (head) values (0) returning id")
            .mapTo(Long.class)
            .one();
    handle.execute(
        "insert into room (log, name, created_at) values (?, ?, ?)",
        log,
        name.value(),
        clock.millis());
    return room(log, name);
  }

  private static Room room(long log, RoomName name) {
    return new Room(log, name, name.value());
  }
}
