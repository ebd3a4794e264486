package chat.warren.user;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of contacts and blocks, within the transaction of {@link Contacts}. Stateless. */
final class ContactRows {
  private static final String FIND =
      "select count(*) from contact where person = ? and other = ? and state = ?";
  private static final String BLOCKED = "select count(*) from block where person = ? and other = ?";

  private static final String DUE =
      """
      select person.id, person.name, person.display, person.colour, other, accepted, at,
        told.name as other_name, told.display as other_display
      from contact_due join person on person.id = contact_due.person
        join person told on told.id = contact_due.other
      order by at limit :limit""";

  private ContactRows() {}

  /** Makes a contact for both. */
  static void join(Handle handle, User person, User other, long now) {
    put(handle, person, other, "contact", now);
    put(handle, other, person, "contact", now);
  }

  static void put(Handle handle, User person, User other, String state, long now) {
    handle.execute(
        """
        insert into contact (person, other, state, at) values (?, ?, ?, ?)
        on conflict (person, other) do update set state = excluded.state, at = excluded.at""",
        person.id(),
        other.id(),
        state,
        now);
  }

  /** Notes what somebody is to be told of, unless it comes from somebody blocked. */
  static void note(Handle handle, User person, User from, boolean accepted, long now) {
    if (!isBlocked(handle, person, from)) {
      handle.execute(
          """
          insert into contact_due (person, other, accepted, at) values (?, ?, ?, ?)
          on conflict (person, other, accepted) do update set at = excluded.at""",
          from.id(),
          person.id(),
          accepted,
          now);
    }
  }

  static List<ContactNews> due(Handle handle, int limit) {
    return handle
        .createQuery(DUE)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new ContactNews(
                    new User(
                        row.getLong("other"),
                        row.getString("other_name"),
                        row.getString("other_display")),
                    Users.NAMES.map(row, context),
                    row.getBoolean("accepted"),
                    Instant.ofEpochMilli(row.getLong("at"))))
        .list();
  }

  /** Unless the same has happened again meanwhile. */
  static void forget(Handle handle, ContactNews news) {
    handle.execute(
        "delete from contact_due where person = ? and other = ? and accepted = ? and at = ?",
        news.from().id(),
        news.person().id(),
        news.accepted(),
        news.at().toEpochMilli());
  }

  /** Takes away a contact for both, and the person's own request. */
  static int part(Handle handle, User person, User other) {
    delete(handle, person, other, "asked");
    return delete(handle, person, other, "contact") + delete(handle, other, person, "contact");
  }

  static int delete(Handle handle, User person, User other, String state) {
    return handle.execute(
        "delete from contact where person = ? and other = ? and state = ?",
        person.id(),
        other.id(),
        state);
  }

  static boolean hasAsked(Handle handle, User person, User other) {
    return count(handle, FIND, person.id(), other.id(), "asked") > 0;
  }

  static boolean isContact(Handle handle, User person, User other) {
    return count(handle, FIND, person.id(), other.id(), "contact") > 0;
  }

  static boolean isBlocked(Handle handle, User by, User other) {
    return count(handle, BLOCKED, by.id(), other.id()) > 0;
  }

  static long count(Handle handle, String sql, Object... values) {
    return handle.select(sql, values).mapTo(Long.class).one();
  }
}
