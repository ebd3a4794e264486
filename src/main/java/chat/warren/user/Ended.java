package chat.warren.user;

import java.util.Set;

/**
 * Sessions that have just been ended by somebody: whatever is still open under them must go.
 *
 * @param person whose they were
 * @param sessions their numbers
 */
public record Ended(long person, Set<Long> sessions) {
  public Ended {
    sessions = Set.copyOf(sessions);
  }
}
