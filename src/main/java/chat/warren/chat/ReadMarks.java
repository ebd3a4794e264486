package chat.warren.chat;

import chat.warren.db.Database;
import chat.warren.user.User;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How far each person has read each log: one number, which never goes back, for all the person's
 * windows. Thread-safe.
 */
public final class ReadMarks {
  private static final String MARK =
      "select seq, level from read_mark where person = :person and log = :log";

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

  /** How far some people have read a log; those who have no mark there are left out. */
  public Map<Long, Long> in(long log, Set<Long> people) {
    Map<Long, Long> marks = new HashMap<>();
    database.read(
        handle ->
            handle
                .createQuery("select person, seq from read_mark where log = :log")
                .bind("log", log)
                .map((row, context) -> marks.put(row.getLong("person"), row.getLong("seq")))
                .list());
    for (Long person : people) {
      Long waits = notebook.pending(person, log).seq();
      if (waits != null) {
        marks.merge(person, waits, Math::max);
      }
    }
    marks.keySet().retainAll(people);
    return marks;
  }

  /**
   * Moves a person's mark on; it is stored a little later. A number that is not beyond the mark
   * changes nothing.
   */
  public void read(User user, long log, long seq) {
    notebook.read(user, log, seq);
  }

  /** Sets what counts; a person who has no mark yet has read everything so far. */
  public void level(User user, long log, Level level) {
    notebook.level(user, log, level);
  }
}
