package chat.warren.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * What the server sends, as it is written to the wire; what is null is left out. Written by {@link
 * FrameCodec} alone.
 */
public sealed interface ServerEvent {
  /** A person as others see it; with a colour if one is chosen, with a state where it is told. */
  @JsonbPropertyOrder({"name", "display", "colour", "state"})
  record Party(String name, String display, String colour, String state) {}

  /** The bounds of what a client may send: characters of a text and of an id, bytes of a frame. */
  @JsonbPropertyOrder({"text", "id", "frame"})
  record Limits(int text, int id, int frame) {}

  /** The first event on every socket. */
  @JsonbPropertyOrder({
    "type",
    "room",
    "you",
    "head",
    "people",
    "read",
    "level",
    "standing",
    "receipts",
    "limits"
  })
  record Hello(
      String type,
      String room,
      Party you,
      long head,
      List<Party> people,
      long read,
      String level,
      Standing standing,
      List<Read> receipts,
      Limits limits)
      implements ServerEvent {}

  /** The first event on every socket of an inbox, which is seen up to {@code read}. */
  @JsonbPropertyOrder({"type", "you", "head", "read", "limits"})
  record HelloInbox(String type, Party you, long head, long read, Limits limits)
      implements ServerEvent {}

  /** What the reader may do here; may speak unless there is a silence. */
  @JsonbPropertyOrder({"type", "role", "moderates", "owns", "silence"})
  record Standing(String type, String role, boolean moderates, boolean owns, Silence silence)
      implements ServerEvent {}

  /** Why the reader may not speak. */
  @JsonbPropertyOrder({"code", "message"})
  record Silence(String code, String message) {}

  /**
   * An entry of the log; {@code id} only for its author, {@code html} only if the text means more
   * than itself. {@code deleted} when the message that it is or edits was deleted since.
   */
  @JsonbPropertyOrder({
    "type", "seq", "at", "from", "id", "target", "message", "html", "replyTo", "emoji", "on",
    "deleted"
  })
  record LogEntry(
      String type,
      long seq,
      String at,
      Party from,
      String id,
      Long target,
      String message,
      String html,
      Long replyTo,
      String emoji,
      Boolean on,
      Boolean deleted)
      implements ServerEvent {}

  /** An entry that tells what happened to a person in the room; {@code id} only for its author. */
  @JsonbPropertyOrder({"type", "seq", "at", "from", "id", "change", "person", "role", "until"})
  record MemberEntry(
      String type,
      long seq,
      String at,
      Party from,
      String id,
      String change,
      Party person,
      String role,
      String until)
      implements ServerEvent {}

  /** An entry that tells what is another about the room; {@code id} only for its author. */
  @JsonbPropertyOrder({
    "type",
    "seq",
    "at",
    "from",
    "id",
    "title",
    "topic",
    "readOnly",
    "slow",
    "archived"
  })
  record RoomEntry(
      String type,
      long seq,
      String at,
      Party from,
      String id,
      String title,
      String topic,
      Boolean readOnly,
      Long slow,
      Boolean archived)
      implements ServerEvent {}

  /** A message in its current state; {@code id} and {@code html} as in an entry. */
  @JsonbPropertyOrder({
    "type",
    "seq",
    "at",
    "from",
    "id",
    "message",
    "html",
    "replyTo",
    "edited",
    "deleted",
    "reactions"
  })
  record CurrentMessage(
      String type,
      long seq,
      String at,
      Party from,
      String id,
      String message,
      String html,
      Long replyTo,
      Boolean edited,
      Boolean deleted,
      List<Reaction> reactions)
      implements ServerEvent {}

  /** An emoji and who reacts with it. */
  @JsonbPropertyOrder({"emoji", "from"})
  record Reaction(String emoji, List<Party> from) {}

  /** What a message answers; without a text if it was deleted. */
  @JsonbPropertyOrder({"seq", "from", "message", "deleted"})
  record Quoted(long seq, Party from, String message, Boolean deleted) implements ServerEvent {}

  /** {@code here}, {@code gone}, {@code state} or {@code typing}: what somebody does. */
  @JsonbPropertyOrder({"type", "from"})
  record Whereabouts(String type, Party from) implements ServerEvent {}

  /** Somebody has read up to a number: oneself without {@code from}, another with it. */
  @JsonbPropertyOrder({"type", "from", "seq"})
  record Read(String type, Party from, long seq) implements ServerEvent {}

  /** What of this room counts as unread from now on. */
  @JsonbPropertyOrder({"type", "level"})
  record Level(String type, String level) implements ServerEvent {}

  /** What is unread in another of one's rooms; {@code gone} when it is none any more. */
  @JsonbPropertyOrder({"type", "room", "title", "unread", "mentions", "gone"})
  record Unread(
      String type, String room, String title, Integer unread, Integer mentions, Boolean gone)
      implements ServerEvent {}

  /** The answer to {@code ping}. */
  record Pong(String type) implements ServerEvent {}
}
