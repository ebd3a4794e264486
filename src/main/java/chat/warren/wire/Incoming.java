package chat.warren.wire;

import java.nio.ByteBuffer;

/**
 * Puts the parts of a text frame together, up to {@link FrameCodec#MAX_FRAME} bytes. An idle socket
 * so holds no buffer of that size. For one socket; its container calls one at a time.
 */
public final class Incoming {
  private StringBuilder text;
  private long bytes;

  /**
   * Takes the next part of a text frame.
   *
   * @return the whole text with its last part, else null
   * @throws TooBig if the frame is over the limit
   */
  public String text(String part, boolean last) {
    count(utf8Length(part), last);
    if (last && text == null) {
      return part;
    }
    if (text == null) {
      text = new StringBuilder();
    }
    text.append(part);
    if (!last) {
      return null;
    }
    String whole = text.toString();
    text = null;
    return whole;
  }

  /**
   * Takes the next part of a binary frame, whose content is of no use.
   *
   * @return whether it was the last part
   * @throws TooBig if the frame is over the limit
   */
  public boolean binary(ByteBuffer part, boolean last) {
    count(part.remaining(), last);
    return last;
  }

  private void count(int more, boolean last) {
    bytes += more;
    if (bytes > FrameCodec.MAX_FRAME) {
      text = null;
      throw new TooBig();
    }
    if (last) {
      bytes = 0;
    }
  }

  /** The bytes of a part in UTF-8; a pair that is split between two parts counts the same. */
  private static int utf8Length(String part) {
    int length = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }

  /** A frame over the limit: the socket has to be closed. */
  public static final class TooBig extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooBig() {
      super("frame over " + FrameCodec.MAX_FRAME + " bytes", null, false, false);
    }
  }
}
