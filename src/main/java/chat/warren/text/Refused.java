package chat.warren.text;

import java.util.Arrays;

/**
 * An expected no: thrown where a rule is broken, caught only at the edges (the endpoint and {@link
 * ErrorServlet}), which answer in the reader's language. It carries no stack trace, for it tells of
 * a request and not of a defect.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What a sentence repeats of what somebody sent, in characters. */
  private static final int QUOTE = 100;

  private final Refusal refusal;
  private final transient Object[] details;

  /**
   * @param refusal what is refused, and why
   * @param details the values for the placeholders of its sentence
   */
  public Refused(Refusal refusal, Object... details) {
    super(refusal.code(), null, false, false);
    this.refusal = refusal;
    this.details = Arrays.stream(details).map(Refused::shortened).toArray();
  }

  private static Object shortened(Object detail) {
    return detail instanceof String text && text.length() > QUOTE
        ? text.substring(0, QUOTE) + "…"
        : detail;
  }

  public Refusal refusal() {
    return refusal;
  }

  /** The refusal as one sentence in the language of {@code texts}. */
  public String sentence(Texts texts) {
    return texts.of("refused." + refusal.code(), details);
  }
}
