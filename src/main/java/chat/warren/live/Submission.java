package chat.warren.live;

import chat.warren.chat.Conversation;
import chat.warren.chat.Receipt;
import chat.warren.room.Room;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User;
import chat.warren.wire.ClientFrame;
import java.util.concurrent.CompletionStage;

/**
 * What a client's event asks of the conversation; the same over the socket and over HTTP.
 * Stateless.
 */
final class Submission {
  private Submission() {}

  /**
   * Hands an event on.
   *
   * @return as {@link Conversation} has it
   * @throws Refused if the type is unknown, or the conversation does not take it
   */
  static CompletionStage<Receipt> of(
      ClientFrame frame, Conversation conversation, Room room, User user) {
    String id = frame.id();
    return switch (type(frame)) {
      case "message" -> conversation.post(room, user, id, frame.message(), frame.replyTo());
      case "edit" -> conversation.edit(room, user, id, frame.seq(), frame.message());
      case "delete" -> conversation.delete(room, user, id, frame.seq());
      case "react" ->
          conversation.react(
              room, user, id, frame.seq(), frame.emoji(), frame.on() == null || frame.on());
      default -> throw new Refused(Refusal.UNKNOWN_TYPE, frame.type());
    };
  }

  /** A message may leave its type out, as the plain dialect does. */
  static String type(ClientFrame frame) {
    return frame.type() == null ? "message" : frame.type();
  }
}
