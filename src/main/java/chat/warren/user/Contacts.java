package chat.warren.user;

import chat.warren.db.Database;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Who is in contact with whom, and who wants nothing from whom. Whoever is blocked finds everything
 * as if the other had removed the contact and did not answer. Thread-safe.
 */
public final class Contacts {
  /** The most requests of one person that nobody has answered. */
  static final int MAX_ASKED = 200;

  private final Database database;
  private final Clock clock;
  private volatile Runnable newsDue = () -> {};

  public Contacts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Whether somebody may come to another unasked: by a direct message or an invitation. Asks anew
   * each time, so that a block counts at once. A request for contact is bound by blocks alone.
   */
  public boolean mayBother(User from, User to) {
    return from.id() == to.id()
        || database.read(
            handle ->
                !ContactRows.isBlocked(handle, to, from)
                    && (ContactRows.isContact(handle, to, from)
                        || writers(handle, to) == Writers.EVERYBODY));
  }

  /** Whether somebody has blocked another. */
  public boolean hasBlocked(User person, User other) {
    return database.read(handle -> ContactRows.isBlocked(handle, person, other));
  }

  /** All that a person sees of contacts and blocks. */
  public ContactBook of(User person) {
    return database.read(
        handle ->
            new ContactBook(
                people(handle, person, "contact where person = :me and state = 'contact'", "other"),
                people(
                    handle,
                    person,
                    """
                    contact where other = :me and state = 'asked' and not exists (
                      select 1 from block where block.person = :me and other = contact.person)""",
                    "person"),
                people(handle, person, "contact where person = :me and state = 'asked'", "other"),
                people(handle, person, "block where person = :me", "other"),
                writers(handle, person)));
  }

  /**
   * Asks somebody to be a contact. Who has asked already is accepted thereby; who has blocked the
   * one who asks does not see it.
   *
   * @throws Refused {@link Refusal#ONESELF}, {@link Refusal#BLOCKED_BY_YOU}, {@link
   *     Refusal#TOO_MANY_ASKED}
   */
  public void ask(User person, User other) {
    checkOther(person, other);
    database.write(
        handle -> {
          if (ContactRows.isBlocked(handle, person, other)) {
            throw new Refused(Refusal.BLOCKED_BY_YOU);
          }
          if (ContactRows.hasAsked(handle, other, person)) {
            join(handle, person, other);
          } else if (!ContactRows.isContact(handle, person, other)) {
            checkAsked(handle, person);
            ContactRows.put(handle, person, other, "asked", clock.millis());
            ContactRows.note(handle, other, person, false, clock.millis());
          }
          return null;
        });
    newsDue.run();
  }

  /**
   * Accepts somebody's request.
   *
   * @throws Refused {@link Refusal#NO_SUCH_REQUEST}
   */
  public void accept(User person, User other) {
    database.write(
        handle -> {
          if (!ContactRows.hasAsked(handle, other, person)
              || ContactRows.isBlocked(handle, person, other)) {
            throw new Refused(Refusal.NO_SUCH_REQUEST);
          }
          join(handle, person, other);
          return null;
        });
    newsDue.run();
  }

  private void join(Handle handle, User person, User other) {
    ContactRows.join(handle, person, other, clock.millis());
    ContactRows.note(handle, other, person, true, clock.millis());
  }

  /** Sets what is called when {@link #due} has more; to be quick. */
  public void whenNewsIsDue(Runnable told) {
    newsDue = told;
  }

  /** What people are still to be told of, oldest first. */
  public List<ContactNews> due(int limit) {
    return database.read(handle -> ContactRows.due(handle, limit));
  }

  /** People have been told of these. */
  public void told(List<ContactNews> done) {
    if (!done.isEmpty()) {
      database.write(
          handle -> {
            done.forEach(news -> ContactRows.forget(handle, news));
            return null;
          });
    }
  }

  /** Puts somebody's request away, if there is one; who asked is not told. */
  public void decline(User person, User other) {
    database.write(handle -> ContactRows.delete(handle, other, person, "asked"));
  }

  /** Ends a contact for both, or takes one's own request back. */
  public void remove(User person, User other) {
    database.write(handle -> ContactRows.part(handle, person, other));
  }

  /**
   * Wants nothing more from somebody, who is not told; a contact ends thereby.
   *
   * @throws Refused {@link Refusal#ONESELF}
   */
  public void block(User person, User other) {
    checkOther(person, other);
    database.write(
        handle -> {
          ContactRows.part(handle, person, other);
          return handle.execute(
              "insert into block (person, other, at) values (?, ?, ?) on conflict do nothing",
              person.id(),
              other.id(),
              clock.millis());
        });
  }

  /** Takes a block back; a request that came meanwhile is seen then. */
  public void unblock(User person, User other) {
    database.write(
        handle ->
            handle.execute(
                "delete from block where person = ? and other = ?", person.id(), other.id()));
  }

  /** Sets who may write to a person. */
  public void choose(User person, Writers writers) {
    database.write(
        handle ->
            handle.execute(
                "update person set writers = ? where id = ?", writers.word(), person.id()));
  }

  private static void checkOther(User person, User other) {
    if (person.id() == other.id()) {
      throw new Refused(Refusal.ONESELF);
    }
  }

  private static void checkAsked(Handle handle, User person) {
    String sql = "select count(*) from contact where person = ? and state = 'asked'";
    if (ContactRows.count(handle, sql, person.id()) >= MAX_ASKED) {
      throw new Refused(Refusal.TOO_MANY_ASKED, MAX_ASKED);
    }
  }

  private static Writers writers(Handle handle, User person) {
    return handle
        .select("select writers from person where id = ?", person.id())
        .mapTo(String.class)
        .findOne()
        .map(Writers::of)
        .orElse(Writers.CONTACTS);
  }

  private static List<User> people(Handle handle, User me, String from, String column) {
    return handle
        .createQuery(
            "select id, name, display, colour from person where id in (select "
                + column
                + " from "
                + from
                + ") order by display, name")
        .bind("me", me.id())
        .map(Users.NAMES)
        .list();
  }
}
