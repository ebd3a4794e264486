package chat.warren.user;

import chat.warren.db.Database;
import java.time.Clock;
import java.util.HexFormat;
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

  /** Changes the name that others read. */
  public void rename(User user, DisplayName display) {
    database.write(
        handle ->
            handle.execute(
                "update person set display = ? where id = ?", display.value(), user.id()));
  }

  /** Stores what a person has chosen on the profile page. */
  void change(User user, DisplayName display, Profile profile) {
    database.write(
        handle ->
            handle.execute(
                "update person set display = ?, colour = ?, language = ?, zone = ? where id = ?",
                display.value(),
                profile.colour(),
                profile.language(),
                profile.zone(),
                user.id()));
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
