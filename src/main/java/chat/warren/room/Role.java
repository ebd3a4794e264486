package chat.warren.room;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.util.Arrays;
import java.util.Locale;

/** What a member is in a room, the least first. */
public enum Role {
  /** Belongs to it. */
  MEMBER,
  /** Sees to it that people get on: invites, removes, bans, mutes, sets topic and pace. */
  MODERATOR,
  /** Decides about the room itself: its title, its moderators and owners, its end. */
  OWNER;

  /** The word for it on the wire and in the store. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param word may be null
   * @throws Refused {@link Refusal#BAD_ROLE}
   */
  public static Role of(String word) {
    return Arrays.stream(values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refused(Refusal.BAD_ROLE));
  }
}
