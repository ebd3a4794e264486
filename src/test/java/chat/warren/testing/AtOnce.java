package chat.warren.testing;

import chat.warren.text.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two things done at the same moment. */
public final class AtOnce {
  private AtOnce() {}

  /** What came of each, in their order: its result, or the refusal. */
  public static <T> List<Object> both(Callable<T> one, Callable<T> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Object> outcomes = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(List.of(one, other))) {
        try {
          outcomes.add(done.get());
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof Refused refused)) {
            throw e;
          }
          outcomes.add(refused.refusal());
        }
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }
}
