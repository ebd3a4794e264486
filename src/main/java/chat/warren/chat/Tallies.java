package chat.warren.chat;

import chat.warren.db.Database;
import chat.warren.user.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counts what people have not read. Thread-safe. */
public final class Tallies {
  /** Of how many of a log's newest entries it is asked whom they name. */
  private static final int NAMING = 2_000;

  /** The most direct conversations that are among one's rooms: the newest. */
  static final int CONVERSATIONS = 200;

  /**
   * The logs of a person: where there is a mark, where the person is a member, and the direct
   * conversations in which something was said. Without a mark everything is unread, but of a room
   * only what came after the person did.
   */
  private static final String MINE =
      """
      with mine as (
        select log from read_mark where person = :person
        union
        select log from member where person = :person and role <> 'none'
        union
        select log from (
          select direct_person.log as log
          from direct_person join log on log.id = direct_person.log
          where direct_person.person = :person and log.head > 0
          order by log.changed_at desc, log.id desc limit :conversations) newest),
      place as (
        select log.id as log, log.head, coalesce(read_mark.level, 'everything') as level,
          coalesce(read_mark.seq, (
            select max(entry.seq) from entry
            where entry.log = log.id and entry.ref = :person and entry.kind = 'member'
              and entry.text in ('joined', 'invited')), 0) as seq
        from mine join log on log.id = mine.log
          left join read_mark on read_mark.log = log.id and read_mark.person = :person)
      """;

  private static final String TALLIES =
      MINE
          + """
          select place.log, place.head, place.seq, place.level,
            (select count(*) from (
              select 1 from entry
              where entry.log = place.log and entry.seq > place.seq
                and entry.kind in ('message', 'event') and entry.author <> :person
              limit :most) later) as later
          from place""";

  private static final String NAMED =
      MINE
          + """
          select entry.log, coalesce(entry.amended, entry.text) as text
          from place join entry on entry.log = place.log
            and entry.seq > case when place.seq > place.head - :naming
              then place.seq else place.head - :naming end
          where place.head > place.seq
            and entry.kind = 'message' and entry.author <> :person
            and (lower(coalesce(entry.amended, entry.text)) like :like
              or lower(coalesce(entry.amended, entry.text)) like '%@here%')""";

  private static final String PEOPLE =
      """
      select person from read_mark where log = :log
      union
      select person from member where log = :log and role <> 'none'
      union
      select person from direct_person where log = :log""";

  private final Database database;
  private final Notebook notebook;

  public Tallies(Database database, Notebook notebook) {
    this.database = database;
    this.notebook = notebook;
  }

  /** What a person has not read, in all logs that are the person's. */
  List<Tally> of(User user) {
    notebook.settle(user.id());
    return database.read(
        handle -> {
          Map<Long, Integer> mentions = mentions(handle, user);
          return handle
              .createQuery(TALLIES)
              .bind("person", user.id())
              .bind("conversations", CONVERSATIONS)
              .bind("most", Tally.MOST)
              .map(
                  (row, context) ->
                      Tally.of(
                          row.getLong("log"),
                          row.getLong("head"),
                          row.getLong("seq"),
                          row.getInt("later"),
                          mentions.getOrDefault(row.getLong("log"), 0),
                          Level.of(row.getString("level"))))
              .list();
        });
  }

  /** The numbers of the people of whom a log is. */
  Set<Long> people(long log) {
    return database.read(
        handle ->
            handle
                .createQuery(PEOPLE)
                .bind("log", log)
                .mapTo(Long.class)
                .collect(Collectors.toSet()));
  }

  private static Map<Long, Integer> mentions(Handle handle, User user) {
    Map<Long, Integer> mentions = new HashMap<>();
    handle
        .createQuery(NAMED)
        .bind("person", user.id())
        .bind("conversations", CONVERSATIONS)
        .bind("naming", NAMING)
        .bind("like", "%@" + user.name() + "%")
        .map((row, context) -> Map.entry(row.getLong("log"), row.getString("text")))
        .forEach(
            message -> {
              if (Naming.names(message.getValue(), user.name())) {
                mentions.merge(
                    message.getKey(), 1, (a, b) -> Math.min(Tally.MOST, Integer.sum(a, b)));
              }
            });
    return mentions;
  }
}
