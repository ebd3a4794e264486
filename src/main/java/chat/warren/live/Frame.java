package chat.warren.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What goes to sockets as one text frame, encoded at most once for all of them. Thread-safe. */
final class Frame {
  private final String text;
  private volatile ByteBuffer utf8;

  Frame(String text) {
    this.text = text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frame frame && frame.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  String text() {
    return text;
  }

  /** The same in UTF-8; each caller gets a position of its own in it. */
  ByteBuffer utf8() {
    ByteBuffer encoded = utf8;
    if (encoded == null) {
      encoded = StandardCharsets.UTF_8.encode(text);
      utf8 = encoded;
    }
    return encoded.duplicate();
  }
}
