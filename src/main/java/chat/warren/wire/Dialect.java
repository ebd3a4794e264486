package chat.warren.wire;

/** How a socket speaks; design of the two in {@code src/site/markdown/protocol.md}. */
public enum Dialect {
  /** One JSON object a frame, new messages only: the tutorials' clients. */
  PLAIN,
  /** The subprotocol {@code warren.v1}: a JSON array of events a frame. */
  WARREN_V1;

  public static final String SUBPROTOCOL = "warren.v1";

  public static Dialect of(String subprotocol) {
    return SUBPROTOCOL.equals(subprotocol) ? WARREN_V1 : PLAIN;
  }
}
