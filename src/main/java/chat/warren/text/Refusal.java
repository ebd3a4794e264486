package chat.warren.text;

/**
 * Every expected no that Warren says, as a table: its code on the wire, its HTTP status, and
 * whether the same request may succeed later. The sentence for the reader is {@code refused.<code>}
 * in {@code messages.properties}.
 */
public enum Refusal {
  NOT_JSON("not-json", 400, false),
  UNKNOWN_TYPE("unknown-type", 400, false),
  BINARY("binary", 400, false),
  NO_TEXT("no-text", 400, false),
  TEXT_TOO_LONG("text-too-long", 400, false),
  BAD_TEXT("bad-text", 400, false),
  BAD_ID("bad-id", 400, false),
  ID_REUSED("id-reused", 409, false),
  BAD_EMOJI("bad-emoji", 400, false),
  NO_SUCH_MESSAGE("no-such-message", 404, false),
  NOT_YOURS("not-yours", 403, false),
  MESSAGE_DELETED("message-deleted", 410, false),
  BAD_SINCE("bad-since", 400, false),
  BAD_LEVEL("bad-level", 400, false),
  BAD_PARAMETER("bad-parameter", 400, false),
  JSON_ONLY("json-only", 415, false),
  FRAME_TOO_LARGE("frame-too-large", 413, false),
  ROOM_NAME_BLANK("room-name-blank", 404, false),
  ROOM_NAME_TOO_LONG("room-name-too-long", 404, false),
  ROOM_NAME_CHARACTER("room-name-character", 404, false),
  ROOM_NAME_RESERVED("room-name-reserved", 404, false),
  NO_SUCH_ROOM("no-such-room", 404, false),
  NO_SUCH_PERSON("no-such-person", 404, false),
  TOO_MANY_PEOPLE("too-many-people", 400, false),
  NOBODY_CHOSEN("nobody-chosen", 400, false),
  SIGN_IN_FIRST("sign-in-first", 401, false),
  NOT_TAKING_MESSAGES("not-taking-messages", 403, false),
  NOT_TAKING_INVITATIONS("not-taking-invitations", 403, false),
  BLOCKED_BY_YOU("blocked-by-you", 403, false),
  ONESELF("oneself", 400, false),
  NO_SUCH_REQUEST("no-such-request", 404, false),
  TOO_MANY_ASKED("too-many-asked", 409, false),
  UNKNOWN_ACT("unknown-act", 400, false),
  DISPLAY_NAME_BLANK("display-name-blank", 400, false),
  DISPLAY_NAME_TOO_LONG("display-name-too-long", 400, false),
  DISPLAY_NAME_CHARACTER("display-name-character", 400, false),
  HANDLE_SHAPE("handle-shape", 400, false),
  HANDLE_RESERVED("handle-reserved", 400, false),
  HANDLE_TAKEN("handle-taken", 409, false),
  PASSWORD_TOO_SHORT("password-too-short", 400, false),
  PASSWORD_TOO_LONG("password-too-long", 400, false),
  PASSWORD_IS_HANDLE("password-is-handle", 400, false),
  WRONG_CREDENTIALS("wrong-credentials", 403, false),
  WRONG_PASSWORD("wrong-password", 403, false),
  TOO_MANY_TRIES("too-many-tries", 429, true),
  SIGN_IN_BUSY("sign-in-busy", 503, true),
  REGISTRATION_CLOSED("registration-closed", 403, false),
  SETUP_TOKEN_WRONG("setup-token-wrong", 403, false),
  BAD_CHOICE("bad-choice", 400, false),
  LINK_ENDED("link-ended", 410, false),
  ADMINISTRATORS_ONLY("administrators-only", 403, false),
  LAST_ADMINISTRATOR("last-administrator", 409, false),
  BAD_ADDRESS("bad-address", 400, false),
  FOREIGN_ORIGIN("foreign-origin", 403, false),
  NO_ORIGIN("no-origin", 403, false),
  FORM_EXPIRED("form-expired", 403, false),
  BANNED("banned", 403, false),
  MUTED("muted", 403, false),
  READ_ONLY("read-only", 403, false),
  ROOM_ARCHIVED("room-archived", 403, false),
  NOT_A_MODERATOR("not-a-moderator", 403, false),
  NOT_AN_OWNER("not-an-owner", 403, false),
  OUTRANKED("outranked", 403, false),
  NOT_A_MEMBER("not-a-member", 409, false),
  ALREADY_A_MEMBER("already-a-member", 409, false),
  PERSON_BANNED("person-banned", 409, false),
  LAST_OWNER("last-owner", 409, false),
  NOTHING_TO_CHANGE("nothing-to-change", 409, false),
  BAD_ROLE("bad-role", 400, false),
  BAD_UNTIL("bad-until", 400, false),
  BAD_TITLE("bad-title", 400, false),
  BAD_TOPIC("bad-topic", 400, false),
  BAD_SLOW("bad-slow", 400, false),
  SLOW_MODE("slow-mode", 429, true),
  WEBSOCKET_ONLY("websocket-only", 426, false),
  BAD_LINK("bad-link", 400, false),
  DATA_TOO_LARGE("data-too-large", 400, false),
  NOBODY_NAMED("nobody-named", 400, false),
  BAD_TOKEN("bad-token", 401, false),
  INBOX_READ_ONLY("inbox-read-only", 403, false),
  BAD_LABEL("bad-label", 400, false),
  TOO_FAST("too-fast", 429, true),
  BUSY("busy", 503, true),
  NOT_STORED("not-stored", 503, true),
  STORE_AWAY("store-away", 503, true),
  CLOSING("closing", 503, true);

  private final String code;
  private final int status;
  private final boolean retry;

  Refusal(String code, int status, boolean retry) {
    this.code = code;
    this.status = status;
    this.retry = retry;
  }

  /** The code on the wire: lower case words joined by hyphens, never changed once released. */
  public String code() {
    return code;
  }

  /** The HTTP status that goes with it (RFC 9110, section 15). */
  public int status() {
    return status;
  }

  /** Whether the very same request may succeed when it is sent again later. */
  public boolean retry() {
    return retry;
  }
}
