package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Site;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several speakers in one room. */
final class Crowd implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Speaker> speakers;

  /**
   * Signs them in, at one server after the other, and lets them speak.
   *
   * @param way how somebody who has signed in speaks
   */
  Crowd(int size, List<Site> servers, String room, Duration pause, Function<Site, Way> way) {
    this("speaker", people(size, servers, room), pause, way);
  }

  /**
   * Lets people speak who have signed in.
   *
   * @param name with which the ids of their messages begin; another for each crowd of the same
   *     people
   */
  Crowd(String name, List<Site> people, Duration pause, Function<Site, Way> way) {
    speakers =
        IntStream.range(0, people.size())
            .mapToObj(
                number ->
                    new Speaker(
                        name + "-" + number,
                        way.apply(people.get(number)),
                        number,
                        pause.toNanos()))
            .toList();
    speakers.forEach(Thread::start);
  }

  /** Signs people in, at one server after the other. */
  static List<Site> people(int size, List<Site> servers, String room) {
    return IntStream.range(0, size)
        .mapToObj(
            number -> {
              Site person = servers.get(number % servers.size()).asSomebodyElse();
              assertEquals(303, person.enter("Speaker " + number, room).statusCode());
              return person;
            })
        .toList();
  }

  /** How many messages were acknowledged so far. */
  int acknowledged() {
    return speakers.stream().mapToInt(speaker -> speaker.books().acknowledged().size()).sum();
  }

  int breaks() {
    return speakers.stream().mapToInt(Speaker::breaks).sum();
  }

  int resets() {
    return books().stream().mapToInt(Books::resets).sum();
  }

  /** The codes with which something was refused. */
  Set<String> refusals() {
    return books().stream()
        .flatMap(books -> books.refusals().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<Books> books() {
    return speakers.stream().map(Speaker::books).toList();
  }

  /** Waits until each of them has been let into the room. */
  void awaitPresent() {
    await("somebody is not there", () -> books().stream().allMatch(books -> books.name() != null));
  }

  void awaitAcknowledged(int count) {
    await("fewer than " + count + " acknowledged", () -> acknowledged() >= count);
  }

  /** Lets them send what waits and read what there is. */
  void finish() {
    speakers.forEach(Speaker::fallSilent);
    await("messages stay unacknowledged", () -> waiting() == 0);
    long seen = books().stream().mapToLong(Books::last).max().orElse(0);
    long all = Math.max(acknowledged(), seen);
    await(
        "somebody does not see all", () -> books().stream().allMatch(books -> books.last() >= all));
    close();
  }

  private int waiting() {
    return books().stream().mapToInt(Books::waitingCount).sum();
  }

  private void await(String failure, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() - end < 0) {
      pause(20);
    }
    assertTrue(condition.getAsBoolean(), () -> failure + "; " + complaints());
  }

  private List<String> complaints() {
    return books().stream().flatMap(books -> books.complaints().stream()).limit(5).toList();
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    speakers.forEach(Speaker::end);
    for (Speaker speaker : speakers) {
      try {
        speaker.join(PATIENCE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
