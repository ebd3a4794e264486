package chat.warren.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * A socket of {@code warren.v1} down to its bytes (RFC 6455), for clients that do what a library
 * does not let them: read nothing, or write without end. One thread may read while others write.
 */
public final class RawSocket implements AutoCloseable {
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int NORMAL = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final SocketChannel channel = SocketChannel.open();
  private final Socket socket = channel.socket();
  private DataInputStream in;
  private OutputStream out;
  private Handshake.Agreement agreement;

  private RawSocket() throws IOException {}

  /** Opens a socket in the dialect {@code warren.v1}, as the page of a room does. */
  public static RawSocket open(Site site, String path) throws IOException {
    return open(Handshake.asThePage(site, path), site.uri("").getPort(), 0);
  }

  /**
   * @param port where to connect: the server's, or that of something before it
   * @param receiveBuffer the bytes that the system may hold for a reader that takes nothing, or 0
   */
  public static RawSocket open(Site site, int port, String path, int receiveBuffer)
      throws IOException {
    return open(Handshake.asThePage(site, path), port, receiveBuffer);
  }

  static RawSocket open(Handshake handshake, int port, int receiveBuffer) throws IOException {
    RawSocket raw = new RawSocket();
    try {
      if (receiveBuffer > 0) {
        raw.socket.setReceiveBufferSize(receiveBuffer);
      }
      raw.socket.setTcpNoDelay(true);
      raw.socket.setSoTimeout((int) PATIENCE.toMillis());
      raw.socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
      Socket line = handshake.site().isSecure() ? raw.overTls(port) : raw.socket;
      raw.in = new DataInputStream(new BufferedInputStream(line.getInputStream()));
      raw.out = line.getOutputStream();
      raw.agreement = handshake.shake(raw.out, raw.in);
      return raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private Socket overTls(int port) throws IOException {
    try {
      return SSLContext.getDefault()
          .getSocketFactory()
          .createSocket(socket, "127.0.0.1", port, true);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Handshake.Agreement agreement() {
    return agreement;
  }

  public void say(String id, String text) throws IOException {
    send(
        "["
            + Json.createObjectBuilder()
                .add("type", "message")
                .add("id", id)
                .add("message", text)
                .build()
            + "]");
  }

  public void send(String text) throws IOException {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void sendBinary(byte[] payload) throws IOException {
    send(BINARY, payload);
  }

  /** Says goodbye; the server's own is still to be read. */
  void sendClose() throws IOException {
    send(CLOSE, ByteBuffer.allocate(2).putShort((short) NORMAL).array());
  }

  private void send(int kind, byte[] payload) throws IOException {
    write(frame(kind, payload));
  }

  /** The bytes of a client's frame; masked with zeros, which change nothing. */
  public static byte[] frame(int kind, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) (0x80 | kind));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 65_536) {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (0x80 | 127)).putLong(payload.length);
    }
    frame.putInt(0).put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  /** A sign of life that nobody has asked for. */
  public static byte[] pong() {
    return frame(PONG, new byte[0]);
  }

  public static byte[] textFrame(String text) {
    return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bare connection, for whoever reads from now on. */
  public SocketChannel channel() {
    return channel;
  }

  /** Sends bytes as they are. */
  public synchronized void write(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /** The events of the next frame. */
  public List<JsonObject> events() throws IOException {
    return ChatClient.parse(text());
  }

  /**
   * The next text, or bytes of UTF-8.
   *
   * @throws Closed if the server says goodbye instead
   */
  public String text() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (true) {
      int first = in.readUnsignedByte();
      byte[] payload = new byte[length()];
      in.readFully(payload);
      switch (first & 0x0f) {
        case TEXT, BINARY, CONTINUATION -> text.write(payload);
        case PING -> send(PONG, payload);
        case CLOSE -> throw new Closed(payload);
        default -> throw new IOException("a frame of kind " + (first & 0x0f));
      }
      boolean isLast = (first & 0x80) != 0 && (first & 0x0f) < CLOSE;
      if (isLast) {
        return text.toString(StandardCharsets.UTF_8);
      }
    }
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte();
    if (length == 126) {
      return in.readUnsignedShort();
    }
    return length == 127 ? Math.toIntExact(in.readLong()) : length;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server's goodbye. */
  public static final class Closed extends EOFException {
    private static final long serialVersionUID = 1;

    private final int code;

    Closed(byte[] payload) {
      super(
          new String(
              payload,
              Math.min(2, payload.length),
              Math.max(0, payload.length - 2),
              StandardCharsets.UTF_8));
      code = payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
    }

    public int code() {
      return code;
    }
  }
}
