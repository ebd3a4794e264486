package chat.warren.live;

import chat.warren.chat.Conversation;
import chat.warren.chat.Measure;
import chat.warren.chat.Moderation;
import chat.warren.chat.Receipt;
import chat.warren.room.Room;
import chat.warren.room.RoomSettings;
import chat.warren.user.User;
import chat.warren.wire.ClientFrame;
import java.util.concurrent.CompletionStage;

/** What a client's event asks for; the same over the socket and over HTTP. Thread-safe. */
public final class Submission {
  private final Conversation conversation;
  private final Moderation moderation;

  public Submission(Conversation conversation, Moderation moderation) {
    this.conversation = conversation;
    this.moderation = moderation;
  }

  /**
   * Hands an event on.
   *
   * @return as {@link Conversation} and {@link Moderation} have it
   * @throws chat.warren.text.Refused if the type is unknown, or it may not be
   */
  CompletionStage<Receipt> take(ClientFrame frame, Room room, User user) {
    String id = frame.id();
    return switch (type(frame)) {
      case "message" -> conversation.post(room, user, id, frame.message(), frame.replyTo());
      case "edit" -> conversation.edit(room, user, id, frame.seq(), frame.message());
      case "delete" -> conversation.delete(room, user, id, frame.seq());
      case "react" ->
          conversation.react(
              room, user, id, frame.seq(), frame.emoji(), frame.on() == null || frame.on());
      default -> moderation.take(room, user, measure(frame));
    };
  }

  private static Measure measure(ClientFrame frame) {
    RoomSettings settings =
        new RoomSettings(
            frame.title(), frame.topic(), frame.readOnly(), frame.slow(), frame.archived());
    return new Measure(
        frame.type(), frame.id(), frame.name(), frame.role(), frame.until(), settings);
  }

  /** A message may leave its type out, as the plain dialect does. */
  static String type(ClientFrame frame) {
    return frame.type() == null ? "message" : frame.type();
  }
}
