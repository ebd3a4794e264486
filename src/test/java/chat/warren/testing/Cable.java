package chat.warren.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What leads from a port to a server, or to the first of several that takes connections; it can be
 * cut and mended.
 */
public final class Cable implements AutoCloseable {
  private final int[] servers;
  private final ServerSocket entrance;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /**
   * @param servers the ports of this machine that it leads to
   */
  public Cable(int... servers) {
    this.servers = servers;
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** Breaks every connection, and lets no new one live. */
  public void cut() {
    cut = true;
    ends.forEach(Cable::close);
    ends.clear();
  }

  public void mend() {
    cut = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Socket onward = onward(client);
        ends.add(client);
        ends.add(onward);
        if (cut) {
          cut();
        } else {
          daemon(() -> pass(client, onward));
          daemon(() -> pass(onward, client));
        }
      } catch (IOException closed) {
        // The next turn ends the loop, or takes the next connection.
      }
    }
  }

  private Socket onward(Socket from) throws IOException {
    for (int server : servers) {
      try {
        return new Socket("127.0.0.1", server);
      } catch (IOException notThere) {
        // The next one may be.
      }
    }
    from.close();
    throw new IOException("no server takes connections");
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
