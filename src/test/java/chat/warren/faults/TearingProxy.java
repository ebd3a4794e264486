package chat.warren.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line of which every connection breaks after some bytes, in either direction and at any byte:
 * within the handshake, within a frame, between two. Half of the breaks are resets.
 */
final class TearingProxy implements AutoCloseable {
  private static final int BUFFER = 8_192;

  private final ServerSocket entrance;
  private final List<Integer> servers;
  private final int reach;
  private final Random random;
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile boolean isTearing = true;

  /**
   * @param servers the ports of the servers, one for each connection in turn
   * @param reach the bytes that go through before a cut, at most
   */
  TearingProxy(List<Integer> servers, int reach, long seed) {
    this.servers = List.copyOf(servers);
    this.reach = reach;
    this.random = new Random(seed);
    try {
      entrance = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon("tearing-proxy", this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  int cuts() {
    return cuts.get();
  }

  /** Lets every connection that is made from now on live. */
  void stopTearing() {
    isTearing = false;
  }

  private void accept() {
    for (int count = 0; !entrance.isClosed(); count++) {
      try {
        Socket client = entrance.accept();
        Socket onward = new Socket("127.0.0.1", servers.get(count % servers.size()));
        onward.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        daemon("tearing-in", () -> pass(client, onward));
        daemon("tearing-out", () -> pass(onward, client));
      } catch (IOException closed) {
        // The next turn ends the loop, or takes the next client.
      }
    }
  }

  private void pass(Socket from, Socket to) {
    long left = isTearing ? budget() : Long.MAX_VALUE;
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int read;
      while ((read = in.read(buffer)) > 0) {
        out.write(buffer, 0, (int) Math.min(read, left));
        left -= read;
        if (left <= 0) {
          cut(from, to);
          return;
        }
      }
    } catch (IOException broken) {
      // The other direction was cut, or one end is gone.
    }
  }

  /** Every fourth connection does not outlive its handshake. */
  private synchronized long budget() {
    return 1 + random.nextInt(random.nextInt(4) == 0 ? 600 : reach);
  }

  private synchronized void cut(Socket from, Socket to) throws IOException {
    cuts.incrementAndGet();
    if (random.nextBoolean()) {
      from.setSoLinger(true, 0);
      to.setSoLinger(true, 0);
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
