package chat.warren.chat;

import chat.warren.user.User;
import java.time.Instant;

/**
 * An entry of a log, stored for good.
 *
 * @param log the log it stands in
 * @param seq its number there: 1, 2, 3, … without gaps
 * @param at when it was written, to the millisecond
 * @param author who wrote it
 * @param id the id that the author's client chose for it, or null
 * @param act what it does
 */
public record Entry(long log, long seq, Instant at, User author, String id, Act act) {
  /** The same entry after the message that it is or edits was deleted; itself if it is neither. */
  public Entry afterDeletionOf(long message) {
    if (act instanceof Act.Say say && seq == message) {
      return new Entry(log, seq, at, author, id, new Act.Say(null, say.replyTo()));
    }
    if (act instanceof Act.Edit edit && edit.target() == message) {
      return new Entry(log, seq, at, author, id, new Act.Edit(message, null));
    }
    return this;
  }
}
