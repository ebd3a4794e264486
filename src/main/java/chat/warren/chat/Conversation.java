package chat.warren.chat;

import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.Standing;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The rules of speaking: whatever is said or changed, by whatever way it comes in, passes here. All
 * methods return at once; what they give completes when the entry is on the disk, or with {@link
 * Refused}, and what follows must be quick. They throw {@link Refused} if it may not be.
 * Thread-safe.
 */
public final class Conversation {
  private final Doors doors;
  private final Journal journal;
  private final Pace pace;

  public Conversation(Doors doors, Journal journal, Pace pace) {
    this.doors = doors;
    this.journal = journal;
    this.pace = pace;
  }

  /**
   * Says something in a room.
   *
   * @param id the id that the author's client chose, or null for none
   * @param replyTo the number of the message that it answers, or null
   */
  public CompletionStage<Receipt> post(
      Room room, User author, String id, String text, Long replyTo) {
    return append(room, author, id, new Act.Say(new MessageBody(text).value(), replyTo));
  }

  /** Gives one's own message another text. */
  public CompletionStage<Receipt> edit(
      Room room, User author, String id, Long target, String text) {
    return append(room, author, id, new Act.Edit(named(target), new MessageBody(text).value()));
  }

  /** Takes the text of one's own message away for good. */
  public CompletionStage<Receipt> delete(Room room, User author, String id, Long target) {
    return append(room, author, id, new Act.Delete(named(target)));
  }

  /** Reacts to a message, or takes that back. */
  public CompletionStage<Receipt> react(
      Room room, User author, String id, Long target, String emoji, boolean on) {
    return append(room, author, id, new Act.React(named(target), new Emoji(emoji).value(), on));
  }

  private CompletionStage<Receipt> append(Room room, User author, String id, Act act) {
    MessageId messageId = id == null ? null : new MessageId(id);
    Standing standing = doors.standing(room, author);
    standing.checkSpeak();
    pace.step(author);
    Duration pause = act instanceof Act.Say ? standing.pause() : Duration.ZERO;
    return journal.append(new Draft(room, author, messageId, act, pause));
  }

  private static long named(Long target) {
    if (target == null) {
      throw new Refused(Refusal.NO_SUCH_MESSAGE);
    }
    return target;
  }
}
