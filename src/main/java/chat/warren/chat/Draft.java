package chat.warren.chat;

import chat.warren.user.User;

/**
 * An entry on its way into a log: all of it but its number and its time.
 *
 * @param log the log it goes to
 * @param author who wrote it
 * @param id the id that the author's client chose for it, or null
 * @param act what it does
 */
record Draft(long log, User author, MessageId id, Act act) {
  /** Whether an entry is what this draft became. */
  boolean became(Entry entry) {
    boolean deleted = entry.act().text() == null;
    return entry.log() == log
        && entry.act().kind().equals(act.kind())
        && java.util.Objects.equals(entry.act().ref(), act.ref())
        && (deleted || entry.act().text().equals(act.text()));
  }
}
