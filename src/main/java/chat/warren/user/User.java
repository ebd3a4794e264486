package chat.warren.user;

/**
 * A person, for now always a guest.
 *
 * @param id the number that stands in the store for the person
 * @param name the handle, the only one of its kind, never changed
 * @param display the name that others read
 */
public record User(long id, String name, String display) {}
