package chat.warren.chat;

/**
 * Something about rights or about whose log it is has changed: sockets that it concerns are asked
 * anew whether they may stay, and people are told what is among their rooms now.
 *
 * @param log of which log; 0 for all
 * @param person of which person; 0 for everybody
 */
public record Notice(long log, long person) {
  /** A log, for everybody: it has begun, say, or was archived. */
  public static Notice ofLog(long log) {
    return new Notice(log, 0);
  }

  /** A person's rights everywhere: a session has ended, or the rank is another. */
  public static Notice ofPerson(long person) {
    return new Notice(0, person);
  }

  /** Whether it concerns this person in this log. */
  public boolean concerns(long someLog, long somePerson) {
    return (log == 0 || log == someLog) && (person == 0 || person == somePerson);
  }
}
