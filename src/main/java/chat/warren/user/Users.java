package chat.warren.user;

import chat.warren.db.Database;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
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

  /**
   * A new person for an application to speak as, such as {@code app-coffee-bar}. It is no guest,
   * and without a password nobody signs in as it.
   *
   * @param label what people read as its name
   */
  public User welcomeApplication(String label) {
    String words =
        label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
    String whole = "app-" + words;
    String stem = whole.substring(0, Math.min(whole.length(), 20)).replaceAll("-+$", "");
    return database.write(
        handle -> {
          String name = stem;
          while (isTaken(handle, name)) {
            name = stem + "-" + HEX.toHexDigits(ThreadLocalRandom.current().nextLong(), 8);
          }
          long id =
              handle
                  .createQuery(
                      """
                      insert into person (name, display, guest, created_at)
                      values (:name, :display, :guest, :now) returning id""")
                  .bind("name", name)
                  .bind("display", label)
                  .bind("guest", false)
                  .bind("now", clock.millis())
                  .mapTo(Long.class)
                  .one();
          return new User(id, name, label, User.Rank.REGISTERED);
        });
  }

  private static boolean isTaken(Handle handle, String name) {
    return handle
            .createQuery("select count(*) from person where name = :name")
            .bind("name", name)
            .mapTo(int.class)
            .one()
        > 0;
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
