package chat.warren.room;

import chat.warren.user.User;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A direct conversation as one of its people has it before them, whether or not it was begun.
 *
 * @param key names the others in the one spelling that all others lead to; for notes to oneself,
 *     oneself
 * @param title the names of the others
 * @param people all of its people, oneself included
 */
public record Direct(Company key, String title, List<User> people) {
  /**
   * The conversation of these people.
   *
   * @param people in any order
   */
  static Direct of(User me, Collection<User> people) {
    List<User> others = people.stream().filter(it -> it.id() != me.id()).toList();
    List<User> shown = others.isEmpty() ? List.of(me) : others;
    String title =
        shown.stream()
            .sorted(Comparator.comparing(User::display).thenComparing(User::name))
            .map(User::display)
            .collect(Collectors.joining(", "));
    return new Direct(
        new Company(shown.stream().map(User::name).toList()), title, List.copyOf(people));
  }

  /** What the store knows these people by. */
  String signature() {
    return people.stream()
        .map(User::id)
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }
}
