package chat.warren.chat;

import chat.warren.user.User;

/**
 * What one person is to be told of.
 *
 * @param person who is told
 * @param from who did it
 * @param event what stands in the inbox then
 * @param id the same whenever it is told again
 */
record Tiding(User person, User from, Notification event, String id) {}
