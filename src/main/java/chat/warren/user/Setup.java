package chat.warren.user;

import chat.warren.db.Facts;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Secret;
import java.util.Optional;

/**
 * How the first administrator comes to be: whoever reads the server's log knows the token. There is
 * another one at each start, or one of all nodes, until it has been used. Thread-safe.
 */
public final class Setup {
  /** Under which name the nodes keep it together. */
  private static final String TOKEN = "setup";

  private final Accounts accounts;
  private final Tries tries;
  private final String token;
  private final Runnable whenUsed;
  private volatile boolean done;

  /** Of a single node. */
  public Setup(Accounts accounts, Tries tries) {
    this(accounts, tries, Secret.create(), () -> {});
  }

  /** Of many nodes, which all take the same token. */
  public Setup(Accounts accounts, Tries tries, Facts facts) {
    this(accounts, tries, facts.of(TOKEN, Secret::create), () -> facts.forget(TOKEN));
  }

  private Setup(Accounts accounts, Tries tries, String token, Runnable whenUsed) {
    this.accounts = accounts;
    this.tries = tries;
    this.token = token;
    this.whenUsed = whenUsed;
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
    User administrator = accounts.setUp(newcomer, guest, address);
    whenUsed.run();
    return administrator;
  }
}
