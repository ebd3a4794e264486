package chat.warren.chat;

import chat.warren.room.RoomSettings;
import chat.warren.room.Standing;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rooms in which one person's messages keep a distance. Each node keeps its own times, and a
 * restart forgets them. Thread-safe.
 */
final class SlowMode {
  /** Above this many, those whose time is over in any room are forgotten. */
  private static final int REMEMBERED = 10_000;

  private final ConcurrentHashMap<Place, Turn> turns = new ConcurrentHashMap<>();

  private record Place(long log, long person) {}

  private record Turn(MessageId id, Instant at) {}

  /**
   * Queues a message if its author's turn has come. One that is not stored takes no turn, and the
   * same message again is let through, for the journal knows what to answer.
   *
   * @param standing the author's
   * @throws Refused {@link Refusal#SLOW_MODE} with the seconds that are left
   */
  CompletionStage<Receipt> append(Draft draft, Standing standing, Journal journal) {
    Place place = new Place(draft.log(), draft.author().id());
    Turn mine = new Turn(draft.id(), standing.at());
    Turn turn =
        turns.compute(place, (key, before) -> next(before, mine, standing.pause(), draft.id()));
    try {
      CompletionStage<Receipt> stored = journal.append(draft);
      stored.whenComplete(
          (receipt, failure) -> {
            if (failure != null || receipt.again()) {
              giveBack(place, turn, mine);
            }
          });
      return stored;
    } catch (Refused refused) {
      giveBack(place, turn, mine);
      throw refused;
    } finally {
      forgetOld(standing.at());
    }
  }

  private static Turn next(Turn before, Turn mine, Duration slow, MessageId id) {
    if (before == null) {
      return mine;
    }
    Duration left = Duration.between(mine.at, before.at.plus(slow));
    if (left.isZero() || left.isNegative()) {
      return mine;
    }
    if (id != null && id.equals(before.id)) {
      return before;
    }
    throw new Refused(Refusal.SLOW_MODE, left.plusMillis(999).toSeconds());
  }

  private void giveBack(Place place, Turn turn, Turn mine) {
    if (turn == mine) {
      turns.remove(place, mine);
    }
  }

  private void forgetOld(Instant now) {
    if (turns.size() > REMEMBERED) {
      Instant oldest = now.minus(RoomSettings.MAX_SLOW);
      turns.values().removeIf(turn -> turn.at.isBefore(oldest));
    }
  }
}
