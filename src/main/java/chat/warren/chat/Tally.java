package chat.warren.chat;

/**
 * What one person has not yet read of one log.
 *
 * @param head the number of the newest entry
 * @param read the number of the last entry read
 * @param unread how many later messages of others count, by the level; {@link #MOST} at most
 * @param mentions how many later messages of others name the person
 */
public record Tally(long log, long head, long read, int unread, int mentions, Level level) {
  /** Who has not read this many has not read "many". */
  public static final int MOST = 999;

  /**
   * @param all how many later messages there are
   */
  static Tally of(long log, long head, long read, int all, int mentions, Level level) {
    int unread =
        switch (level) {
          case EVERYTHING -> all;
          case MENTIONS -> mentions;
          case NOTHING -> 0;
        };
    return new Tally(log, head, read, unread, mentions, level);
  }
}
