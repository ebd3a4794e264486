package chat.warren.chat;

import chat.warren.user.User;

/**
 * An entry on its way into a log: all of it but its number and its time.
 *
 * @param log the log it goes to
 * @param author who wrote it
 * @param id the id that the author's client chose for it, or null
 * @param body what it says
 */
record Draft(long log, User author, MessageId id, MessageBody body) {}
