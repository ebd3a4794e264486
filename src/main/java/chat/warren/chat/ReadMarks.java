package chat.warren.chat;

import chat.warren.db.Database;
import chat.warren.user.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * How far each person has read each log: one number, which never goes back, for all the person's
 * windows. Thread-safe.
 */
public final class ReadMarks {
  /** Of how many of a log's newest entries it is asked whom they name. */
  private static final int NAMING = 2_000;

  private static final String MARK =
      "select seq, level from read_mark where person = :person and log = :log";

  private static final String TALLIES =
      """
      select read_mark.log, log.head, read_mark.seq, read_mark.level,
        (select count(*) from (
          select 1 from entry
          where entry.log = read_mark.log and entry.seq > read_mark.seq
            and entry.kind = 'message' and entry.author <> read_mark.person
          limit :most) later) as later
      from read_mark join log on log.id = read_mark.log
      where read_mark.person = :person""";

  private static final String NAMED =
      """
      select entry.log, coalesce(entry.amended, entry.text) as text
      from read_mark join log on log.id = read_mark.log
        join entry on entry.log = read_mark.log
          and entry.seq > case when read_mark.seq > log.head - :naming
            then read_mark.seq else log.head - :naming end
      where read_mark.person = :person and log.head > read_mark.seq
        and entry.kind = 'message' and entry.author <> read_mark.person
        and (lower(coalesce(entry.amended, entry.text)) like :like
          or lower(coalesce(entry.amended, entry.text)) like '%@here%')""";

  private final Database database;
  private final Notebook notebook;

  public ReadMarks(Database database, Notebook notebook) {
    this.database = database;
    this.notebook = notebook;
  }

  /** The mark of a person in a log; nothing read if there is none. */
  public ReadMark of(User user, long log) {
    ReadMark stored =
        database.read(
            handle ->
                handle
                    .createQuery(MARK)
                    .bind("person", user.id())
                    .bind("log", log)
                    .map(
                        (row, context) ->
                            new ReadMark(row.getLong("seq"), Level.of(row.getString("level"))))
                    .findOne()
                    .orElse(ReadMark.NONE));
    Notebook.Note waits = notebook.pending(user.id(), log);
    boolean further = waits.seq() != null && waits.seq() >= stored.seq();
    return !further && waits.level() == null
        ? stored
        : new ReadMark(
            further ? waits.seq() : stored.seq(),
            waits.level() == null ? stored.level() : waits.level());
  }

  /**
   * Moves a person's mark on; it is stored a little later. A number that is not beyond the mark
   * changes nothing.
   */
  public void read(User user, long log, long seq) {
    notebook.read(user.id(), log, seq);
  }

  /** Sets what counts; a person who has no mark yet has read everything so far. */
  public void level(User user, long log, Level level) {
    notebook.level(user.id(), log, level);
  }

  /** What a person has not read, in all logs in which that person has a mark. */
  public List<Tally> tallies(User user) {
    notebook.settle(user.id());
    return database.read(
        handle -> {
          Map<Long, Integer> mentions = mentions(handle, user);
          return handle
              .createQuery(TALLIES)
              .bind("person", user.id())
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

  private static Map<Long, Integer> mentions(Handle handle, User user) {
    Map<Long, Integer> mentions = new HashMap<>();
    handle
        .createQuery(NAMED)
        .bind("person", user.id())
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
