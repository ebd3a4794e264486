package chat.warren.wire;

import chat.warren.chat.Entry;
import chat.warren.chat.MessageBody;
import chat.warren.chat.MessageId;
import chat.warren.room.RoomName;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.User;
import chat.warren.web.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The one place that knows how frames look: reads the client's and writes the server's. Stateless.
 */
public final class FrameCodec {
  /** The largest frame that a client may send, in bytes. */
  public static final int MAX_FRAME = 64 * 1024;

  private static final ServerEvent.Limits LIMITS =
      new ServerEvent.Limits(MessageBody.MAX_LENGTH, MessageId.MAX_LENGTH, MAX_FRAME);

  private FrameCodec() {}

  /**
   * The events in a client's frame: an array of them, or a single one.
   *
   * @throws Refused {@link Refusal#NOT_JSON}
   */
  public static List<ClientFrame> read(String frame) {
    String json = frame.strip();
    List<ClientFrame> events =
        json.startsWith("[")
            ? Arrays.asList(Json.read(json, ClientFrame[].class))
            : Arrays.asList(Json.read(json, ClientFrame.class));
    if (events.contains(null)) {
      throw new Refused(Refusal.NOT_JSON);
    }
    return events;
  }

  public static String hello(RoomName room, User you, long head, List<User> people) {
    List<ServerEvent.Party> parties = people.stream().map(FrameCodec::party).toList();
    return write(new ServerEvent.Hello("hello", room.value(), party(you), head, parties, LIMITS));
  }

  /** An entry as others see it. */
  public static String entry(Entry entry) {
    return MessageText.of(message(entry, null));
  }

  /** An entry as its author sees it: with the id, which makes it the acknowledgement. */
  public static String ownEntry(Entry entry) {
    return MessageText.of(message(entry, entry.id()));
  }

  public static String reset(long head, List<Entry> newest, User reader) {
    List<ServerEvent.Message> messages =
        newest.stream()
            .map(entry -> message(entry, isBy(reader, entry) ? entry.id() : null))
            .toList();
    return write(new ServerEvent.Reset("reset", head, messages));
  }

  public static String here(User user) {
    return write(new ServerEvent.Whereabouts("here", party(user)));
  }

  public static String gone(User user) {
    return write(new ServerEvent.Whereabouts("gone", party(user)));
  }

  public static String failure(String id, Refused refused, Texts texts) {
    Refusal refusal = refused.refusal();
    return wellFormed(
        write(
            new ServerEvent.Failure(
                "error", id, refusal.code(), refused.sentence(texts), refusal.retry())));
  }

  /** What a refused frame held may have no form in UTF-8: halves of surrogate pairs. */
  private static String wellFormed(String event) {
    return new String(event.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  public static String pong() {
    return write(new ServerEvent.Pong("pong"));
  }

  public static boolean isBy(User user, Entry entry) {
    return entry.author().id() == user.id();
  }

  private static ServerEvent.Message message(Entry entry, String id) {
    return new ServerEvent.Message(
        "message",
        entry.seq(),
        MessageText.time(entry.at()),
        party(entry.author()),
        id,
        entry.text());
  }

  private static ServerEvent.Party party(User user) {
    return new ServerEvent.Party(user.name(), user.display());
  }

  private static String write(ServerEvent event) {
    return Json.write(event);
  }
}
