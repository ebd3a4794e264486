package chat.warren.chat;

import chat.warren.db.Database;
import chat.warren.room.InboxKey;
import chat.warren.room.Room;
import chat.warren.user.User;
import chat.warren.web.Secret;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * The inboxes: a log for each person, read like a room's by its owner alone. Thread-safe.
 *
 * <p>Whoever tells somebody of something gives it an id; telling it again under the same id adds
 * nothing, so that whatever may have been told before a breakdown can be told once more.
 */
public final class Inboxes {
  private static final String ABANDONED =
      """
      select log from inbox left join person on person.id = inbox.person
      where person.id is null or person.name like :deleted""";

  private final Database database;
  private final Journal journal;

  public Inboxes(Database database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /** A person's inbox, which is made when it is not there yet. */
  public Room of(User person) {
    long log =
        database
            .read(handle -> find(handle, person))
            .orElseGet(
                () ->
                    database.write(
                        handle -> find(handle, person).orElseGet(() -> create(handle, person))));
    return new Room(log, new InboxKey(person.id()), "");
  }

  /**
   * Puts an event into a person's inbox; returns at once.
   *
   * @param from who says so
   * @param id what {@code from} calls it; any text, unique among what {@code from} tells this
   *     person
   * @return completes as {@link Conversation#post} does
   * @throws chat.warren.text.Refused if too much waits
   */
  public CompletionStage<Receipt> tell(
      User person, User from, Notification notification, String id) {
    return append(of(person).log(), from, notification, id);
  }

  /** The same as a card in a room, for all who read there. */
  public CompletionStage<Receipt> show(Room room, User from, Notification notification, String id) {
    return append(room.log(), from, notification, id);
  }

  /** An author's ids are unique in the whole store: each log gets its own. */
  private CompletionStage<Receipt> append(
      long log, User from, Notification notification, String id) {
    MessageId own = new MessageId(Secret.hash(log + " " + id));
    return journal.append(new Draft(log, from, own, new Act.Event(notification.json())));
  }

  /** The number up to which a person has seen the inbox. */
  public long readUpTo(Room inbox) {
    return database.read(handle -> readUpTo(handle, inbox.log()));
  }

  /**
   * Notes that a person has seen the inbox up to a number; never back, never beyond the head.
   *
   * @return the number up to which it is seen now
   */
  public long markRead(Room inbox, long seq) {
    return database.write(
        handle -> {
          handle.execute(
              """
              update inbox set read_seq = (select case when head < ? then head else ? end from log
                where log.id = inbox.log)
              where log = ? and read_seq < ?""",
              seq,
              seq,
              inbox.log(),
              seq);
          return readUpTo(handle, inbox.log());
        });
  }

  private static long readUpTo(Handle handle, long log) {
    return handle
        .createQuery("select read_seq from inbox where log = :log")
        .bind("log", log)
        .mapTo(Long.class)
        .one();
  }

  /** Removes the inboxes whose people are no more, or have deleted their accounts. */
  public void removeAbandoned() {
    database.write(
        handle -> {
          List<Long> logs =
              handle
                  .createQuery(ABANDONED)
                  .bind("deleted", User.DELETED_PREFIX + "%")
                  .mapTo(Long.class)
                  .list();
          for (long log : logs) {
            handle.execute("delete from inbox where log = ?", log);
            handle.execute("delete from entry where log = ?", log);
            handle.execute("delete from log where id = ?", log);
          }
          return logs.size();
        });
  }

  private static Optional<Long> find(Handle handle, User person) {
    return handle
        .createQuery("select log from inbox where person = :person")
        .bind("person", person.id())
        .mapTo(Long.class)
        .findOne();
  }

  private static long create(Handle handle, User person) {
    long log =
        handle
            .createQuery("insert into log (head) values (0) returning id")
            .mapTo(Long.class)
            .one();
    handle.execute("insert into inbox (log, person, read_seq) values (?, ?, 0)", log, person.id());
    return log;
  }
}
