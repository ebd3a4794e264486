package chat.warren.chat;

import chat.warren.room.Company;
import chat.warren.room.Room;
import chat.warren.user.User;
import java.time.Duration;
import java.util.Objects;

/**
 * An entry on its way into a log: all of it but its number and its time.
 *
 * @param log the log it goes to
 * @param author who wrote it
 * @param id the id that the author's client chose for it, or null
 * @param act what it does
 * @param isNews whether somebody who is elsewhere may have to be told of it
 * @param pause how long the author must have kept silence in this log before; zero for not at all
 */
record Draft(long log, User author, MessageId id, Act act, boolean isNews, Duration pause) {
  Draft(long log, User author, MessageId id, Act act) {
    this(log, author, id, act, Audience.isPossible(act), Duration.ZERO);
  }

  Draft(Room room, User author, MessageId id, Act act) {
    this(room, author, id, act, Duration.ZERO);
  }

  /** In a direct conversation each message is for somebody. */
  Draft(Room room, User author, MessageId id, Act act, Duration pause) {
    this(
        room.log(),
        author,
        id,
        act,
        Audience.isPossible(act) || (room.key() instanceof Company && act instanceof Act.Say),
        pause);
  }

  /** Whether an entry is what this draft became. */
  boolean became(Entry entry) {
    boolean deleted = entry.act().text() == null;
    return entry.log() == log
        && entry.act().kind().equals(act.kind())
        && Objects.equals(entry.act().ref(), act.ref())
        && (deleted || entry.act().text().equals(act.text()));
  }
}
