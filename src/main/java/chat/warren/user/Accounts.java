package chat.warren.user;

import chat.warren.db.Database;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.User.Rank;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How people come to an account, and how they go. Thread-safe. */
public final class Accounts {
  /** For programs; pages say it in the reader's language. */
  private static final String DELETED = Texts.all().get(0).of("account.deleted");

  /** What goes with an account, and is nobody else's business. */
  private static final List<String> OWN =
      List.of(
          "delete from link where made_by = :id or person = :id",
          "delete from contact where person = :id or other = :id",
          "delete from block where person = :id or other = :id",
          "delete from read_mark where person = :id");

  private final Database database;
  private final Sessions sessions;
  private final Tries tries;
  private final Registration registration;
  private final Passwords passwords;
  private final Clock clock;

  public Accounts(
      Database database,
      Sessions sessions,
      Passwords passwords,
      Tries tries,
      Registration registration,
      Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.passwords = passwords;
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

  /**
   * The same with an invitation, of which it takes one use.
   *
   * @throws Refused {@link Refusal#LINK_ENDED}, or if nobody may register, or the handle is taken
   */
  User registerInvited(Newcomer newcomer, String secret, Optional<User> guest, String address) {
    require(registration != Registration.CLOSED);
    return create(
        newcomer,
        guest,
        address,
        false,
        handle -> Links.use(handle, Link.Kind.INVITATION, secret, clock.millis()));
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
    String hash = passwords.hash(newcomer.password());
    return database.write(
        handle -> {
          permit.accept(handle);
          if (isTaken(handle, newcomer.handle().value())) {
            throw new Refused(Refusal.HANDLE_TAKEN, newcomer.handle().value());
          }
          long id =
              guest.filter(User::isGuest).map(User::id).orElseGet(() -> row(handle, newcomer));
          int made =
              handle
                  .createUpdate(
                      """
                  update person set name = :name, display = :display, guest = false,
                    administrator = :administrator, password = :password
                  where id = :id and guest""")
                  .bind("name", newcomer.handle().value())
                  .bind("display", newcomer.display().value())
                  .bind("administrator", administrator)
                  .bind("password", hash)
                  .bind("id", id)
                  .execute();
          // The same guest has registered in another window meanwhile.
          if (made == 0) {
            throw new Refused(Refusal.FORM_EXPIRED);
          }
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
        .bind("guest", true)
        .bind("now", clock.millis())
        .mapTo(Long.class)
        .one();
  }

  private static boolean hasAdministrator(org.jdbi.v3.core.Handle handle) {
    return handle
        .createQuery("select count(*) from person where administrator")
        .mapTo(Long.class)
        .map(number -> number > 0)
        .one();
  }

  private static boolean isTaken(org.jdbi.v3.core.Handle handle, String name) {
    return handle
        .createQuery("select count(*) from person where name = :name")
        .bind("name", name)
        .mapTo(Long.class)
        .map(number -> number > 0)
        .one();
  }

  /**
   * Deletes an account. Its person stays, as the author of what was written, under a name that
   * nobody can have, and takes no messages.
   *
   * @param erase whether all that the person wrote is to go too; whoever does that asks {@link
   *     #erasing}
   * @return what is left of the person
   * @throws Refused {@link Refusal#WRONG_PASSWORD}, or {@link Refusal#LAST_ADMINISTRATOR}
   */
  User delete(User user, String password, String address, boolean erase) {
    passwords.confirm(user, password, address);
    Ended ended =
        database.write(
            handle -> {
              if (user.isAdministrator() && !Directory.hasOtherAdministrator(handle, user.id())) {
                throw new Refused(Refusal.LAST_ADMINISTRATOR);
              }
              for (String own : OWN) {
                handle.createUpdate(own).bind("id", user.id()).execute();
              }
              handle
                  .createUpdate(
                      """
                      update person set name = :name, display = :display, administrator = false,
                        password = null, colour = null, language = null, zone = null,
                        writers = 'contacts', seen_at = null, erasing = :erase
                      where id = :id""")
                  .bind("name", User.DELETED_PREFIX + user.id())
                  .bind("display", DELETED)
                  .bind("erase", erase)
                  .bind("id", user.id())
                  .execute();
              return Sessions.deleteOthers(handle, user.id(), 0);
            });
    sessions.tell(ended);
    return deleted(user.id());
  }

  private static User deleted(long person) {
    return new User(person, User.DELETED_PREFIX + person, DELETED, Rank.REGISTERED);
  }

  /** The deleted people whose words are still to go. */
  public List<User> erasing() {
    return database.read(
        handle ->
            handle
                .createQuery("select id from person where erasing order by id")
                .mapTo(Long.class)
                .map(Accounts::deleted)
                .list());
  }

  /** Nothing of the person is left to erase. */
  public void erased(User user) {
    database.write(
        handle -> handle.execute("update person set erasing = false where id = ?", user.id()));
  }
}
