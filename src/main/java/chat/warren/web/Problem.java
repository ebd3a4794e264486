package chat.warren.web;

import chat.warren.text.Refused;
import chat.warren.text.Texts;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.nio.charset.StandardCharsets;

/**
 * A refusal as programs read it: the {@code error} event of the sockets, and the body over HTTP.
 */
@JsonbPropertyOrder({"type", "id", "code", "message", "retry"})
public record Problem(String type, String id, String code, String message, boolean retry) {
  /** An id that is longer by far than one may be is not repeated. */
  private static final int QUOTE = 200;

  /**
   * A refusal as JSON.
   *
   * @param id the id of the frame that is refused, or null
   */
  public static String json(String id, Refused refused, Texts texts) {
    Problem problem =
        new Problem(
            "error",
            id == null || id.length() > QUOTE ? null : id,
            refused.refusal().code(),
            refused.sentence(texts),
            refused.refusal().retry());
    return wellFormed(Json.write(problem));
  }

  /** What a refused frame held may have no form in UTF-8: halves of surrogate pairs. */
  private static String wellFormed(String json) {
    return new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
