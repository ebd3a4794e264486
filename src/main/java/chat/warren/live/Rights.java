package chat.warren.live;

import chat.warren.room.Standing;
import chat.warren.text.Refused;
import chat.warren.user.User.Rank;
import chat.warren.wire.Arrival;
import chat.warren.wire.FrameCodec;
import java.time.Duration;
import java.util.Optional;

/**
 * What the person at a socket may do, as the socket was told last. Asked by one thread at a time.
 */
final class Rights {
  private final Live live;
  private final Arrival arrival;
  private final long session;
  private String told = "";
  private String now = "";
  private volatile boolean ends;
  private volatile long end;

  Rights(Live live, Arrival arrival, long session) {
    this.live = live;
    this.arrival = arrival;
    this.session = session;
    if (!arrival.isAtInbox()) {
      now = event(arrival.standing());
      told = now;
    }
  }

  private String event(Standing standing) {
    end = System.nanoTime();
    ends = standing.until() != null;
    if (ends) {
      end += Duration.between(standing.at(), standing.until()).toNanos();
    }
    return FrameCodec.standing(standing, arrival.texts());
  }

  /** The number of the session under which the socket was opened. */
  long session() {
    return session;
  }

  /** Whether something about them has ended by itself, which is worth asking. */
  boolean areOver() {
    return ends && System.nanoTime() - end >= 0;
  }

  /**
   * Asks anew; reads from the store.
   *
   * @return why the person may not stay; null if the person may
   */
  Goodbye ask() {
    Optional<Rank> rank = live.sessions().rank(arrival.you(), session);
    if (rank.isEmpty()) {
      return Goodbye.SIGNED_OUT;
    }
    if (rank.get() != arrival.you().rank()) {
      return Goodbye.RANK;
    }
    if (arrival.isAtInbox()) {
      return null;
    }
    Standing standing = live.doors().standing(arrival.room(), arrival.you());
    try {
      standing.checkFollow();
    } catch (Refused refused) {
      return Goodbye.of(refused);
    }
    now = event(standing);
    return null;
  }

  /** What the socket is to be told after that; null if it was told so before. */
  String news() {
    String news = now.equals(told) ? null : now;
    told = now;
    return news;
  }
}
