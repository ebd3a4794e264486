package chat.warren.launch;

import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.catalina.core.StandardThreadExecutor;
import org.apache.tomcat.util.net.SocketProcessorBase;

/**
 * The threads of the connector. Tomcat tells a sender on another thread that its frame is sent,
 * which for a room of a thousand is a thousand changes of thread. Warren's pumps are made to be
 * told at once, so what they cause is done on their own thread, one after the other and never one
 * inside the other. Thread-safe.
 */
final class ConnectorThreads extends StandardThreadExecutor {
  static final String NAME = "warren-connector";

  /** How the web application names the threads that send. */
  private static final String PUMPS = "warren-pump";

  /** What a pump's thread has still to do; null on it while it does nothing. */
  private final ThreadLocal<Queue<Runnable>> waiting = new ThreadLocal<>();

  ConnectorThreads() {
    setName(NAME);
    setNamePrefix(NAME + "-");
    setMinSpareThreads(10);
  }

  @Override
  public void execute(Runnable task) {
    // Events of a socket take the socket's lock, for which a pump must not wait.
    if (task instanceof SocketProcessorBase
        || !Thread.currentThread().getName().startsWith(PUMPS)) {
      super.execute(task);
      return;
    }
    Queue<Runnable> tasks = waiting.get();
    if (tasks == null) {
      runWithAllThatFollows(task);
    } else {
      tasks.add(task);
    }
  }

  private void runWithAllThatFollows(Runnable first) {
    Queue<Runnable> tasks = new ArrayDeque<>();
    waiting.set(tasks);
    try {
      for (Runnable task = first; task != null; task = tasks.poll()) {
        task.run();
      }
    } finally {
      waiting.remove();
    }
  }
}
