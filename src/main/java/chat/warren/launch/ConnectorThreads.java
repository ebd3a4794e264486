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

  private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);

  ConnectorThreads() {
    setName(NAME);
    setNamePrefix(NAME + "-");
    setMinSpareThreads(10);
  }

  @Override
  public void execute(Runnable task) {
    // Events of a socket take the socket's lock, for which a pump must not wait.
    if (task instanceof SocketProcessorBase) {
      super.execute(task);
      return;
    }
    Turn turn = turns.get();
    if (turn.ofPump) {
      turn.take(task);
    } else {
      super.execute(task);
    }
  }

  /** What one thread does itself. */
  private static final class Turn {
    private final boolean ofPump = Thread.currentThread().getName().startsWith(PUMPS);
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    void take(Runnable first) {
      if (busy) {
        waiting.add(first);
        return;
      }
      busy = true;
      try {
        for (Runnable task = first; task != null; task = waiting.poll()) {
          task.run();
        }
      } finally {
        busy = false;
      }
    }
  }
}
