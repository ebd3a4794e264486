package chat.warren.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to processes, as a shell sends them. */
final class Signals {
  private Signals() {}

  static void send(long pid, String signal) {
    try {
      int code = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor();
      if (code != 0) {
        throw new AssertionError("kill -" + signal + " " + pid + " ended with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
