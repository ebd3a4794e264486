package chat.warren.live;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody who waits over HTTP for the next entry of a log. Goes on once, whatever comes first. */
final class Waiter {
  private final ExecutorService executor;
  private final Runnable answer;
  private final AtomicBoolean gone = new AtomicBoolean();

  /**
   * @param answer what to do when there is news or the time is over; may read from the store
   */
  Waiter(ExecutorService executor, Runnable answer) {
    this.executor = executor;
    this.answer = answer;
  }

  void goOn() {
    if (gone.compareAndSet(false, true)) {
      try {
        executor.execute(answer);
      } catch (RejectedExecutionException serverStops) {
        answer.run();
      }
    }
  }
}
