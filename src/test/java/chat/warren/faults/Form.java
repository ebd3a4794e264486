package chat.warren.faults;

import java.time.Duration;

/** How long the fault tests take: the short form with every build, the long one on demand. */
final class Form {
  private static final boolean LONG = "long".equals(System.getProperty("warren.faults"));

  private Form() {}

  static int of(int inShort, int inLong) {
    return LONG ? inLong : inShort;
  }

  static Duration of(Duration inShort, Duration inLong) {
    return LONG ? inLong : inShort;
  }
}
