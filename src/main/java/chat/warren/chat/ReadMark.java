package chat.warren.chat;

/**
 * How far a person has read a log.
 *
 * @param seq the number of the last entry read; 0 if the person has read nothing yet
 */
public record ReadMark(long seq, Level level) {
  /** Nothing read, and no mark. */
  public static final ReadMark NONE = new ReadMark(0, Level.EVERYTHING);
}
