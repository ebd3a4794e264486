package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A frame that a person has sent, once or more often, and every answer to it. */
final class Sent {
  private final JsonObject frame;
  private final String refusal;
  private final List<JsonObject> answers = new ArrayList<>();
  private int reuses;

  /**
   * @param refusal the code with which it has to be refused, or null
   */
  Sent(JsonObject frame, String refusal) {
    this.frame = frame;
    this.refusal = refusal;
  }

  JsonObject frame() {
    return frame;
  }

  String text() {
    return frame.getString("message", null);
  }

  boolean mayBeStored() {
    return refusal == null;
  }

  boolean isStored() {
    return answers.stream().anyMatch(RoomState::isEntry);
  }

  /** The number that it got. */
  long seq() {
    return answers.stream()
        .filter(RoomState::isEntry)
        .findFirst()
        .orElseThrow()
        .getJsonNumber("seq")
        .longValue();
  }

  /** The message whose text it gives, if it was stored. */
  Long messageOfText() {
    if (text() == null || !isStored()) {
      return null;
    }
    return frame.getString("type").equals("edit") ? target() : Long.valueOf(seq());
  }

  void reused() {
    reuses++;
  }

  void answered(JsonObject answer) {
    answers.add(answer);
  }

  /** Every answer is one that the contract allows, given what the room looks like in the end. */
  void check(RoomState end) {
    List<JsonObject> acknowledged = answers.stream().filter(RoomState::isEntry).toList();
    List<JsonObject> refused = answers.stream().filter(a -> !RoomState.isEntry(a)).toList();
    if (refusal != null) {
      refused.forEach(answer -> assertEquals(refusal, answer.getString("code"), this::toString));
      assertEquals(List.of(), acknowledged, this::toString);
    } else if (acknowledged.isEmpty()) {
      refused.forEach(this::checkTooLate);
      assertTrue(target() != null && end.message(target()).deleted(), this::toString);
    } else {
      acknowledged.forEach(answer -> checkSame(acknowledged.get(0), answer));
      refused.forEach(
          answer -> assertEquals("id-reused", answer.getString("code"), this::toString));
      checkReuses(refused.size(), end);
    }
  }

  private void checkTooLate(JsonObject answer) {
    assertEquals("message-deleted", answer.getString("code"), this::toString);
  }

  /** Of a message whose text is gone nobody can tell whether another text is another message. */
  private void checkReuses(int refused, RoomState end) {
    Seen message = end.message(seq());
    boolean deleted = message != null && message.deleted();
    assertTrue(deleted ? refused <= reuses : refused == reuses, this::toString);
  }

  private void checkSame(JsonObject first, JsonObject again) {
    for (String key : List.of("type", "seq", "at", "from", "id")) {
      assertEquals(first.get(key), again.get(key), this::toString);
    }
    for (String key : List.of("replyTo", "emoji", "on")) {
      assertEquals(frame.get(key), again.get(key), this::toString);
    }
    assertEquals(frame.get("seq"), again.get("target"), this::toString);
    if (!again.getBoolean("deleted", false)) {
      assertEquals(text(), again.getString("message", null), this::toString);
    }
  }

  private Long target() {
    String key = frame.getString("type").equals("message") ? "replyTo" : "seq";
    return frame.containsKey(key)
        ? Objects.requireNonNull(frame.getJsonNumber(key)).longValue()
        : null;
  }

  @Override
  public String toString() {
    return frame + " answered by " + answers;
  }
}
