package chat.warren.user;

import chat.warren.text.Texts;
import java.util.Locale;

/**
 * A person.
 *
 * @param id the number that stands in the store for the person
 * @param name the handle, the only one of its kind; a guest's changes once, by registering
 * @param display the name that others read
 * @param rank what the person is to the whole of Warren
 * @param colour the one that the person has chosen, of {@link Profile#COLOURS}; null for none
 */
public record User(long id, String name, String display, Rank rank, String colour) {
  /** What a person is to the whole of Warren; what one may do in a room is the room's. */
  public enum Rank {
    /** Came in under a name of the moment; the browser's cookie is all there is. */
    GUEST,
    /** Has an account. */
    REGISTERED,
    /** Has an account, and may do everything. */
    ADMINISTRATOR;

    /** As the store has it. */
    static Rank of(boolean guest, boolean administrator) {
      return administrator ? ADMINISTRATOR : guest ? GUEST : REGISTERED;
    }
  }

  /** With what the handles of deleted accounts begin. */
  public static final String DELETED_PREFIX = "deleted-";

  /** With what the handles of applications begin. */
  static final String APPLICATION_PREFIX = "app-";

  /** Somebody of whom only the names matter: the author of an entry. */
  public User(long id, String name, String display) {
    this(id, name, display, Rank.GUEST);
  }

  /** Somebody who has chosen no colour. */
  public User(long id, String name, String display, Rank rank) {
    this(id, name, display, rank, null);
  }

  /**
   * The ground of the person's picture, as style sheets and scripts know it: the chosen colour,
   * else one that goes by the handle.
   */
  public String tone() {
    return colour != null ? colour : "tone-" + name.chars().sum() % Profile.COLOURS.size();
  }

  /** The first character of the person's name, for the picture. */
  public String initial() {
    return new String(Character.toChars(display.codePointAt(0))).toUpperCase(Locale.ROOT);
  }

  public boolean isGuest() {
    return rank == Rank.GUEST;
  }

  /** Whether nobody is there any more: only what the person wrote is. */
  public boolean isDeleted() {
    return name.startsWith(DELETED_PREFIX);
  }

  /** The name that a reader reads: that of whoever is no more, in the reader's language. */
  public String shown(Texts texts) {
    return isDeleted() ? texts.of("account.deleted") : display;
  }

  /** The same person with another rank. */
  public User as(Rank now) {
    return new User(id, name, display, now, colour);
  }

  public boolean isAdministrator() {
    return rank == Rank.ADMINISTRATOR;
  }
}
