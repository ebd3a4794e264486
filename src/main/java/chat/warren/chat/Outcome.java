package chat.warren.chat;

import chat.warren.chat.Journal.Pending;
import chat.warren.text.Refused;

/**
 * What became of a draft: a receipt or a refusal.
 *
 * @param receipt null if it was refused
 * @param refused null if it is stored
 */
record Outcome(Pending pending, Receipt receipt, Refused refused) {
  static Outcome stored(Pending pending, Receipt receipt) {
    return new Outcome(pending, receipt, null);
  }

  static Outcome refused(Pending pending, Refused refused) {
    return new Outcome(pending, null, refused);
  }

  /** Whether the log has grown by it. */
  boolean isNew() {
    return receipt != null && !receipt.again();
  }

  void tell() {
    if (receipt == null) {
      pending.receipt().completeExceptionally(refused);
    } else {
      pending.receipt().complete(receipt);
    }
  }
}
