package chat.warren.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Compressed answers (RFC 9110, section 8.4), the same in every server. Stateless. */
final class Gzip {
  /** Less than this goes into one packet anyway. */
  private static final int WORTHWHILE = 1_000;

  private Gzip() {}

  static byte[] compress(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 3 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  /**
   * Says in the answer's headers how it is encoded.
   *
   * @param length of the content, in bytes
   * @return whether it is to be compressed
   */
  static boolean choose(HttpServletRequest request, HttpServletResponse response, int length) {
    response.addHeader("Vary", "Accept-Encoding");
    if (length < WORTHWHILE || !isAccepted(request.getHeader("Accept-Encoding"))) {
      return false;
    }
    response.setHeader("Content-Encoding", "gzip");
    return true;
  }

  static boolean isAccepted(String header) {
    if (header == null) {
      return false;
    }
    for (String coding : header.toLowerCase(Locale.ROOT).replace(" ", "").split(",")) {
      if (coding.equals("gzip")
          || coding.startsWith("gzip;") && !coding.matches("gzip;q=0(\\.0*)?")) {
        return true;
      }
    }
    return false;
  }
}
