package chat.warren.app;

import java.io.PrintStream;
import java.util.Locale;

/**
 * How far something is that takes a while: a bar for somebody who looks at it, else a line at every
 * 5 %. For one thread.
 */
final class Progress {
  private static final int STEP = 5;
  private static final int WIDTH = 40;
  private static final int ALL = 100;

  private final String what;
  private final long all;
  private final PrintStream out;
  private final boolean terminal;
  private int shown;

  /**
   * @param what what is done, such as {@code Exporting}
   * @param all how many rows there are to do
   */
  Progress(String what, long all, PrintStream out, boolean terminal) {
    this.what = what;
    this.all = all;
    this.out = out;
    this.terminal = terminal;
  }

  /** So many rows are done by now. */
  void done(long rows) {
    int percent = all == 0 ? ALL : (int) (rows * ALL / all);
    int now = terminal ? percent : percent / STEP * STEP;
    if (now > shown) {
      shown = now;
      show(rows, now);
    }
  }

  private void show(long rows, int percent) {
    String count = String.format(Locale.ROOT, "%,d of %,d rows", rows, all);
    if (!terminal) {
      out.println(what + ": " + percent + " %, " + count);
      return;
    }
    int full = WIDTH * percent / ALL;
    String bar = "#".repeat(full) + "-".repeat(WIDTH - full);
    out.printf(Locale.ROOT, "\r%s [%s] %3d %%, %s", what, bar, percent, count);
    if (percent == ALL) {
      out.println();
    }
  }
}
