package chat.warren.web;

import java.util.Map;

/**
 * A file as it is sent. Its arrays are never changed.
 *
 * @param type its media type
 * @param plain its content
 * @param gzip its content, compressed
 */
record Asset(String type, byte[] plain, byte[] gzip) {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=UTF-8",
          "js", "text/javascript; charset=UTF-8",
          "svg", "image/svg+xml");

  /** A file of a kind that pages are made with. */
  static Asset of(String path, byte[] content) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalArgumentException("a file of unknown kind: " + path);
    }
    return new Asset(type, content, Gzip.compress(content));
  }
}
