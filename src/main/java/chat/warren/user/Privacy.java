package chat.warren.user;

/**
 * What a person lets others do and see directly.
 *
 * @param writers who may write to the person
 * @param receipts whether the person shows how far they have read, and sees it of others
 */
public record Privacy(Writers writers, boolean receipts) {}
