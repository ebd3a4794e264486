package chat.warren.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.chat.Presence.Window;
import chat.warren.redis.Move.What;
import chat.warren.user.User;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbourTest {
  private static final User ALICE = new User(7, "alice", "Alice");
  private static final Instant NOW = Instant.EPOCH;

  private final Neighbour neighbour = new Neighbour();

  private static Move move(What what, int window) {
    return new Move(what, new Window(1, ALICE, "window " + window), false);
  }

  private static Move came(int window) {
    return move(What.CAME, window);
  }

  private static Move left(int window) {
    return move(What.LEFT, window);
  }

  @Test
  void movesAreTakenInTheirOrderFromTheFirstOn() {
    assertEquals(List.of(came(1), came(2)), neighbour.take(0, List.of(came(1), came(2))));
    assertEquals(List.of(left(1)), neighbour.take(2, List.of(left(1))));
    assertEquals(List.of(came(2)), neighbour.windows());
    assertTrue(neighbour.knows(3));
  }

  @Test
  void whoHasMissedMovesHasToAsk() {
    assertNull(neighbour.take(1, List.of(came(2))));
    assertFalse(neighbour.knows(2));
    assertEquals(List.of(), neighbour.windows());
  }

  @Test
  void movesThatAreKnownAreNotTakenAgain() {
    neighbour.take(0, List.of(came(1), came(2)));
    assertEquals(List.of(left(2)), neighbour.take(1, List.of(came(2), left(2))));
    assertEquals(List.of(), neighbour.take(0, List.of(came(1))));
    assertEquals(List.of(came(1)), neighbour.windows());
  }

  @Test
  void theListOfAllWindowsTakesThePlaceOfWhatWasKnown() {
    neighbour.take(0, List.of(came(1), came(2)));
    assertEquals(
        List.of(left(1), came(2), came(3)), neighbour.take(9, 0, 1, List.of(came(2), came(3))));
    assertEquals(List.of(came(2), came(3)), neighbour.windows());
    assertTrue(neighbour.knows(9));
  }

  @Test
  void aListThatComesInPartsIsTakenWhenItIsWhole() {
    assertEquals(List.of(), neighbour.take(9, 1, 2, List.of(came(2))));
    assertFalse(neighbour.knows(9));
    assertEquals(List.of(came(2), came(1)), neighbour.take(9, 0, 2, List.of(came(1))));
    assertTrue(neighbour.knows(9));
  }

  @Test
  void aPartOfAnEarlierListDoesNotGoWithALaterOne() {
    neighbour.take(8, 0, 2, List.of(came(1)));
    assertEquals(List.of(), neighbour.take(9, 1, 2, List.of(came(2))));
    assertEquals(List.of(), neighbour.windows());
  }

  @Test
  void aListThatIsOlderThanWhatIsKnownIsPassedOver() {
    neighbour.take(0, List.of(came(1), left(1)));
    assertEquals(List.of(), neighbour.take(1, 0, 1, List.of(came(1))));
    assertEquals(List.of(), neighbour.windows());
  }

  @Test
  void itIsAskedOnceASecondAtMost() {
    assertTrue(neighbour.isToBeAsked(NOW));
    assertFalse(neighbour.isToBeAsked(NOW.plusMillis(999)));
    assertTrue(neighbour.isToBeAsked(NOW.plusMillis(1_000)));
  }

  @Test
  void itEndsWhenItGivesNoSignOfLife() {
    neighbour.renew(NOW.plusSeconds(60));
    assertFalse(neighbour.hasEnded(NOW.plusMillis(59_999)));
    assertTrue(neighbour.hasEnded(NOW.plusSeconds(60)));
  }
}
