package chat.warren.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Stands before a PostgreSQL, and cuts the line at the next commit when it is told to. */
public final class CommitProxy implements AutoCloseable {
  private static final int BUFFER = 65_536;
  private static final String COMMIT = "COMMIT";

  private final ServerSocket entrance;
  private final int server;
  private final AtomicReference<Cut> cut = new AtomicReference<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean away;

  /** Where the line breaks. */
  public enum Cut {
    /** The server never hears of the commit. */
    BEFORE,
    /** The server commits, and its answer does not arrive. */
    AFTER
  }

  /**
   * @param server the port of the server
   */
  public CommitProxy(int server) {
    this.server = server;
    try {
      entrance = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** Cuts the line of the one that commits next, and with {@code stay} all others after it. */
  public void cutNext(Cut where, boolean stay) {
    staysAway = stay;
    cut.set(where);
  }

  private volatile boolean staysAway;

  /** Lets connections through again. */
  public void comeBack() {
    away = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (away) {
          client.close();
          continue;
        }
        Socket onward = new Socket("127.0.0.1", server);
        onward.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        open.add(client);
        open.add(onward);
        Line line = new Line(client, onward);
        daemon(line::there);
        daemon(line::back);
      } catch (IOException closed) {
        // The next turn ends the loop, or takes the next client.
      }
    }
  }

  private void leave() {
    away = staysAway;
    if (away) {
      open.forEach(CommitProxy::end);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection. */
  private final class Line {
    private final Socket client;
    private final Socket onward;
    private volatile boolean deaf;

    Line(Socket client, Socket onward) {
      this.client = client;
      this.onward = onward;
    }

    void there() {
      byte[] buffer = new byte[BUFFER];
      try (client;
          onward) {
        InputStream in = client.getInputStream();
        OutputStream out = onward.getOutputStream();
        int read;
        while ((read = in.read(buffer)) > 0) {
          boolean commits =
              new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(COMMIT);
          Cut where = commits ? cut.getAndSet(null) : null;
          if (where == Cut.BEFORE) {
            leave();
            return;
          }
          deaf |= where == Cut.AFTER;
          out.write(buffer, 0, read);
        }
      } catch (IOException broken) {
        // The other direction was cut, or one end is gone.
      }
    }

    void back() {
      byte[] buffer = new byte[BUFFER];
      try (client;
          onward) {
        InputStream in = onward.getInputStream();
        OutputStream out = client.getOutputStream();
        int read;
        while ((read = in.read(buffer)) > 0) {
          if (deaf) {
            leave();
            return;
          }
          out.write(buffer, 0, read);
        }
      } catch (IOException broken) {
        // The other direction was cut, or one end is gone.
      }
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "commit-proxy");
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
    open.forEach(CommitProxy::end);
  }
}
