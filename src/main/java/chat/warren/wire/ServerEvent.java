package chat.warren.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * What the server sends, as it is written to the wire; what is null is left out. Written by {@link
 * FrameCodec} alone.
 */
public sealed interface ServerEvent {
  /** A person as others see it. */
  @JsonbPropertyOrder({"name", "display"})
  record Party(String name, String display) {}

  /** The bounds of what a client may send: characters of a text and of an id, bytes of a frame. */
  @JsonbPropertyOrder({"text", "id", "frame"})
  record Limits(int text, int id, int frame) {}

  /** The first event on every socket. */
  @JsonbPropertyOrder({"type", "room", "you", "head", "people", "limits"})
  record Hello(String type, String room, Party you, long head, List<Party> people, Limits limits)
      implements ServerEvent {}

  /** An entry of the log; {@code id} only for its author. */
  @JsonbPropertyOrder({"type", "seq", "at", "from", "id", "message"})
  record Message(String type, long seq, String at, Party from, String id, String message)
      implements ServerEvent {}

  /** The newest page of history, in place of more than can be sent one by one. */
  @JsonbPropertyOrder({"type", "head", "entries"})
  record Reset(String type, long head, List<Message> entries) implements ServerEvent {}

  /** {@code here} or {@code gone}: somebody came or left. */
  @JsonbPropertyOrder({"type", "from"})
  record Whereabouts(String type, Party from) implements ServerEvent {}

  /** The answer to a frame that was refused. */
  @JsonbPropertyOrder({"type", "id", "code", "message", "retry"})
  record Failure(String type, String id, String code, String message, boolean retry)
      implements ServerEvent {}

  /** The answer to {@code ping}. */
  record Pong(String type) implements ServerEvent {}
}
