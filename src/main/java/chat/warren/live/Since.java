package chat.warren.live;

import java.util.List;

/** The {@code since} of a socket's URL. Stateless. */
final class Since {
  private Since() {}

  /** Its number; null when there is none; a number that no log has when it is no number. */
  static Long read(List<String> values) {
    if (values == null || values.isEmpty()) {
      return null;
    }
    try {
      return Math.max(Connection.LOST, Long.parseLong(values.get(0)));
    } catch (NumberFormatException e) {
      return Connection.LOST;
    }
  }

  static boolean isBad(List<String> values) {
    Long since = read(values);
    return since != null && since == Connection.LOST;
  }
}
