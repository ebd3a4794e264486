package chat.warren.chat;

import chat.warren.room.Change;
import chat.warren.room.RoomSettings;
import chat.warren.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry about the room or its people as the page shows it: a small line between messages.
 *
 * @param said its sentences
 */
public record Line(long seq, Instant at, List<Sentence> said) {
  /**
   * A sentence.
   *
   * @param key its text's
   * @param from who did it
   * @param about to whom, or what it is now
   */
  public record Sentence(String key, String from, String about) {}

  static Line of(Entry entry, Texts texts) {
    String from = entry.author().shown(texts);
    List<Sentence> said = new ArrayList<>();
    if (entry.act() instanceof Act.Membership it) {
      String word = it.change().word();
      boolean role = it.change() == Change.ROLE;
      String key = role ? "line.role-" + it.role().word() : "line." + word;
      said.add(new Sentence(key, from, it.person().shown(texts)));
    } else if (entry.act() instanceof Act.RoomChange change) {
      tell(change.to(), from, said);
    }
    return new Line(entry.seq(), entry.at(), said);
  }

  private static void tell(RoomSettings to, String from, List<Sentence> said) {
    if (to.title() != null) {
      said.add(new Sentence("line.title", from, to.title()));
    }
    if (to.topic() != null) {
      said.add(
          new Sentence(to.topic().isEmpty() ? "line.no-topic" : "line.topic", from, to.topic()));
    }
    if (to.readOnly() != null) {
      said.add(new Sentence(to.readOnly() ? "line.read-only" : "line.writable", from, ""));
    }
    if (to.slow() != null) {
      String key = to.slow() == 0 ? "line.quick" : "line.slow";
      said.add(new Sentence(key, from, to.slow().toString()));
    }
    if (to.archived() != null) {
      said.add(new Sentence(to.archived() ? "line.archived" : "line.reopened", from, ""));
    }
  }
}
