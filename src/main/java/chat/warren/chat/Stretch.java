package chat.warren.chat;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Urls;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * Which part of a log's history somebody asks for.
 *
 * @param side on which side of the number
 * @param seq the number of an entry
 */
public record Stretch(Side side, long seq) {
  private static final Stretch NEWEST = new Stretch(Side.BEFORE, Long.MAX_VALUE);

  enum Side {
    BEFORE,
    AFTER,
    AROUND
  }

  /**
   * What the parameter {@code before}, {@code after} or {@code around} of a request names; without
   * one the newest.
   *
   * @throws Refused {@link Refusal#BAD_PARAMETER}
   */
  public static Stretch of(HttpServletRequest request) {
    for (Side side : Side.values()) {
      String name = side.name().toLowerCase(Locale.ROOT);
      if (request.getParameter(name) != null) {
        return new Stretch(side, Urls.number(request, name, least(side), Long.MAX_VALUE));
      }
    }
    return NEWEST;
  }

  private static long least(Side side) {
    return side == Side.AFTER ? 0 : 1;
  }

  /**
   * The messages of the stretch.
   *
   * @param limit how many at most
   */
  public HistoryPage read(History history, long log, int limit) {
    return switch (side) {
      case BEFORE -> history.before(log, seq, limit);
      case AFTER -> history.next(log, seq, limit);
      case AROUND -> history.around(log, seq, limit);
    };
  }
}
