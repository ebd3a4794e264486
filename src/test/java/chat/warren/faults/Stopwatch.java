package chat.warren.faults;

import java.time.Duration;
import java.util.Arrays;

/** Times in nanoseconds, and how they are spread. For one thread. */
final class Stopwatch {
  private long[] times = new long[1_024];
  private int count;

  void add(long nanos) {
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
    }
    times[count++] = nanos;
  }

  int count() {
    return count;
  }

  /** The time that this share of them does not exceed. */
  Duration at(double share) {
    long[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    return Duration.ofNanos(sorted[Math.min(count - 1, (int) (share * count))]);
  }

  @Override
  public String toString() {
    return "median " + at(0.5).toNanos() / 1_000 + " µs, p95 " + at(0.95).toNanos() / 1_000 + " µs";
  }
}
