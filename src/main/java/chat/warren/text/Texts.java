package chat.warren.text;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * All words that people read, in one language: {@code messages*.properties}. Immutable; one
 * instance a language, shared by all.
 */
public final class Texts {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final String CHOSEN = Texts.class.getName();

  private static final Texts ENGLISH = load(Locale.ENGLISH);
  private static final Texts SIMPLIFIED = load(Locale.forLanguageTag("zh-Hans"));
  private static final Texts TRADITIONAL = load(Locale.forLanguageTag("zh-Hant"));

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
  }

  private static Texts load(Locale locale) {
    return new Texts(
        locale,
        ResourceBundle.getBundle("messages", locale, Texts.class.getClassLoader(), NO_FALLBACK));
  }

  /** The languages that Warren speaks, the one for everybody else first. */
  public static List<Texts> all() {
    return List.of(ENGLISH, SIMPLIFIED, TRADITIONAL);
  }

  /** The words in a language, named as {@link #language} does, if Warren speaks it. */
  public static Optional<Texts> in(String language) {
    return all().stream().filter(texts -> texts.language().equals(language)).findFirst();
  }

  /** Answers a request in this language, whatever its browser says. */
  public void answer(HttpServletRequest request) {
    request.setAttribute(CHOSEN, this);
  }

  /**
   * The language that was chosen for this request, else the first among the browser's {@code
   * Accept-Language} that Warren speaks, else English.
   */
  public static Texts of(HttpServletRequest request) {
    if (request.getAttribute(CHOSEN) instanceof Texts chosen) {
      return chosen;
    }
    ArrayList<Locale> wanted = Collections.list(request.getLocales());
    // Without the header the container names the server's own locale, which says nothing of the
    // reader.
    return request.getHeader("Accept-Language") == null ? ENGLISH : of(wanted);
  }

  /** The first of the {@code wanted} languages that Warren speaks, else English. */
  public static Texts of(List<Locale> wanted) {
    for (Locale locale : wanted) {
      switch (locale.getLanguage()) {
        case "en" -> {
          return ENGLISH;
        }
        case "zh" -> {
          return isTraditional(locale) ? TRADITIONAL : SIMPLIFIED;
        }
        default -> {}
      }
    }
    return ENGLISH;
  }

  private static boolean isTraditional(Locale locale) {
    return switch (locale.getScript()) {
      case "Hant" -> true;
      case "Hans" -> false;
      default -> List.of("TW", "HK", "MO").contains(locale.getCountry());
    };
  }

  /** A day as it stands above what was written on it. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /** The language as an HTML {@code lang} value (BCP 47). */
  public String language() {
    return locale.toLanguageTag();
  }

  /**
   * The text under a key.
   *
   * @param details the values for {@code {0}}, {@code {1}}, … ({@link MessageFormat})
   * @throws java.util.MissingResourceException if no language has the key
   */
  public String of(String key, Object... details) {
    return new MessageFormat(bundle.getString(key), locale).format(details);
  }
}
