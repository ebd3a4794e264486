package chat.warren.proxy;

import chat.warren.testing.Site;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * Somebody who tries to find out the token of {@code /setup}.
 *
 * @param address the address of this machine that the guesses come from
 */
record Guesser(Site site, String address) {
  private static final String TOKEN = "the-same-in-cookie-and-field";

  /**
   * Takes a guess.
   *
   * @param pretended the address that the request names
   * @return the status of the answer
   */
  int guess(String pretended) throws Exception {
    String form = "csrf=" + TOKEN + "&token=a-guess&handle=ann&password=correct-horse";
    String request =
        String.join(
            "\r\n",
            "POST /setup HTTP/1.1",
            "Host: " + site.uri("").getAuthority(),
            "Origin: " + site.origin(),
            "Cookie: warren-form=" + TOKEN,
            "X-Forwarded-For: " + pretended,
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + form.length(),
            "Connection: close",
            "",
            form);
    SocketFactory sockets = SSLContext.getDefault().getSocketFactory();
    InetAddress from = InetAddress.getByName(address);
    try (Socket socket = sockets.createSocket("127.0.0.1", site.uri("").getPort(), from, 0)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return Integer.parseInt(firstLine(socket).split(" ")[1]);
    }
  }

  private static String firstLine(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
        .readLine();
  }
}
