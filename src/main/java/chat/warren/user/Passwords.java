package chat.warren.user;

import chat.warren.db.Database;
import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User.Rank;
import java.util.Locale;
import java.util.Optional;

/** What passwords open, and how they change. Thread-safe. */
public final class Passwords {
  private static final int LONGEST_HANDLE = 32;

  private final Database database;
  private final Sessions sessions;
  private final Tries tries;
  private final PasswordHash hashes = new PasswordHash();

  public Passwords(Database database, Sessions sessions, Tries tries) {
    this.database = database;
    this.sessions = sessions;
    this.tries = tries;
  }

  /** A password as it is stored. */
  String hash(Password password) {
    return hashes.of(password);
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
    String account = known.length() > LONGEST_HANDLE ? "" : known;
    return check(account, password, address)
        .orElseThrow(() -> new Refused(Refusal.WRONG_CREDENTIALS));
  }

  /**
   * Asks somebody who is signed in for the password again.
   *
   * @throws Refused {@link Refusal#WRONG_PASSWORD}, or {@link Refusal#TOO_MANY_TRIES}
   */
  void confirm(User user, String password, String address) {
    check(user.name(), password, address).orElseThrow(() -> new Refused(Refusal.WRONG_PASSWORD));
  }

  /**
   * Changes the password of whoever visits, and ends the person's other sessions and the links that
   * would sign in.
   *
   * @param old the password until now; not looked at if it may be set anew without
   * @throws Refused if the old password is wrong or the new one cannot be
   */
  void change(Visit visit, String old, String fresh, String address) {
    User user = visit.user();
    if (!visit.mayReset()) {
      confirm(user, old, address);
    }
    String hash = hashes.of(new Password(fresh, new Handle(user.name())));
    sessions.tell(
        database.write(
            handle -> {
              handle.execute("update person set password = ? where id = ?", hash, user.id());
              handle.execute("delete from link where person = ?", user.id());
              return Sessions.deleteOthers(handle, user.id(), visit.session());
            }));
  }

  private Optional<User> check(String name, String password, String address) {
    tries.step(name, address);
    Optional<Account> found = database.read(handle -> find(handle, name));
    if (!hashes.matches(password, found.map(Account::hash).orElse(null))) {
      return Optional.empty();
    }
    tries.right(name, address);
    return found.map(Account::user);
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
