package chat.warren.chat;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the author of a message gets when it is stored.
 *
 * @param entry the message as it stands in the log
 * @param again whether it stood there before, so that this time nothing was added
 */
public record Receipt(Entry entry, boolean again) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Waits until it is there.
   *
   * @throws Refused if it was not stored, or nobody knows yet whether it will be
   */
  public static Receipt await(CompletionStage<Receipt> stored) {
    try {
      return stored.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Refused refused ? refused : new Refused(Refusal.NOT_STORED);
    } catch (TimeoutException e) {
      throw new Refused(Refusal.BUSY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(Refusal.CLOSING);
    }
  }
}
