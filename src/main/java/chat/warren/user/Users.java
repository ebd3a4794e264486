package chat.warren.user;

import chat.warren.db.Database;
import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The people. Thread-safe. */
public final class Users {
  private static final HexFormat HEX = HexFormat.of();

  /** Reads {@code id}, {@code name}, {@code display} and {@code colour}: what others see. */
  public static final RowMapper<User> NAMES =
      (row, context) ->
          new User(
              row.getLong("id"),
              row.getString("name"),
              row.getString("display"),
              User.Rank.GUEST,
              row.getString("colour"));

  private static final RowMapper<User> RANKED =
      (row, context) ->
          new User(
              row.getLong("id"),
              row.getString("name"),
              row.getString("display"),
              User.Rank.of(row.getBoolean("guest"), row.getBoolean("administrator")),
              row.getString("colour"));

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
    String whole = User.APPLICATION_PREFIX + words;
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

  /**
   * The people who have these handles, in this order.
   *
   * @throws Refused {@link Refusal#NO_SUCH_PERSON} if one of them is nobody's
   */
  public List<User> named(List<String> handles) {
    List<User> found = known(handles);
    if (found.size() < handles.size()) {
      throw new Refused(Refusal.NO_SUCH_PERSON);
    }
    return found;
  }

  /** Those people who have one of these handles, in this order. */
  public List<User> known(Collection<String> handles) {
    if (handles.isEmpty()) {
      return List.of();
    }
    Map<String, User> found =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        select id, name, display, colour, guest, administrator from person
                        where name in (<handles>)""")
                    .bindList("handles", handles)
                    .map(RANKED)
                    .collectToMap(User::name, user -> user));
    return handles.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /**
   * The person whom somebody means: with or without an {@code @}, in small or capital letters.
   *
   * @param typed may be null
   * @throws Refused {@link Refusal#NO_SUCH_PERSON}
   */
  User meant(String typed) {
    String handle = Names.normal(typed).toLowerCase(Locale.ROOT);
    return named(List.of(handle.startsWith("@") ? handle.substring(1) : handle)).get(0);
  }

  /**
   * The person of that handle.
   *
   * @param name may be null, which is nobody's
   */
  public Optional<User> named(String name) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select id, name, display, colour, guest, administrator from person
                    where name = :name""")
                .bind("name", name)
                .map(RANKED)
                .findOne());
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
