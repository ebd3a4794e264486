package chat.warren.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One WebSocket connection. It does not take frames apart, but counts the marks that the messages
 * in them carry, so every way of framing and batching counts the same. For one thread.
 */
final class Client implements AutoCloseable {
  private static final int SIZE = 64;
  private static final int MARK = 18;
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private final SocketChannel channel;
  private final int number;
  private final ByteBuffer unsent = ByteBuffer.allocate(64 * 1024).flip();
  private final byte[] carry = new byte[MARK];
  private int carried;
  private int inFlight;
  private long sent;

  private Client(SocketChannel channel, int number) {
    this.channel = channel;
    this.number = number;
  }

  static Client connect(int port, String path, String subprotocol, int number) throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    String host = "127.0.0.1:" + port;
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nUpgrade: websocket\r\n"
                .formatted(path, host, host)
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + KEY
            + (subprotocol == null ? "" : "\r\nSec-WebSocket-Protocol: " + subprotocol)
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
    return new Client(channel, number);
  }

  SocketChannel channel() {
    return channel;
  }

  /** Sends messages until the window is full, or the server takes no more just now. */
  void fill(int window) throws IOException {
    while (inFlight < window && (!unsent.hasRemaining() || channel.write(unsent) > 0)) {
      if (!unsent.hasRemaining()) {
        encode();
        inFlight++;
        sent++;
        channel.write(unsent);
      }
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
   * @return how many messages it held
   */
  int receive(ByteBuffer buffer) throws IOException {
    buffer.clear().put(carry, 0, carried);
    if (channel.read(buffer) < 0) {
      throw new IOException("the server closed connection " + number);
    }
    buffer.flip();
    int found = count(buffer.array(), buffer.limit());
    return found;
  }

  private int count(byte[] bytes, int length) {
    int found = 0;
    int i = 0;
    while (i + MARK <= length) {
      if (bytes[i] == '@' && bytes[i + 1] == '@') {
        found++;
        if (hex(bytes, i + 2) == number) {
          inFlight--;
        }
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
}
