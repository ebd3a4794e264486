package chat.warren.room;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What one person may do in one room at one moment. Administrators may do what owners may, in every
 * room, private ones too, and nothing keeps them out; a ban and a mute hold for everybody else.
 *
 * @param role null for whoever is no member
 * @param bannedUntil null for whoever is not banned; {@link Instant#MAX} for always
 * @param mutedUntil the same for a mute
 * @param at the moment
 */
public record Standing(
    Roster roster,
    Role role,
    boolean administrator,
    Instant bannedUntil,
    Instant mutedUntil,
    Instant at) {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /**
   * @throws Refused {@link Refusal#NO_SUCH_ROOM} to an outsider of a private room, {@link
   *     Refusal#BANNED}
   */
  public void checkRead() {
    if (administrator) {
      return;
    }
    if (roster.isPrivate() && role == null) {
      throw new Refused(Refusal.NO_SUCH_ROOM);
    }
    if (bannedUntil != null) {
      throw until(Refusal.BANNED, bannedUntil);
    }
  }

  /**
   * Whether the person may hear what comes, over a socket.
   *
   * @throws Refused as {@link #checkRead} has it, or {@link Refusal#ROOM_ARCHIVED}
   */
  public void checkFollow() {
    checkRead();
    if (roster.archived()) {
      throw new Refused(Refusal.ROOM_ARCHIVED);
    }
  }

  /**
   * @throws Refused as {@link #checkFollow} has it, {@link Refusal#MUTED} or {@link
   *     Refusal#READ_ONLY}
   */
  public void checkSpeak() {
    checkFollow();
    if (mutedUntil != null && !administrator) {
      throw until(Refusal.MUTED, mutedUntil);
    }
    if (roster.readOnly() && !moderates()) {
      throw new Refused(Refusal.READ_ONLY);
    }
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

  /** The time between two messages of this person; zero for none. */
  public Duration slow() {
    return moderates() ? Duration.ZERO : roster.slow();
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

  public boolean isArchived() {
    return roster.archived();
  }

  private int rank() {
    return administrator ? Role.values().length : role == null ? -1 : role.ordinal();
  }

  private static Refused until(Refusal refusal, Instant end) {
    return end.equals(Instant.MAX)
        ? new Refused(refusal, 0)
        : new Refused(refusal, 1, MINUTES.format(end));
  }
}
