package chat.warren.user;

import chat.warren.db.Database;
import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User.Rank;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The people who have a password: how they come to it, and what it opens. Thread-safe. */
public final class Accounts {
  private static final int LONGEST = 32;

  private final Database database;
  private final Sessions sessions;
  private final Tries tries;
  private final Registration registration;
  private final Clock clock;
  private final PasswordHash hashes = new PasswordHash();

  public Accounts(
      Database database, Sessions sessions, Tries tries, Registration registration, Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.tries = tries;
    this.registration = registration;
    this.clock = clock;
  }

  /**
   * Makes an account for whoever comes.
   *
   * @param guest who has been here as a guest, and keeps what is theirs
   * @param address where the request comes from, for the rate of tries
   * @throws Refused if registration is not open, or the handle is taken
   */
  User register(Newcomer newcomer, Optional<User> guest, String address) {
    require(registration == Registration.OPEN);
    return create(newcomer, guest, address, false, handle -> {});
  }

  /** The same for the first administrator, as long as there is none. */
  User setUp(Newcomer newcomer, Optional<User> guest, String address) {
    return create(
        newcomer,
        guest,
        address,
        true,
        handle -> {
          if (hasAdministrator(handle)) {
            throw new Refused(Refusal.SETUP_TOKEN_WRONG);
          }
        });
  }

  boolean hasAdministrator() {
    return database.read(Accounts::hasAdministrator);
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new Refused(Refusal.REGISTRATION_CLOSED);
    }
  }

  /**
   * @param permit asks within the transaction whether it may be
   */
  private User create(
      Newcomer newcomer,
      Optional<User> guest,
      String address,
      boolean administrator,
      Consumer<org.jdbi.v3.core.Handle> permit) {
    tries.step(address);
    String hash = hashes.of(newcomer.password());
    return database.write(
        handle -> {
          permit.accept(handle);
          if (find(handle, newcomer.handle().value()).isPresent()) {
            throw new Refused(Refusal.HANDLE_TAKEN, newcomer.handle().value());
          }
          long id =
              guest.filter(User::isGuest).map(User::id).orElseGet(() -> row(handle, newcomer));
          handle
              .createUpdate(
                  """
                  update person set name = :name, display = :display, guest = false,
                    administrator = :administrator, password = :password
                  where id = :id""")
              .bind("name", newcomer.handle().value())
              .bind("display", newcomer.display().value())
              .bind("administrator", administrator)
              .bind("password", hash)
              .bind("id", id)
              .execute();
          return new User(
              id,
              newcomer.handle().value(),
              newcomer.display().value(),
              Rank.of(false, administrator));
        });
  }

  private long row(org.jdbi.v3.core.Handle handle, Newcomer newcomer) {
    return handle
        .createQuery(
            """
            insert into person (name, display, guest, created_at)
            values (:name, :display, :guest, :now) returning id""")
        .bind("name", newcomer.handle().value())
        .bind("display", newcomer.display().value())
        .bind("guest", false)
        .bind("now", clock.millis())
        .mapTo(Long.class)
        .one();
  }

  /**
   * Who has this name and this password. Whether the name or the password is wrong is told neither
   * by the answer nor by its time.
   *
   * @throws Refused {@link Refusal#WRONG_CREDENTIALS}, or {@link Refusal#TOO_MANY_TRIES}
   */
  User signIn(String name, String password, String address) {
    String known = Names.normal(name).toLowerCase(Locale.ROOT);
    // Whatever is longer is nobody's name, and need not fill the memory.
    String account = known.length() > LONGEST ? "" : known;
    tries.step(account, address);
    Optional<Account> found = database.read(handle -> find(handle, account));
    if (!hashes.matches(password, found.map(Account::hash).orElse(null))) {
      throw new Refused(Refusal.WRONG_CREDENTIALS);
    }
    tries.right(account, address);
    return found.get().user();
  }

  private static boolean hasAdministrator(org.jdbi.v3.core.Handle handle) {
    return handle
        .createQuery("select count(*) from person where administrator")
        .mapTo(Long.class)
        .map(number -> number > 0)
        .one();
  }

  private static Optional<Account> find(org.jdbi.v3.core.Handle handle, String name) {
    return handle
        .createQuery(
            """
            select id, name, display, guest, administrator, password
            from person where name = :name""")
        .bind("name", name)
        .map(
            (row, context) ->
                new Account(
                    new User(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("display"),
                        Rank.of(row.getBoolean("guest"), row.getBoolean("administrator"))),
                    row.getString("password")))
        .findOne();
  }

  /**
   * @param hash the password as it is stored; null for a guest and for a deleted account
   */
  private record Account(User user, String hash) {}
}
