package chat.warren.room;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.time.Duration;
import java.time.Instant;

/**
 * What one person may do in one room at one moment.
 *
 * @param reading what keeps the person from reading what was written, or null
 * @param following what keeps the person from hearing what comes, over a socket, or null
 * @param speaking what keeps the person from speaking, or null
 * @param role null for whoever is no member
 * @param administrator whether the person may do what owners may, in every room
 * @param pause the time between two messages of this person; zero for none
 * @param at the moment
 * @param until the moment from which it is another by itself; null if none is known
 */
public record Standing(
    Refused reading,
    Refused following,
    Refused speaking,
    Role role,
    boolean administrator,
    Duration pause,
    Instant at,
    Instant until) {
  /** In a direct conversation, where nobody is more than another, an administrator neither. */
  static Standing direct(Refusal reading, Refusal speaking, Instant at) {
    Refused read = reading == null ? null : new Refused(reading);
    Refused speak = speaking == null ? null : new Refused(speaking);
    return new Standing(read, read, speak, null, false, Duration.ZERO, at, null);
  }

  /**
   * @throws Refused {@link Refusal#NO_SUCH_ROOM} to an outsider of a private room, {@link
   *     Refusal#BANNED}
   */
  public void checkRead() {
    check(reading);
  }

  /**
   * @throws Refused as {@link #checkRead} has it, or {@link Refusal#ROOM_ARCHIVED}
   */
  public void checkFollow() {
    check(following);
  }

  /**
   * @throws Refused as {@link #checkFollow} has it, {@link Refusal#MUTED} or {@link
   *     Refusal#READ_ONLY}
   */
  public void checkSpeak() {
    check(speaking);
  }

  /**
   * @throws Refused as {@link #checkRead} has it, or {@link Refusal#NOT_A_MODERATOR}
   */
  public void checkModerate() {
    checkRead();
    if (!moderates()) {
      throw new Refused(Refusal.NOT_A_MODERATOR);
    }
  }

  /**
   * @throws Refused as {@link #checkRead} has it, or {@link Refusal#NOT_AN_OWNER}
   */
  public void checkOwn() {
    checkRead();
    if (!owns()) {
      throw new Refused(Refusal.NOT_AN_OWNER);
    }
  }

  /**
   * Whether measures may be taken against somebody: only whose place is below one's own.
   *
   * @throws Refused {@link Refusal#OUTRANKED}
   */
  public void checkOutranks(Standing other) {
    if (rank() <= other.rank()) {
      throw new Refused(Refusal.OUTRANKED);
    }
  }

  public boolean moderates() {
    return owns() || role == Role.MODERATOR;
  }

  public boolean owns() {
    return administrator || role == Role.OWNER;
  }

  public boolean isMember() {
    return role != null;
  }

  private int rank() {
    return administrator ? Role.values().length : role == null ? -1 : role.ordinal();
  }

  private static void check(Refused refused) {
    if (refused != null) {
      throw refused;
    }
  }
}
