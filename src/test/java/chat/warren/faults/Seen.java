package chat.warren.faults;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A message as a reader sees it, by the rules of {@code webapp/js/room/message-view.js}.
 *
 * @param text as it is shown, drawn or plain
 * @param reactions sorted by emoji
 */
record Seen(
    long seq,
    Instant at,
    String author,
    Long replyTo,
    String text,
    boolean edited,
    boolean deleted,
    List<Reaction> reactions) {

  /** An emoji and who reacts with it, the first one first. */
  record Reaction(String emoji, List<String> people) {}

  /** From a {@code message} event, or from a message of a {@code reset}. */
  static Seen render(JsonObject message) {
    List<Reaction> reactions = new ArrayList<>();
    if (message.containsKey("reactions")) {
      for (JsonObject reaction : message.getJsonArray("reactions").getValuesAs(JsonObject.class)) {
        List<String> people =
            reaction.getJsonArray("from").getValuesAs(JsonObject.class).stream()
                .map(Seen::party)
                .toList();
        reactions.add(new Reaction(reaction.getString("emoji"), people));
      }
    }
    return new Seen(
        message.getJsonNumber("seq").longValue(),
        Instant.parse(message.getString("at")),
        party(message.getJsonObject("from")),
        message.containsKey("replyTo") ? message.getJsonNumber("replyTo").longValue() : null,
        shown(message),
        message.getBoolean("edited", false),
        message.getBoolean("deleted", false),
        reactions);
  }

  /** A text in which signs mean something is shown as the server has drawn it. */
  private static String shown(JsonObject event) {
    return event.getString("html", event.getString("message", ""));
  }

  static String party(JsonObject from) {
    return from.getString("name") + " " + from.getString("display");
  }

  /** What has become of it: an edit, delete or react event about it. */
  Seen change(JsonObject event) {
    String type = event.getString("type");
    if (type.equals("react")) {
      return react(
          event.getString("emoji"), party(event.getJsonObject("from")), event.getBoolean("on"));
    }
    if (type.equals("delete") || event.getBoolean("deleted", false)) {
      return new Seen(seq, at, author, replyTo, "", false, true, List.of());
    }
    return deleted
        ? this
        : new Seen(seq, at, author, replyTo, shown(event), true, false, reactions);
  }

  private Seen react(String emoji, String person, boolean on) {
    TreeMap<String, List<String>> all = new TreeMap<>();
    reactions.forEach(reaction -> all.put(reaction.emoji(), reaction.people()));
    List<String> people = new ArrayList<>(all.getOrDefault(emoji, List.of()));
    if (on && !people.contains(person)) {
      people.add(person);
    } else if (!on) {
      people.remove(person);
    }
    all.put(emoji, people);
    all.values().removeIf(List::isEmpty);
    List<Reaction> now =
        all.entrySet().stream().map(one -> new Reaction(one.getKey(), one.getValue())).toList();
    return new Seen(seq, at, author, replyTo, text, edited, deleted, now);
  }
}
