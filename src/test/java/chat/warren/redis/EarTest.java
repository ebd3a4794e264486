package chat.warren.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.chat.Act;
import chat.warren.chat.Entry;
import chat.warren.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EarTest {
  private static final User ALICE = new User(7, "alice", "Alice");

  private final List<Long> passed = new ArrayList<>();
  private final AtomicInteger missing = new AtomicInteger();
  private final Ear ear =
      new Ear(
          entries -> entries.forEach(entry -> passed.add(entry.seq())), missing::incrementAndGet);

  private static List<Entry> entries(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(
            seq -> new Entry(1, seq, Instant.EPOCH, ALICE, null, new Act.Say("text " + seq, null)))
        .toList();
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void theFirstThatIsHeardIsTheBeginning() {
    assertEquals(Ear.NOTHING, ear.last());
    ear.hear(entries(7, 8));
    assertEquals(numbers(7, 8), passed);
    assertEquals(8, ear.last());
  }

  @Test
  void whatIsHeardTwiceIsPassedOnOnce() {
    ear.hear(entries(1, 3));
    ear.hear(entries(1, 3));
    ear.hear(entries(2, 4));
    assertEquals(numbers(1, 4), passed);
  }

  @Test
  void whatComesTooEarlyWaitsForTheRest() {
    ear.hear(entries(1, 1));
    ear.hear(entries(5, 6));
    ear.hear(entries(4, 4));
    assertEquals(numbers(1, 1), passed);
    assertEquals(2, missing.get());
    ear.hear(entries(2, 3));
    assertEquals(numbers(1, 6), passed);
  }

  @Test
  void whatCameTooEarlyIsPassedOnWhenTheRestIsNowhere() {
    ear.hear(entries(1, 1));
    ear.hear(entries(5, 6));
    ear.release(System.nanoTime());
    assertEquals(List.of(1L, 5L, 6L), passed);
  }

  @Test
  void whatCameAfterTheStoreWasAskedGoesOnWaiting() {
    ear.hear(entries(1, 1));
    long before = System.nanoTime();
    ear.hear(entries(5, 6));
    ear.release(before);
    assertEquals(numbers(1, 1), passed);
  }

  @Test
  void aFollowerThatFailsMissesNothingElse() {
    List<Long> heard = new ArrayList<>();
    Ear failing =
        new Ear(
            entries -> {
              entries.forEach(entry -> heard.add(entry.seq()));
              throw new IllegalStateException("on purpose");
            },
            () -> {});
    failing.hear(entries(1, 1));
    failing.hear(entries(2, 2));
    assertEquals(numbers(1, 2), heard);
  }

  @Test
  void manyWhoBringTheSameInAnyOrderMakeOneOrder() throws InterruptedException {
    int most = 2_000;
    ear.hear(entries(1, 1));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int thread = 0; thread < 4; thread++) {
      Random random = new Random(thread);
      threads.execute(
          () -> {
            List<Long> starts =
                new ArrayList<>(numbers(1, most / 4).stream().map(n -> 4 * n - 3).toList());
            for (int i = 0; i < starts.size() - 8; i += 8) {
              Collections.shuffle(starts.subList(i, i + 8), random);
            }
            starts.forEach(from -> ear.hear(entries(from, from + 3)));
          });
    }
    threads.shutdown();
    threads.awaitTermination(30, TimeUnit.SECONDS);
    assertEquals(numbers(1, most), passed);
  }
}
