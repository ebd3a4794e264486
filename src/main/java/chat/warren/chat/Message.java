package chat.warren.chat;

import chat.warren.markup.Markup;
import chat.warren.user.User;
import java.time.Instant;
import java.util.List;

/**
 * A message in its current state.
 *
 * @param seq its number in the log
 * @param at when it was written
 * @param author who wrote it
 * @param id the id that the author's client chose for it, or null
 * @param text what it says now; null if it was deleted
 * @param replyTo the number of the message that it answers, or null
 * @param edited whether it says something else than at first
 * @param reactions who reacts to it, in the order of the emoji as texts (UTF-16), which is the same
 *     for who has seen them come and go and for who has not
 * @param event what it tells of if it is an event and nobody's words, else null
 */
public record Message(
    long seq,
    Instant at,
    User author,
    String id,
    String text,
    Long replyTo,
    boolean edited,
    List<Reaction> reactions,
    Notification event) {

  /** Somebody's words. */
  public Message(
      long seq,
      Instant at,
      User author,
      String id,
      String text,
      Long replyTo,
      boolean edited,
      List<Reaction> reactions) {
    this(seq, at, author, id, text, replyTo, edited, reactions, null);
  }

  /** An emoji and all who react with it, the first one first. */
  public record Reaction(String emoji, List<User> people) {}

  /** What it says as HTML that can do no harm; null if it is shown as it is. */
  public String html() {
    return Markup.html(text);
  }

  public boolean deleted() {
    return text == null;
  }
}
