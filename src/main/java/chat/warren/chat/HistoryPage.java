package chat.warren.chat;

import java.util.List;

/**
 * A stretch of a log as it is seen now.
 *
 * @param head the number of the log's newest entry when the page was read; everything up to it is
 *     in the messages' state
 * @param older whether there is something before it
 * @param newer whether there is something after it
 * @param messages oldest first
 * @param changes what happened between them to the room and its people, oldest first
 * @param answered what the messages answer, each once, oldest first
 */
public record HistoryPage(
    long head,
    boolean older,
    boolean newer,
    List<Message> messages,
    List<Entry> changes,
    List<Answered> answered) {
  /** A whole log in which nobody answered. */
  public HistoryPage(long head, List<Message> messages, List<Entry> changes) {
    this(head, false, false, messages, changes, List.of());
  }

  /** A whole log in which only messages were written. */
  public HistoryPage(long head, List<Message> messages) {
    this(head, messages, List.of());
  }
}
