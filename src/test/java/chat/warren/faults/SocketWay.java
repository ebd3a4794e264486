package chat.warren.faults;

import chat.warren.testing.RawSocket;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.io.IOException;

/** Speaks and listens by one socket of {@code warren.v1}. */
final class SocketWay implements Way {
  private final Site site;
  private final int port;
  private final String room;

  /**
   * @param site the browser, already signed in
   * @param port where to connect: the server's, or that of something before it
   */
  SocketWay(Site site, int port, String room) {
    this.site = site;
    this.port = port;
    this.room = room;
  }

  @Override
  public Line open(Books books) throws IOException {
    String path = "ws/chat/" + room + "?since=" + books.last();
    SocketLine line = new SocketLine(RawSocket.open(site, port, path, 0), books);
    line.start();
    return line;
  }

  private static final class SocketLine extends Thread implements Line {
    private final RawSocket socket;
    private final Books books;
    private volatile boolean open = true;

    SocketLine(RawSocket socket, Books books) {
      super("socket-line");
      this.socket = socket;
      this.books = books;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        while (true) {
          for (JsonObject event : socket.events()) {
            books.take(event);
          }
        }
      } catch (IOException broken) {
        close();
      }
    }

    @Override
    public void send(String id, String text) throws IOException {
      socket.say(id, text);
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    /** Waits for the reading thread, so that two lines never write in the books at once. */
    @Override
    public void close() {
      open = false;
      socket.close();
      try {
        if (Thread.currentThread() != this) {
          join();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
