package chat.warren.db;

/** All of a store cannot be moved; the message says, for the person who does it, why. */
public final class CannotMove extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotMove(String message, Throwable cause) {
    super(message, cause);
  }
}
