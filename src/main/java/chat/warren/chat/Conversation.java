package chat.warren.chat;

import chat.warren.room.Room;
import chat.warren.user.User;
import java.util.concurrent.CompletionStage;

/** The rules of speaking: every message, by whatever way it comes in, passes here. Thread-safe. */
public final class Conversation {
  private final Journal journal;

  public Conversation(Journal journal) {
    this.journal = journal;
  }

  /**
   * Says something in a room. Returns at once.
   *
   * @param id the id that the author's client chose, or null for none
   * @param text what is said
   * @return completes when the message is on the disk, or with {@link chat.warren.text.Refused};
   *     what follows must be quick
   * @throws chat.warren.text.Refused if it may not be said
   */
  public CompletionStage<Receipt> post(Room room, User author, String id, String text) {
    MessageId messageId = id == null ? null : new MessageId(id);
    return journal.append(new Draft(room.log(), author, messageId, new MessageBody(text)));
  }
}
