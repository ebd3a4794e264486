package chat.warren.live;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/**
 * Every way in which the server ends a socket (RFC 6455, section 7.4). Clients come back by
 * themselves after all of them but {@link #TOO_BIG}, which the same frame would only meet again,
 * and 4001 and those from 4003 to 4006, which tell that the person may not.
 */
enum Goodbye {
  /** The server stops; another start will find everything as it was. */
  CLOSING(CloseCodes.GOING_AWAY, "closing"),
  /** A frame over the limit. */
  TOO_BIG(CloseCodes.TOO_BIG, "frame-too-large"),
  /** The session that opened it has ended. */
  SIGNED_OUT(CloseCodes.getCloseCode(4001), "signed-out"),
  /** The person is banned from the room. */
  BANNED(CloseCodes.getCloseCode(4003), "banned"),
  /** The person was removed from the room, or is no member of a private one any more. */
  REMOVED(CloseCodes.getCloseCode(4004), "removed"),
  /** The room was archived. */
  ARCHIVED(CloseCodes.getCloseCode(4005), "archived"),
  /** The person may not be here any more, for another reason. */
  KEPT_OUT(CloseCodes.getCloseCode(4006), "kept-out"),
  /** The person was made an administrator, or is none any more. */
  RANK(CloseCodes.getCloseCode(4007), "rank-changed"),
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

  /** How to end the socket of somebody who may not follow the room. */
  static Goodbye of(Refused refused) {
    if (refused.refusal().retry() && refused.refusal() != Refusal.CLOSING) {
      return UNAVAILABLE;
    }
    return switch (refused.refusal()) {
      case CLOSING -> CLOSING;
      case BANNED -> BANNED;
      case NO_SUCH_ROOM -> REMOVED;
      case ROOM_ARCHIVED -> ARCHIVED;
      default -> KEPT_OUT;
    };
  }

  CloseReason reason() {
    return reason;
  }
}
