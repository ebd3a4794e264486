package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a person has chosen about the looks of things. Each may be null: as the browser has it.
 *
 * @param colour one of {@link #COLOURS}, the ground of the person's initial
 * @param language one of the languages of {@link Texts#all}
 * @param zone the time zone by its IANA name, such as {@code Asia/Shanghai}
 */
public record Profile(String colour, String language, String zone) {
  /** Names from CSS, all dark enough for white letters. */
  public static final List<String> COLOURS =
      List.of(
          "teal",
          "navy",
          "slateblue",
          "indigo",
          "purple",
          "mediumvioletred",
          "crimson",
          "firebrick",
          "sienna",
          "darkolivegreen",
          "darkgreen",
          "dimgray");

  /** Nothing chosen. */
  static final Profile NONE = new Profile(null, null, null);

  /**
   * @throws Refused {@link Refusal#BAD_CHOICE} if something is chosen that is not there
   */
  public Profile {
    colour = chosen(colour);
    language = chosen(language);
    zone = chosen(zone);
    if ((colour != null && !COLOURS.contains(colour))
        || (language != null && Texts.in(language).isEmpty())
        || (zone != null && !isZone(zone))) {
      throw new Refused(Refusal.BAD_CHOICE);
    }
  }

  /** All words in the person's language, if one is chosen. */
  Optional<Texts> texts() {
    return language == null ? Optional.empty() : Texts.in(language);
  }

  private static String chosen(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static boolean isZone(String name) {
    try {
      return ZoneId.getAvailableZoneIds().contains(ZoneId.of(name).getId());
    } catch (DateTimeException e) {
      return false;
    }
  }
}
