package chat.warren.chat;

import java.util.Optional;

/**
 * Something about rights has changed: sockets that it concerns are asked anew whether they may
 * stay.
 *
 * @param log of which log; 0 for all
 * @param person of which person; 0 for everybody
 */
public record Notice(long log, long person) {
  /** Notices may have been lost: whatever they can have been about is asked anew. */
  public static final Notice ANYTHING = new Notice(0, 0);

  /** What an entry changes about rights, if it does. */
  public static Optional<Notice> of(Entry entry) {
    if (entry.act() instanceof Act.Membership it) {
      return Optional.of(new Notice(entry.log(), it.person().id()));
    }
    return entry.act() instanceof Act.RoomChange
        ? Optional.of(ofLog(entry.log()))
        : Optional.empty();
  }

  /** The rights in a log, of everybody: it was archived, say, or made private. */
  public static Notice ofLog(long log) {
    return new Notice(log, 0);
  }

  /** A person's rights everywhere: a session has ended, or the account. */
  public static Notice ofPerson(long person) {
    return new Notice(0, person);
  }

  /** Whether it concerns this person in this log. */
  public boolean concerns(long someLog, long somePerson) {
    return (log == 0 || log == someLog) && (person == 0 || person == somePerson);
  }
}
