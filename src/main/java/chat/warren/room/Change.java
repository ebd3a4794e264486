package chat.warren.room;

import java.util.Arrays;
import java.util.Optional;

/** What can happen to a person in a room. */
public enum Change {
  /** Takes a public room among one's own. */
  JOIN("join", "joined"),
  LEAVE("leave", "left"),
  /** Makes somebody a member at once. */
  INVITE("invite", "invited"),
  /** Makes somebody a member no more, and closes the sockets that are open. */
  REMOVE("remove", "removed"),
  ROLE("role", "role"),
  /** Keeps somebody out; a member is one again when it ends. */
  BAN("ban", "banned"),
  UNBAN("unban", "unbanned"),
  MUTE("mute", "muted"),
  UNMUTE("unmute", "unmuted");

  private final String verb;
  private final String word;

  Change(String verb, String word) {
    this.verb = verb;
    this.word = word;
  }

  /** The word by which clients ask for it. */
  public String verb() {
    return verb;
  }

  /** The word that tells of it afterwards, on the wire and in the store. */
  public String word() {
    return word;
  }

  /** Whether everybody does it for themselves alone. */
  public boolean isOwn() {
    return this == JOIN || this == LEAVE;
  }

  public static Optional<Change> asked(String verb) {
    return Arrays.stream(values()).filter(change -> change.verb.equals(verb)).findFirst();
  }

  /** The change that the store tells of. */
  public static Change told(String word) {
    return Arrays.stream(values())
        .filter(change -> change.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a change of unknown kind " + word));
  }
}
