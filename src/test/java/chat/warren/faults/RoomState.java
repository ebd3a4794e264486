package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** A room as a reader sees it: what {@code webapp/js/room/message-list.js} shows. */
final class RoomState {
  private static final Set<String> ENTRIES = Set.of("message", "edit", "delete", "react");

  private final TreeMap<Long, Seen> messages = new TreeMap<>();
  private long head;

  RoomState() {}

  /** What a page of the newest history shows. */
  RoomState(long head, List<Seen> page) {
    this.head = head;
    page.forEach(message -> messages.put(message.seq(), message));
  }

  static RoomState of(JsonObject reset) {
    return new RoomState(
        reset.getJsonNumber("head").longValue(),
        reset.getJsonArray("entries").getValuesAs(JsonObject.class).stream()
            .map(Seen::render)
            .toList());
  }

  static boolean isEntry(JsonObject event) {
    return ENTRIES.contains(event.getString("type"));
  }

  /** Takes an entry of the log; one that is known already changes nothing, and none is left out. */
  void apply(JsonObject entry) {
    long seq = entry.getJsonNumber("seq").longValue();
    if (seq <= head) {
      return;
    }
    assertEquals(head + 1, seq, () -> "a hole in the log before " + entry);
    head = seq;
    if (entry.getString("type").equals("message")) {
      messages.put(seq, Seen.render(entry));
    } else {
      messages.computeIfPresent(
          entry.getJsonNumber("target").longValue(), (target, seen) -> seen.change(entry));
    }
  }

  long head() {
    return head;
  }

  List<Seen> messages() {
    return List.copyOf(messages.values());
  }

  Seen message(long seq) {
    return messages.get(seq);
  }

  List<Seen> newest(int count) {
    List<Seen> all = messages();
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  List<Seen> since(long seq) {
    return List.copyOf(messages.tailMap(seq, true).values());
  }
}
