package chat.warren.chat;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.Limit;
import chat.warren.user.Limits;
import chat.warren.user.User;
import java.time.Duration;

/**
 * How fast one person may speak, over all sockets and ways: so much at once, then so much a second.
 * Thread-safe.
 */
public final class Pace {
  static final int BURST = 60;
  static final int PER_SECOND = 10;

  private final Limits limits;
  private final Limit limit;

  /** People's pace. */
  public Pace(Limits limits) {
    this(limits, "pace", BURST, PER_SECOND);
  }

  /**
   * @param name tells it from other paces
   * @param burst how much at once
   * @param perSecond how much a second from then on
   */
  public Pace(Limits limits, String name, int burst, int perSecond) {
    this.limits = limits;
    limit = new Limit(name, burst, Duration.ofMillis(1_000L * burst / perSecond));
  }

  /**
   * Counts one thing said.
   *
   * @throws Refused {@link Refusal#TOO_FAST}
   */
  void step(User user) {
    step(user, 1);
  }

  /**
   * Counts several things said at once.
   *
   * @param count at most the burst
   * @throws Refused {@link Refusal#TOO_FAST}; then none of them is counted
   */
  public void step(User user, int count) {
    if (!limits.take(limit, String.valueOf(user.id()), count)) {
      throw new Refused(Refusal.TOO_FAST);
    }
  }
}
