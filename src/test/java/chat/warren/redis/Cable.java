package chat.warren.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What one node is connected to Redis by; it can be cut and mended. */
final class Cable implements AutoCloseable {
  private final int redis;
  private final ServerSocket entrance;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  Cable(int redis) {
    this.redis = redis;
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  String address() {
    return "redis://127.0.0.1:" + entrance.getLocalPort();
  }

  /** Breaks every connection, and lets no new one live. */
  void cut() {
    cut = true;
    ends.forEach(Cable::close);
    ends.clear();
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket node = entrance.accept();
        Socket onward = new Socket("127.0.0.1", redis);
        ends.add(node);
        ends.add(onward);
        if (cut) {
          cut();
        } else {
          daemon(() -> pass(node, onward));
          daemon(() -> pass(onward, node));
        }
      } catch (IOException closed) {
        // The next turn ends the loop, or takes the next connection.
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException broken) {
      // Cut, or one end is gone.
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    cut();
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
