package chat.warren.user;

/**
 * Counts how often somebody does something, and says when it is too often. Implementations are
 * thread-safe, and nothing waits.
 */
public interface Limits {
  /** Everybody may do everything as often as they can, for tests and benchmarks. */
  Limits NONE =
      new Limits() {
        @Override
        public boolean take(Limit limit, String who, int count) {
          return true;
        }

        @Override
        public void giveBack(Limit limit, String who) {}
      };

  /**
   * Counts something.
   *
   * @param who in words of one's own; each has a count of its own
   * @param count how often at once; at most the limit's burst
   * @return false if that is too often; then nothing is counted
   */
  boolean take(Limit limit, String who, int count);

  /** Takes back what was counted once. */
  void giveBack(Limit limit, String who);
}
