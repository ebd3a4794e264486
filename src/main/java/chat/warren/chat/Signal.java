package chat.warren.chat;

import chat.warren.user.User;

/** What happens in a log and is no entry of it: never stored, and the first to be lost. */
public sealed interface Signal {
  /** Somebody is writing. */
  record Typing(User user) implements Signal {}

  /**
   * What the store has of somebody's reading is another from now on.
   *
   * @param seq how far the person has read; null if that is as it was
   * @param level what counts as unread; null if that is as it was
   */
  record Marked(User user, Long seq, Level level) implements Signal {}
}
