package chat.warren.user;

/**
 * Who may come in, as the person who runs the server has set it.
 *
 * @param guests whether people without an account may come in
 * @param registration who may make an account
 */
public record Entrance(boolean guests, Registration registration) {
  /** Whether everybody may make an account. */
  public boolean isOpen() {
    return registration == Registration.OPEN;
  }
}
