package chat.warren.user;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What all {@link Limits} keep to on one node. */
@Timeout(30)
public abstract class LimitsContract {
  private static final Duration LONG = Duration.ofHours(1);

  private final String name = UUID.randomUUID().toString();
  private final Limit ten = new Limit(name, 10, LONG);
  private Limits limits;

  /** Limits for one test. */
  protected abstract Limits open();

  /** Ends what was opened. */
  protected void end() {}

  @BeforeEach
  void make() {
    limits = open();
  }

  @AfterEach
  void unmake() {
    end();
  }

  private void takeAll(Limit limit, String who) {
    for (int n = 0; n < limit.burst(); n++) {
      assertTrue(limits.take(limit, who, 1));
    }
    assertFalse(limits.take(limit, who, 1));
  }

  @Test
  void asMuchAsTheBurstIsAllowedAndNoMore() {
    takeAll(ten, "alice");
    assertFalse(limits.take(ten, "alice", 1));
  }

  @Test
  void eachHasACountOfTheirOwn() {
    takeAll(ten, "alice");
    takeAll(ten, "bob");
  }

  @Test
  void eachLimitHasACountOfItsOwn() {
    takeAll(ten, "alice");
    takeAll(new Limit(name + "-other", 3, LONG), "alice");
  }

  @Test
  void whatIsTooMuchAtOnceIsNotCountedAtAll() {
    assertTrue(limits.take(ten, "alice", 8));
    assertFalse(limits.take(ten, "alice", 3));
    assertTrue(limits.take(ten, "alice", 2));
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    for (int n = 0; n < 50; n++) {
      assertTrue(limits.take(ten, "alice", 1));
      limits.giveBack(ten, "alice");
    }
  }

  @Test
  void asTimeGoesByMoreIsAllowed() throws InterruptedException {
    Limit quick = new Limit(name, 2, Duration.ofMillis(200));
    assertTrue(limits.take(quick, "alice", 2));
    while (!limits.take(quick, "alice", 1)) {
      Thread.sleep(10);
    }
  }
}
