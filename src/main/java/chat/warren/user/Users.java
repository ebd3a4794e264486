package chat.warren.user;

import chat.warren.db.Database;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/** The people. Thread-safe. */
public final class Users {
  private static final HexFormat HEX = HexFormat.of();

  private final Database database;
  private final Clock clock;

  public Users(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A new guest under the name of the person's choice. */
  public User welcome(DisplayName display) {
    return database.write(handle -> create(handle, display.value()));
  }

  /** A new guest with a name of its own, such as {@code Guest-7f3a}. */
  public User welcomeNameless() {
    return database.write(handle -> create(handle, null));
  }

  /** The person of that handle. */
  public Optional<User> find(String name) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select id, name, display, guest, administrator from person
                    where name = :name""")
                .bind("name", name)
                .map(
                    (row, context) ->
                        new User(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("display"),
                            User.Rank.of(row.getBoolean("guest"), row.getBoolean("administrator"))))
                .findOne());
  }

  /** Changes the name that others read. */
  public void rename(User user, DisplayName display) {
    database.write(
        handle ->
            handle.execute(
                "update person set display = ? where id = ?", display.value(), user.id()));
  }

  /** Tries short handles first; each that is taken makes the next one a digit longer. */
  private User create(Handle handle, String display) {
    for (int digits = 4; ; digits++) {
      String number = HEX.toHexDigits(ThreadLocalRandom.current().nextLong(), Math.min(digits, 16));
      String name = "guest-" + number;
      String shown = display == null ? "Guest-" + number : display;
      Long id =
          handle
              .createQuery(
                  """
                  insert into person (name, display, guest, created_at)
                  values (:name, :display, :guest, :now)
                  on conflict (name) do nothing returning id""")
              .bind("name", name)
              .bind("display", shown)
              .bind("guest", true)
              .bind("now", clock.millis())
              .mapTo(Long.class)
              .findOne()
              .orElse(null);
      if (id != null) {
        return new User(id, name, shown);
      }
    }
  }
}
