package chat.warren.user;

import org.jdbi.v3.core.Handle;

/** The rows of contacts and blocks, within the transaction of {@link Contacts}. Stateless. */
final class ContactRows {
  private static final String FIND =
      "select count(*) from contact where person = ? and other = ? and state = ?";
  private static final String BLOCKED = "select count(*) from block where person = ? and other = ?";

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
