package chat.warren.user;

/**
 * A person.
 *
 * @param id the number that stands in the store for the person
 * @param name the handle, the only one of its kind, never changed
 * @param display the name that others read
 * @param rank what the person is to the whole of Warren
 */
public record User(long id, String name, String display, Rank rank) {
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

  /** Somebody of whom only the names matter: the author of an entry. */
  public User(long id, String name, String display) {
    this(id, name, display, Rank.GUEST);
  }

  public boolean isGuest() {
    return rank == Rank.GUEST;
  }

  public boolean isAdministrator() {
    return rank == Rank.ADMINISTRATOR;
  }
}
