package chat.warren.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a socket asks for its opening (RFC 6455, section 4.1).
 *
 * @param protocol the subprotocol, or null for none
 * @param origin the origin that it claims, or null for none
 */
record Handshake(Site site, String path, String protocol, String origin) {
  /** As the page of a room does it. */
  static Handshake asThePage(Site site, String path) {
    return new Handshake(site, path, "warren.v1", site.origin());
  }

  /**
   * Asks, and keeps the cookies of the answer.
   *
   * @return what was agreed upon
   * @throws Refused if the answer is no
   */
  Agreement shake(OutputStream out, DataInputStream in) throws IOException {
    out.write(request().getBytes(StandardCharsets.US_ASCII));
    List<String> answer = answer(in);
    int status = Integer.parseInt(answer.get(0).split(" ")[1]);
    site.keepCookies(path, Map.of("Set-Cookie", values(answer, "Set-Cookie")));
    if (status != 101) {
      throw new Refused(status);
    }
    return new Agreement(
        String.join(",", values(answer, "Sec-WebSocket-Protocol")),
        String.join(",", values(answer, "Sec-WebSocket-Extensions")));
  }

  private String request() {
    URI uri = site.uri(path);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    List<String> lines = new ArrayList<>();
    lines.add("GET " + uri.getRawPath() + query + " HTTP/1.1");
    lines.add("Host: " + uri.getAuthority());
    lines.add("Upgrade: websocket");
    lines.add("Connection: Upgrade");
    lines.add("Sec-WebSocket-Version: 13");
    lines.add("Sec-WebSocket-Key: d2FycmVuLWZhdWx0cy4uLg==");
    lines.add("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
    lines.add("Accept-Language: " + site.language());
    Optional.ofNullable(origin).ifPresent(it -> lines.add("Origin: " + it));
    Optional.ofNullable(protocol).ifPresent(it -> lines.add("Sec-WebSocket-Protocol: " + it));
    if (!site.cookieHeader().isEmpty()) {
      lines.add("Cookie: " + site.cookieHeader());
    }
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  private static List<String> answer(DataInputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) in.readUnsignedByte());
    }
    return answer.toString().lines().toList();
  }

  private static List<String> values(List<String> answer, String header) {
    String start = header + ":";
    return answer.stream()
        .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }

  /**
   * What both ends will do; empty for nothing. Compression is offered as browsers do, but this
   * client could not read it.
   */
  record Agreement(String subprotocol, String extensions) {}

  /** The server does not open a socket. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status) {
      super("the handshake was answered with " + status);
      this.status = status;
    }

    int status() {
      return status;
    }
  }
}
