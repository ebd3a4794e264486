package chat.warren.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One WebSocket connection. It does not take frames apart, but counts the marks that the messages
 * in them carry, so every way of framing and batching counts the same. For one thread.
 */
final class Client implements AutoCloseable {
  private static final byte[] PONG = {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0};
  private static final int SIZE = 64;
  private static final int MARK = 18;
  private static final Pattern COOKIE = Pattern.compile("(?i)\r\nSet-Cookie: (warren=[^;\r]+)");
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private final SocketChannel channel;
  private final int number;
  private final String cookie;
  private final ByteBuffer unsent = ByteBuffer.allocate(64 * 1024).flip();
  private final byte[] carry = new byte[MARK];
  private int carried;
  private int inFlight;
  private long sent;

  private Client(SocketChannel channel, int number, String cookie) {
    this.channel = channel;
    this.number = number;
    this.cookie = cookie;
  }

  /**
   * Opens a socket.
   *
   * @param cookie of somebody who was here before, or null for a new guest
   */
  static Client connect(int port, String path, String subprotocol, int number, String cookie)
      throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    String host = "127.0.0.1:" + port;
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nUpgrade: websocket\r\n"
                .formatted(path, host, host)
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + KEY
            + (subprotocol == null ? "" : "\r\nSec-WebSocket-Protocol: " + subprotocol)
            + (cookie == null ? "" : "\r\nCookie: " + cookie)
            + "\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    ByteBuffer one = ByteBuffer.allocate(1);
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      if (channel.read(one.clear()) < 0) {
        break;
      }
      answer.append((char) one.get(0));
    }
    if (!answer.toString().startsWith("HTTP/1.1 101")) {
      channel.close();
      throw new IOException("refused: " + answer);
    }
    channel.configureBlocking(false);
    Matcher set = COOKIE.matcher(answer);
    return new Client(channel, number, set.find() ? set.group(1) : cookie);
  }

  /** What this client brings along next time; null where nobody is remembered. */
  String cookie() {
    return cookie;
  }

  int number() {
    return number;
  }

  SocketChannel channel() {
    return channel;
  }

  /** Sends messages until the window is full, or the server takes no more just now. */
  void fill(int window) throws IOException {
    while (inFlight < window && (!unsent.hasRemaining() || channel.write(unsent) > 0)) {
      if (!unsent.hasRemaining()) {
        say();
      }
    }
  }

  /**
   * Sends one message.
   *
   * @return its number among this client's, from 0
   */
  int say() throws IOException {
    encode();
    inFlight++;
    channel.write(unsent);
    return (int) sent++;
  }

  /** Gives a sign of life, for whoever is silent for long is taken for gone. */
  void pong() throws IOException {
    if (!unsent.hasRemaining()) {
      channel.write(ByteBuffer.wrap(PONG));
    }
  }

  long sent() {
    return sent;
  }

  /** A masked text frame; the mask is 0, so the payload stands as it is. */
  private void encode() {
    String mark = "@@%08x%08x".formatted(number, (int) sent);
    String json = "{\"message\":\"" + mark + "x".repeat(SIZE - MARK) + "\"}";
    byte[] payload = json.getBytes(StandardCharsets.US_ASCII);
    unsent.clear();
    unsent.put((byte) 0x81).put((byte) (0x80 | payload.length)).putInt(0).put(payload).flip();
  }

  /**
   * Takes what has come.
   *
   * @param buffer used and left to the caller
   * @param marks is told of each message
   * @return how many messages it held
   */
  int receive(ByteBuffer buffer, Marks marks) throws IOException {
    buffer.clear().put(carry, 0, carried);
    if (channel.read(buffer) < 0) {
      throw new IOException("the server closed connection " + number);
    }
    buffer.flip();
    return count(buffer.array(), buffer.limit(), marks);
  }

  private int count(byte[] bytes, int length, Marks marks) {
    int found = 0;
    int i = 0;
    while (i + MARK <= length) {
      if (bytes[i] == '@' && bytes[i + 1] == '@') {
        found++;
        int author = hex(bytes, i + 2);
        if (author == number) {
          inFlight--;
        }
        marks.seen(author, hex(bytes, i + 10));
        i += MARK;
      } else {
        i++;
      }
    }
    carried = Math.max(0, length - i);
    System.arraycopy(bytes, i, carry, 0, carried);
    return found;
  }

  private static int hex(byte[] bytes, int from) {
    int value = 0;
    for (int i = from; i < from + 8; i++) {
      value = value << 4 | Character.digit(bytes[i], 16);
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Hears of messages. */
  interface Marks {
    /**
     * @param author the number of the client that sent it
     * @param message its number among that client's
     */
    void seen(int author, int message);
  }
}
