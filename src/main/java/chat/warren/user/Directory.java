package chat.warren.user;

import chat.warren.db.Database;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User.Rank;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/** The people who have an account, for administrators. Thread-safe. */
public final class Directory {
  private static final int MOST = 200;

  private final Database database;
  private final LongConsumer changed;

  /**
   * @param changed is told whose rank has changed, after that is on the disk and on the thread of
   *     whoever changed it; must be quick
   */
  public Directory(Database database, LongConsumer changed) {
    this.database = database;
    this.changed = changed;
  }

  /**
   * People by name, at most {@value #MOST}.
   *
   * @param words a part of the handle or of the display name; empty for all
   * @throws Refused {@link Refusal#ADMINISTRATORS_ONLY}
   */
  List<User> search(User by, String words) {
    require(by);
    String part = words.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select id, name, display, administrator, colour from person
                    where password is not null
                      and (name like :part escape '!' or lower(display) like :part escape '!')
                    order by name limit :most""")
                .bind("part", "%" + part + "%")
                .bind("most", MOST)
                .map(
                    (row, context) ->
                        new User(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("display"),
                            Rank.of(false, row.getBoolean("administrator")),
                            row.getString("colour")))
                .list());
  }

  /**
   * Makes somebody an administrator, or no longer one.
   *
   * @throws Refused {@link Refusal#LAST_ADMINISTRATOR} if nobody would be left
   */
  void setAdministrator(User by, long person, boolean administrator) {
    require(by);
    database.write(
        handle -> {
          if (!administrator && !hasOtherAdministrator(handle, person)) {
            throw new Refused(Refusal.LAST_ADMINISTRATOR);
          }
          return handle.execute(
              "update person set administrator = ? where id = ? and password is not null",
              administrator,
              person);
        });
    changed.accept(person);
  }

  static boolean hasOtherAdministrator(org.jdbi.v3.core.Handle handle, long person) {
    return handle
        .createQuery("select count(*) from person where administrator and id <> :person")
        .bind("person", person)
        .mapTo(Long.class)
        .map(number -> number > 0)
        .one();
  }

  /** Lets only administrators through. */
  static void require(User by) {
    if (!by.isAdministrator()) {
      throw new Refused(Refusal.ADMINISTRATORS_ONLY);
    }
  }
}
