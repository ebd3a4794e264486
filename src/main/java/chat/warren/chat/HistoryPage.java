package chat.warren.chat;

import java.util.List;

/**
 * A stretch of a log as it is seen now.
 *
 * @param head the number of the log's newest entry when the page was read; everything up to it is
 *     in the messages' state
 * @param messages oldest first
 */
public record HistoryPage(long head, List<Message> messages) {}
