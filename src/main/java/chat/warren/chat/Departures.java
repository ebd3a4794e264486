package chat.warren.chat;

import chat.warren.db.Database;
import chat.warren.room.Change;
import chat.warren.room.Role;
import chat.warren.user.User;
import chat.warren.user.User.Rank;
import chat.warren.user.Users;
import java.util.List;
import java.util.Optional;

/**
 * Lets people leave their rooms who have deleted their accounts, by entries as if they had said so.
 * A room that they alone owned gets another owner first: whoever has been a moderator there for
 * longest, else a member. Thread-safe.
 */
final class Departures {
  private static final String STAYING =
      """
      select member.log, person.id, person.name, person.display,
        member.role = 'owner' and not exists (
          select 1 from member other
          where other.log = member.log and other.person <> member.person
            and other.role = 'owner') as alone
      from member join person on person.id = member.person
      where member.role <> 'none' and person.name like :deleted
      order by member.log, person.id""";

  private static final String HEIR =
      """
      select person.id, person.name, person.display, person.colour
      from member join person on person.id = member.person
      where member.log = :log and member.role in ('moderator', 'member')
        and person.name not like :deleted
      order by case member.role when 'moderator' then 0 else 1 end, member.joined_at, person.id
      limit 1""";

  private static final String DELETED = User.DELETED_PREFIX + "%";

  private final Database database;
  private final Journal journal;

  Departures(Database database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  private record Member(long log, User user, boolean alone) {}

  /**
   * Lets them all leave, and waits until it is done.
   *
   * @throws chat.warren.text.Refused if it has to be tried again later
   */
  void complete() {
    staying().forEach(this::leave);
  }

  private List<Member> staying() {
    return database.read(
        handle ->
            handle
                .createQuery(STAYING)
                .bind("deleted", DELETED)
                .map(
                    (row, context) ->
                        new Member(
                            row.getLong("log"),
                            new User(
                                row.getLong("id"),
                                row.getString("name"),
                                row.getString("display"),
                                Rank.REGISTERED),
                            row.getBoolean("alone")))
                .list());
  }

  private void leave(Member member) {
    if (member.alone) {
      Optional<User> heir = heir(member.log);
      if (heir.isEmpty()) {
        forget(member);
        return;
      }
      append(member, new Act.Membership(Change.ROLE, heir.get(), Role.OWNER, null));
    }
    append(member, new Act.Membership(Change.LEAVE, member.user, null, null));
  }

  private Optional<User> heir(long log) {
    return database.read(
        handle ->
            handle
                .createQuery(HEIR)
                .bind("log", log)
                .bind("deleted", DELETED)
                .map(Users.NAMES)
                .findOne());
  }

  private void append(Member member, Act act) {
    Receipt.await(journal.append(new Draft(member.log, member.user, null, act)));
  }

  /** Nobody is left to tell, and a room is not left by its last owner. */
  private void forget(Member member) {
    database.write(
        handle ->
            handle.execute(
                "update member set role = 'none' where log = ? and person = ?",
                member.log,
                member.user.id()));
  }
}
