package chat.warren.user;

import static chat.warren.Refusals.assertRefused;

import chat.warren.memory.InMemoryLimits;
import chat.warren.text.Refusal;
import org.junit.jupiter.api.Test;

class TriesTest {
  @Test
  void anAccountCanBeGuessedAtTenTimesFromWhereverItIs() {
    Tries tries = new Tries(new InMemoryLimits());
    for (int n = 0; n < 10; n++) {
      tries.step("alice", "10.0.0." + n);
    }
    assertRefused(Refusal.TOO_MANY_TRIES, () -> tries.step("alice", "10.0.0.99"));
    tries.step("bob", "10.0.0.1");
  }

  @Test
  void oneAddressCanGuessFiftyTimesAtWhomever() {
    Tries tries = new Tries(new InMemoryLimits());
    for (int n = 0; n < 50; n++) {
      tries.step("person" + n, "10.0.0.1");
    }
    assertRefused(Refusal.TOO_MANY_TRIES, () -> tries.step("somebody", "10.0.0.1"));
    assertRefused(Refusal.TOO_MANY_TRIES, () -> tries.step("10.0.0.1"));
    tries.step("somebody", "10.0.0.2");
  }

  @Test
  void anAddressThatMayGuessNoMoreKeepsNobodyOut() {
    Tries tries = new Tries(new InMemoryLimits());
    for (int n = 0; n < 50; n++) {
      tries.step("person" + n, "10.0.0.1");
    }
    for (int n = 0; n < 20; n++) {
      assertRefused(Refusal.TOO_MANY_TRIES, () -> tries.step("alice", "10.0.0.1"));
    }
    tries.step("alice", "10.0.0.2");
  }

  @Test
  void whoIsRightIsNotCounted() {
    Tries tries = new Tries(new InMemoryLimits());
    for (int n = 0; n < 200; n++) {
      tries.step("alice", "10.0.0.1");
      tries.right("alice", "10.0.0.1");
    }
  }

  @Test
  void withoutLimitsEverybodyGuessesAsTheyLike() {
    Tries tries = new Tries(Limits.NONE);
    for (int n = 0; n < 200; n++) {
      tries.step("alice", "10.0.0.1");
    }
  }
}
