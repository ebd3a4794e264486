package chat.warren.faults;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one client has said and what it was told, kept as a careful client keeps it. Whatever the
 * protocol does not allow is a complaint. Thread-safe.
 */
final class Books {
  private final Map<String, String> said = new LinkedHashMap<>();
  private final Map<String, String> waiting = new LinkedHashMap<>();
  private final Map<String, Long> acknowledged = new LinkedHashMap<>();
  private final TreeMap<Long, Seen> seen = new TreeMap<>();
  private final Map<String, Integer> refusals = new LinkedHashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private String name;
  private long last;
  private int resets;

  /** An entry as it was read from a socket; the id only if it is one's own. */
  record Seen(String author, String id, String text) {}

  synchronized void say(String id, String text) {
    said.put(id, text);
    waiting.put(id, text);
  }

  /** Takes the acknowledgement of a message, by whatever way it came. */
  synchronized void acknowledge(String id, long seq) {
    waiting.remove(id);
    Long before = acknowledged.put(id, seq);
    if (before != null && before != seq) {
      complaints.add(id + " was acknowledged as " + before + " and as " + seq);
    }
  }

  /** Takes an event of {@code warren.v1}. */
  synchronized void take(JsonObject event) {
    switch (event.getString("type")) {
      case "hello" -> name = event.getJsonObject("you").getString("name");
      case "message" -> read(event, false);
      case "reset" -> reset(event);
      case "error" -> refused(event);
      default -> {
        // A signal.
      }
    }
  }

  /**
   * @param again whether what is known already may come once more
   */
  private void read(JsonObject event, boolean again) {
    long seq = event.getInt("seq");
    String author = event.getJsonObject("from").getString("name");
    Seen entry = new Seen(author, event.getString("id", null), event.getString("message"));
    if (entry.id() != null) {
      acknowledge(entry.id(), seq);
    }
    if (seq > last + 1) {
      complaints.add(seq + " came after " + last);
    }
    last = Math.max(last, seq);
    Seen before = seen.put(seq, entry);
    if (before != null && !before.equals(entry)) {
      complaints.add(seq + " was " + before + " and is " + entry);
    } else if (before != null && entry.id() == null && !again) {
      complaints.add(seq + " came twice");
    }
  }

  private void reset(JsonObject event) {
    List<JsonObject> entries = event.getJsonArray("entries").getValuesAs(JsonObject.class);
    resets++;
    last = entries.isEmpty() ? event.getInt("head") : entries.get(0).getInt("seq") - 1;
    entries.forEach(entry -> read(entry, true));
  }

  private void refused(JsonObject event) {
    String code = event.getString("code");
    refusals.merge(code, 1, Integer::sum);
    if (!event.getBoolean("retry")) {
      complaints.add("refused for good: " + event);
    }
  }

  /** What has to be sent again after a break, in the order in which it was said. */
  synchronized Map<String, String> waiting() {
    return new LinkedHashMap<>(waiting);
  }

  synchronized int waitingCount() {
    return waiting.size();
  }

  /** The number of the last entry seen. */
  synchronized long last() {
    return last;
  }

  synchronized String name() {
    return name;
  }

  synchronized int resets() {
    return resets;
  }

  synchronized Map<String, String> said() {
    return new LinkedHashMap<>(said);
  }

  synchronized Map<String, Long> acknowledged() {
    return new LinkedHashMap<>(acknowledged);
  }

  synchronized Map<Long, Seen> seen() {
    return new TreeMap<>(seen);
  }

  /** How often each code of refusal came. */
  synchronized Map<String, Integer> refusals() {
    return new LinkedHashMap<>(refusals);
  }

  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }
}
