package chat.warren.room;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * All that decides about who may do what in one room, as it was at one moment; immutable.
 * Administrators may do what owners may, in every room, private ones too, and no ban and no mute
 * holds for them.
 *
 * @param slow the time between two messages of one person, moderators excepted; zero for none
 * @param roles the members by their numbers in the store
 * @param bans when the bans end, by person; {@link Instant#MAX} for never
 * @param mutes the same for mutes
 */
record Roster(
    boolean isPrivate,
    boolean readOnly,
    boolean archived,
    Duration slow,
    Map<Long, Role> roles,
    Map<Long, Instant> bans,
    Map<Long, Instant> mutes) {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /** Somebody without a session is nobody in particular. */
  private static final long NOBODY = 0;

  /**
   * What somebody may do at one moment.
   *
   * @param user null for somebody without a session
   */
  Standing standing(User user, Instant now) {
    long person = user == null ? NOBODY : user.id();
    Role role = roles.get(person);
    boolean administrator = user != null && user.isAdministrator();
    boolean moderates = administrator || role == Role.OWNER || role == Role.MODERATOR;
    Refused reading = administrator ? null : reading(person, role, now);
    Refused following = reading == null && archived ? new Refused(Refusal.ROOM_ARCHIVED) : reading;
    Refused muted = administrator ? null : pending(Refusal.MUTED, mutes.get(person), now);
    Refused silenced =
        muted == null && readOnly && !moderates ? new Refused(Refusal.READ_ONLY) : muted;
    return new Standing(
        reading,
        following,
        following == null ? silenced : following,
        role,
        administrator,
        moderates ? Duration.ZERO : slow,
        now,
        muted == null ? null : end(person));
  }

  private Instant end(long muted) {
    Instant end = mutes.get(muted);
    return end.equals(Instant.MAX) ? null : end;
  }

  private Refused reading(long person, Role role, Instant now) {
    return isPrivate && role == null
        ? new Refused(Refusal.NO_SUCH_ROOM)
        : pending(Refusal.BANNED, bans.get(person), now);
  }

  private static Refused pending(Refusal refusal, Instant end, Instant now) {
    if (end == null || !end.isAfter(now)) {
      return null;
    }
    return end.equals(Instant.MAX)
        ? new Refused(refusal, 0)
        : new Refused(refusal, 1, MINUTES.format(end));
  }
}
