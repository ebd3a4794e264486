package chat.warren.faults;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
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
import java.time.Duration;
import java.util.List;

/**
 * A socket of {@code warren.v1} down to its bytes (RFC 6455), for clients that do what a library
 * does not let them: read nothing, or write without end. One thread may read while others write.
 */
final class RawSocket implements AutoCloseable {
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final SocketChannel channel = SocketChannel.open();
  private final Socket socket = channel.socket();
  private DataInputStream in;
  private OutputStream out;

  private RawSocket() throws IOException {}

  /**
   * @param receiveBuffer the bytes that the system may hold for a reader that takes nothing, or 0
   */
  static RawSocket open(Site site, int port, String path, int receiveBuffer) throws IOException {
    RawSocket raw = new RawSocket();
    try {
      if (receiveBuffer > 0) {
        raw.socket.setReceiveBufferSize(receiveBuffer);
      }
      raw.socket.setTcpNoDelay(true);
      raw.socket.setSoTimeout((int) PATIENCE.toMillis());
      raw.socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
      raw.in = new DataInputStream(new BufferedInputStream(raw.socket.getInputStream()));
      raw.out = raw.socket.getOutputStream();
      raw.shakeHands(site, path);
      return raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private void shakeHands(Site site, String path) throws IOException {
    String host = site.uri("").getAuthority();
    String request =
        String.join(
            "\r\n",
            "GET " + site.uri(path).getRawPath() + query(site, path) + " HTTP/1.1",
            "Host: " + host,
            "Origin: " + site.origin(),
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: d2FycmVuLWZhdWx0cy4uLg==",
            "Sec-WebSocket-Protocol: warren.v1",
            site.cookieHeader().isEmpty()
                ? "Accept-Language: en"
                : "Cookie: " + site.cookieHeader(),
            "",
            "");
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) in.readUnsignedByte());
    }
    if (!answer.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException(answer.toString().lines().findFirst().orElse("no answer"));
    }
  }

  private static String query(Site site, String path) {
    String query = site.uri(path).getRawQuery();
    return query == null ? "" : "?" + query;
  }

  void say(String id, String text) throws IOException {
    send(
        "["
            + Json.createObjectBuilder()
                .add("type", "message")
                .add("id", id)
                .add("message", text)
                .build()
            + "]");
  }

  void send(String text) throws IOException {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  private void send(int kind, byte[] payload) throws IOException {
    write(frame(kind, payload));
  }

  /** The bytes of a client's frame; masked with zeros, which change nothing. */
  static byte[] frame(int kind, byte[] payload) {
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

  static byte[] textFrame(String text) {
    return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bare connection, for whoever reads from now on. */
  SocketChannel channel() {
    return channel;
  }

  /** Sends bytes as they are. */
  synchronized void write(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /** The events of the next frame. */
  List<JsonObject> events() throws IOException {
    return ChatClient.parse(text());
  }

  /**
   * The next text.
   *
   * @throws Closed if the server says goodbye instead
   */
  String text() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (true) {
      int first = in.readUnsignedByte();
      byte[] payload = new byte[length()];
      in.readFully(payload);
      switch (first & 0x0f) {
        case TEXT, CONTINUATION -> text.write(payload);
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
  static final class Closed extends EOFException {
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

    int code() {
      return code;
    }
  }
}
