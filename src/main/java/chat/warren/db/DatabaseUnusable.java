package chat.warren.db;

/**
 * The store cannot be opened; the message says, for the person who runs the server, why and what to
 * do.
 */
public final class DatabaseUnusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  DatabaseUnusable(String message, Throwable cause) {
    super(message, cause);
  }

  /** What lies at the bottom of a failure, in one line. */
  static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().findFirst().orElse(cause.toString()).strip();
  }
}
