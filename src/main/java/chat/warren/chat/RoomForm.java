package chat.warren.chat;

import chat.warren.room.RoomSettings;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a form of a room's pages asks for, read from its fields. Stateless. */
final class RoomForm {
  private RoomForm() {}

  /** The measure; none for the composer's form, whose type is absent. */
  static Optional<Measure> measure(HttpServletRequest request) {
    String type = request.getParameter("type");
    if (type == null || type.equals("message")) {
      return Optional.empty();
    }
    String name = filled(request, "name");
    return Optional.of(
        new Measure(
            type,
            filled(request, "id"),
            name == null || !name.startsWith("@") ? name : name.substring(1),
            request.getParameter("role"),
            until(request),
            settings(request)));
  }

  private static RoomSettings settings(HttpServletRequest request) {
    return new RoomSettings(
        request.getParameter("title"),
        request.getParameter("topic"),
        truth(request.getParameter("readOnly")),
        seconds(request.getParameter("slow")),
        truth(request.getParameter("archived")));
  }

  /** A page without scripts cannot know the time, so it names how long: {@code for=PT1H}. */
  private static String until(HttpServletRequest request) {
    String length = filled(request, "for");
    try {
      return length == null
          ? filled(request, "until")
          : Instant.now().plus(Duration.parse(length)).toString();
    } catch (ArithmeticException | DateTimeException e) {
      throw new Refused(Refusal.BAD_UNTIL);
    }
  }

  private static String filled(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static Boolean truth(String value) {
    return value == null ? null : Boolean.valueOf(value);
  }

  private static Long seconds(String value) {
    try {
      return value == null ? null : Long.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw new Refused(Refusal.BAD_SLOW, RoomSettings.MAX_SLOW.toSeconds());
    }
  }
}
