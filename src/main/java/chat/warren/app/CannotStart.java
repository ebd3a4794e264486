package chat.warren.app;

/** Warren does not start; the message says in one line why, and what to do. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
