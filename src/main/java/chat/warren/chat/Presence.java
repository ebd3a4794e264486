package chat.warren.chat;

import chat.warren.user.User;
import java.util.List;

/**
 * Who is here, log by log. A person with three windows is one person. Implementations are
 * thread-safe.
 */
public interface Presence {
  /**
   * One more window of a person follows a log.
   *
   * @return whether the person was not here before
   */
  boolean enter(long log, User user);

  /**
   * One window of a person follows a log no more.
   *
   * @return whether the person is not here any more
   */
  boolean leave(long log, User user);

  /** The people here, longest first. */
  List<User> people(long log);

  /** How many people are here. */
  int count(long log);
}
