package chat.warren.user;

/** Who may make an account. */
public enum Registration {
  /** Everybody. */
  OPEN,
  /** Whoever has an invitation link. */
  INVITE,
  /** Nobody. */
  CLOSED
}
