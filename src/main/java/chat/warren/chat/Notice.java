package chat.warren.chat;

import java.util.Optional;

/**
 * Something about rights or about whose log it is has changed: sockets that it concerns are asked
 * anew whether they may stay, and people are told what is among their rooms now.
 *
 * @param log of which log; 0 for all
 * @param person of which person; 0 for everybody
 */
public record Notice(long log, long person) {
  /** Notices may have been lost: whatever they can have been about is asked anew. */
  public static final Notice ANYTHING = new Notice(0, 0);

  /**
   * What an entry changes about rights, or about whose log it is, if it does: a direct conversation
   * that begins is among its people's from now on, of whom nobody follows it yet.
   */
  public static Optional<Notice> of(Entry entry) {
    if (entry.act() instanceof Act.Membership it) {
      return Optional.of(new Notice(entry.log(), it.person().id()));
    }
    return entry.act() instanceof Act.RoomChange || entry.seq() == 1
        ? Optional.of(ofLog(entry.log()))
        : Optional.empty();
  }

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
