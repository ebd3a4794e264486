package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Secret;
import java.util.Optional;

/**
 * How the first administrator comes to be: whoever reads the server's log knows the token. There is
 * another one at each start until it has been used. Thread-safe.
 */
public final class Setup {
  private final Accounts accounts;
  private final Tries tries;
  private final String token = Secret.create();
  private volatile boolean done;

  public Setup(Accounts accounts, Tries tries) {
    this.accounts = accounts;
    this.tries = tries;
  }

  /** Whether there is no administrator yet. */
  public boolean isOpen() {
    if (!done) {
      done = accounts.hasAdministrator();
    }
    return !done;
  }

  /** What must be known to become the administrator; for the server's log alone. */
  public Optional<String> token() {
    return isOpen() ? Optional.of(token) : Optional.empty();
  }

  /**
   * Makes the first administrator.
   *
   * @param guess what somebody takes for the token
   * @throws Refused {@link Refusal#SETUP_TOKEN_WRONG} if it is another, or there is an
   *     administrator
   */
  User administrator(String guess, Newcomer newcomer, Optional<User> guest, String address) {
    tries.step(address);
    if (!isOpen() || !Secret.same(token, guess == null ? "" : guess.strip())) {
      throw new Refused(Refusal.SETUP_TOKEN_WRONG);
    }
    return accounts.setUp(newcomer, guest, address);
  }
}
