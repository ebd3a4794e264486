package chat.warren.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/**
 * Every way in which the server ends a socket (RFC 6455, section 7.4). Clients come back by
 * themselves after all of them but {@link #TOO_BIG}, which the same frame would only meet again.
 */
enum Goodbye {
  /** The server stops; another start will find everything as it was. */
  CLOSING(CloseCodes.GOING_AWAY, "closing"),
  /** A frame over the limit. */
  TOO_BIG(CloseCodes.TOO_BIG, "frame-too-large"),
  /** The person may not be here any more. */
  KEPT_OUT(CloseCodes.getCloseCode(4003), "kept-out"),
  /** The reader has not taken what was sent to it. */
  SLOW(CloseCodes.getCloseCode(4008), "slow-reader"),
  /** No sign of life from the other end. */
  SILENT(CloseCodes.getCloseCode(4009), "silent"),
  /** The room cannot be opened just now. */
  UNAVAILABLE(CloseCodes.TRY_AGAIN_LATER, "unavailable");

  private final CloseReason reason;

  Goodbye(CloseReason.CloseCode code, String reason) {
    this.reason = new CloseReason(code, reason);
  }

  CloseReason reason() {
    return reason;
  }
}
