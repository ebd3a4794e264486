package chat.warren.chat;

import chat.warren.room.Company;
import chat.warren.room.Room;
import chat.warren.user.User;

/**
 * An entry on its way into a log: all of it but its number and its time.
 *
 * @param log the log it goes to
 * @param author who wrote it
 * @param id the id that the author's client chose for it, or null
 * @param act what it does
 * @param isNews whether somebody who is elsewhere may have to be told of it
 */
record Draft(long log, User author, MessageId id, Act act, boolean isNews) {
  Draft(long log, User author, MessageId id, Act act) {
    this(log, author, id, act, Audience.isPossible(act));
  }

  /** In a direct conversation each message is for somebody. */
  Draft(Room room, User author, MessageId id, Act act) {
    this(
        room.log(),
        author,
        id,
        act,
        Audience.isPossible(act) || (room.key() instanceof Company && act instanceof Act.Say));
  }

  /** Whether an entry is what this draft became. */
  boolean became(Entry entry) {
    boolean deleted = entry.act().text() == null;
    return entry.log() == log
        && entry.act().kind().equals(act.kind())
        && java.util.Objects.equals(entry.act().ref(), act.ref())
        && (deleted || entry.act().text().equals(act.text()));
  }
}
