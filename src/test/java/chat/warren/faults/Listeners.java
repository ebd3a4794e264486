package chat.warren.faults;

import chat.warren.testing.RawSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Many sockets that read all they get, on one thread, and measure how long a text was under way.
 * They look only for the stamp in a text and pass over the rest.
 */
final class Listeners implements AutoCloseable {
  private static final char MARK = '~';

  /** Well within the time after which the server takes a quiet socket for dead. */
  private static final long SIGN_OF_LIFE = Duration.ofSeconds(20).toNanos();

  private final Selector selector = Selector.open();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
  private final Thread thread = new Thread(this::run, "listeners");
  private Stopwatch times = new Stopwatch();
  private volatile boolean over;
  private volatile int ended;

  Listeners() throws IOException {
    thread.setDaemon(true);
  }

  /** A text with the present time in it. */
  static String stamped(int length) {
    String stamp = MARK + String.valueOf(System.nanoTime()) + MARK;
    return stamp + "x".repeat(length - stamp.length());
  }

  /** Takes over a socket that is open; before {@link #start}. */
  void add(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, new Scanner());
    channels.add(channel);
  }

  void start() {
    thread.start();
  }

  /** The times since the last call. */
  synchronized Stopwatch takeTimes() {
    Stopwatch taken = times;
    times = new Stopwatch();
    return taken;
  }

  synchronized int count() {
    return times.count();
  }

  /** How many of the sockets the server has ended. */
  int ended() {
    return ended;
  }

  int size() {
    return channels.size();
  }

  private void run() {
    long lastSign = System.nanoTime();
    while (!over) {
      try {
        selector.select(this::read, 200);
        if (System.nanoTime() - lastSign > SIGN_OF_LIFE) {
          giveSignOfLife();
          lastSign = System.nanoTime();
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** An unsolicited pong (RFC 6455, section 5.5.3): these sockets do not look for pings. */
  private void giveSignOfLife() throws IOException {
    for (SocketChannel channel : channels) {
      channel.write(ByteBuffer.wrap(RawSocket.pong()));
    }
  }

  private void read(SelectionKey key) {
    try {
      buffer.clear();
      int read = ((SocketChannel) key.channel()).read(buffer);
      if (read < 0) {
        throw new IOException("ended");
      }
      buffer.flip();
      ((Scanner) key.attachment()).scan(buffer);
    } catch (IOException broken) {
      key.cancel();
      ended++;
    }
  }

  private synchronized void heard(long sentAt) {
    times.add(System.nanoTime() - sentAt);
  }

  /** Finds the stamps in what one socket receives, wherever it was cut. */
  private final class Scanner {
    private final StringBuilder stamp = new StringBuilder();
    private boolean isInside;

    void scan(ByteBuffer bytes) {
      while (bytes.hasRemaining()) {
        char c = (char) bytes.get();
        if (c == MARK && stamp.length() > 0) {
          heard(Long.parseLong(stamp, 0, stamp.length(), 10));
          isInside = false;
        } else if (c == MARK) {
          isInside = true;
        } else if (isInside && Character.isDigit(c)) {
          stamp.append(c);
          continue;
        } else if (isInside) {
          // It was the length of a frame.
          isInside = false;
        }
        stamp.setLength(0);
      }
    }
  }

  @Override
  public void close() throws IOException {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
