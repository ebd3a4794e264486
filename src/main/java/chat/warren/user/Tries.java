package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.time.Duration;

/**
 * How often somebody may guess: {@link #OF_ONE} times for one account, {@link #FROM_ONE} times from
 * one address (behind which many people may sit), each within {@link #PERIOD}. Thread-safe.
 */
public final class Tries {
  static final Duration PERIOD = Duration.ofMinutes(5);
  static final Limit OF_ONE = new Limit("tries-of", 10, PERIOD);
  static final Limit FROM_ONE = new Limit("tries-from", 50, PERIOD);

  private final Limits limits;

  public Tries(Limits limits) {
    this.limits = limits;
  }

  /**
   * Counts one guess at an account, from an address.
   *
   * @throws Refused {@link Refusal#TOO_MANY_TRIES}
   */
  void step(String account, String address) {
    // An address that may not guess any more keeps nobody out of their account.
    step(FROM_ONE, address);
    step(OF_ONE, account);
  }

  /** The same where nobody's account is guessed at. */
  void step(String address) {
    step(FROM_ONE, address);
  }

  /** Takes the last guess back, for it was right. */
  void right(String account, String address) {
    limits.giveBack(OF_ONE, account);
    limits.giveBack(FROM_ONE, address);
  }

  private void step(Limit limit, String who) {
    if (!limits.take(limit, who, 1)) {
      throw new Refused(Refusal.TOO_MANY_TRIES);
    }
  }
}
