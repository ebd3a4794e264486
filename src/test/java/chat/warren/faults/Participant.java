package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import chat.warren.testing.Site;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A person who speaks in a room over one socket, and reads it from the start. */
final class Participant implements AutoCloseable {
  private static final List<String> EMOJI = List.of("👍", "❤️", "👩‍👩‍👧", "<&\"'");
  private static final long NOWHERE = 1_000_000;

  private final Reader reader;
  private final String room;
  private final Map<String, Sent> sent = new LinkedHashMap<>();
  private int unanswered;

  Participant(Site site, String room) {
    this.reader = Reader.fromTheStart(site, room);
    this.room = room;
  }

  Reader reader() {
    return reader;
  }

  List<Sent> sent() {
    return List.copyOf(sent.values());
  }

  /** Does what the step says; says something when there is nothing to do it with. */
  void act(Step step, String self) {
    Predicate<Seen> own = message -> message.author().equals(self);
    Predicate<Seen> there = message -> !message.deleted();
    switch (step.kind()) {
      case REPLY -> about("message", pick(step, there), step, null);
      case EDIT_OWN -> about("edit", pick(step, own.and(there)), step, null);
      case EDIT_OTHERS -> about("edit", pick(step, own.negate()), step, "not-yours");
      case DELETE_OWN -> about("delete", pick(step, own.and(there)), step, null);
      case DELETE_OTHERS -> about("delete", pick(step, own.negate()), step, "not-yours");
      case REACT, UNREACT -> about("react", pick(step, there), step, null);
      case REPEAT -> repeat(step);
      case REUSE_ID -> reuse(step);
      case ON_MISSING -> about(type(step), NOWHERE + step.pick(), step, "no-such-message");
      case ON_DELETED -> onDeleted(step, own);
      default -> say(step);
    }
    if (step.waits()) {
      await();
    }
  }

  void await() {
    reader.readUntil(() -> unanswered == 0, this::answered);
  }

  /** Nothing comes any more, neither an answer nor an entry. */
  void checkSilence() {
    reader.readUntilNow(this::answered);
    assertEquals(0, unanswered);
  }

  private void answered(JsonObject answer) {
    Sent frame = sent.get(answer.getString("id"));
    assertNotNull(frame, answer::toString);
    frame.answered(answer);
    unanswered--;
  }

  private void say(Step step) {
    send(frame("message").add("message", text(step)).build(), null);
  }

  private void onDeleted(Step step, Predicate<Seen> own) {
    String type = type(step);
    boolean change = type.equals("edit") || type.equals("delete");
    Long seq = pick(step, change ? own.and(Seen::deleted) : Seen::deleted);
    about(type, seq, step, "message-deleted");
  }

  private static String type(Step step) {
    return List.of("message", "edit", "delete", "react").get(step.pick() % 4);
  }

  private void about(String type, Long seq, Step step, String refusal) {
    if (seq == null) {
      say(step);
      return;
    }
    JsonObjectBuilder frame = frame(type);
    frame.add(type.equals("message") ? "replyTo" : "seq", seq);
    if (type.equals("message") || type.equals("edit")) {
      frame.add("message", text(step));
    } else if (type.equals("react")) {
      frame.add("emoji", EMOJI.get(step.pick() % EMOJI.size()));
      frame.add("on", step.kind() != Step.Kind.UNREACT);
    }
    send(frame.build(), refusal);
  }

  private Long pick(Step step, Predicate<Seen> wanted) {
    List<Seen> found = reader.state().messages().stream().filter(wanted).toList();
    return found.isEmpty() ? null : found.get(step.pick() % found.size()).seq();
  }

  private void repeat(Step step) {
    List<Sent> earlier = sent().stream().filter(Sent::mayBeStored).toList();
    if (earlier.isEmpty()) {
      say(step);
    } else {
      transmit(earlier.get(step.pick() % earlier.size()).frame());
    }
  }

  /** Sends an earlier frame again over another socket, as the page does with its outbox. */
  void sendAgain(Step step, Reader other) {
    List<Sent> earlier = sent().stream().filter(Sent::isStored).toList();
    if (!earlier.isEmpty()) {
      other.send("[" + earlier.get(step.pick() % earlier.size()).frame() + "]");
    }
  }

  private void reuse(Step step) {
    List<Sent> earlier = sent().stream().filter(Sent::isStored).toList();
    if (earlier.isEmpty()) {
      say(step);
      return;
    }
    Sent first = earlier.get(step.pick() % earlier.size());
    first.reused();
    String id = first.frame().getString("id");
    transmit(frame("message").add("id", id).add("message", text(step)).build());
  }

  void send(JsonObject frame, String refusal) {
    sent.put(frame.getString("id"), new Sent(frame, refusal));
    transmit(frame);
  }

  private void transmit(JsonObject frame) {
    unanswered++;
    reader.send("[" + frame + "]");
  }

  /** Ids are for good, so the room is part of them. */
  private JsonObjectBuilder frame(String type) {
    return Json.createObjectBuilder().add("type", type).add("id", room + "-" + sent.size());
  }

  /** Each text has a word that no other text has. */
  private String text(Step step) {
    return Words.next() + step.tail();
  }

  @Override
  public void close() {
    reader.close();
  }
}
