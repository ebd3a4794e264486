package chat.warren.user;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A session as its person sees it in the list.
 *
 * @param id its number
 * @param browser which browser it was started with, in words; empty if nobody knows
 * @param used when it was used last, to the day
 */
public record OpenSession(long id, String browser, Instant created, Instant used) {
  /** The day of its start, in UTC. */
  public LocalDate since() {
    return LocalDate.ofInstant(created, ZoneOffset.UTC);
  }

  /** The day of its last use, in UTC. */
  public LocalDate lastDay() {
    return LocalDate.ofInstant(used, ZoneOffset.UTC);
  }
}
