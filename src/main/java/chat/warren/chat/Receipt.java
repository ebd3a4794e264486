package chat.warren.chat;

/**
 * What the author of a message gets when it is stored.
 *
 * @param entry the message as it stands in the log
 * @param again whether it stood there before, so that this time nothing was added
 */
public record Receipt(Entry entry, boolean again) {}
