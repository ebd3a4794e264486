package chat.warren.user;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An address that lets somebody in. Its secret part is known to whoever has the address alone.
 *
 * @param id its number
 * @param madeBy who made it
 * @param person the number of whom it signs in; null for an invitation
 * @param expires when it ends
 * @param usesLeft how often it can still be used
 */
public record Link(long id, Kind kind, User madeBy, Long person, Instant expires, int usesLeft) {
  /** What a link is for. */
  public enum Kind {
    /** Lets somebody make an account. */
    INVITATION("invitation"),
    /** Signs somebody in, once. */
    SIGN_IN("sign-in");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for it in the store. */
    String word() {
      return word;
    }

    static Kind of(String word) {
      return word.equals(INVITATION.word) ? INVITATION : SIGN_IN;
    }
  }

  public boolean isInvitation() {
    return kind == Kind.INVITATION;
  }

  /** The last day on which it works somewhere, in UTC. */
  public LocalDate lastDay() {
    return LocalDate.ofInstant(expires, ZoneOffset.UTC);
  }
}
