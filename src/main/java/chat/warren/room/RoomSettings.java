package chat.warren.room;

import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;

/**
 * What about a room is to be another from now on; what is null stays as it is.
 *
 * @param title what people read as its name: 1 to 64 Unicode characters (code points, NFC); its
 *     address stays
 * @param topic what it is about: up to 200 of them, or none
 * @param readOnly whether only moderators may speak
 * @param slow the seconds between two messages of one person, moderators excepted; 0 for none
 * @param archived whether it is closed, and its history all that is left
 */
@JsonbPropertyOrder({"title", "topic", "readOnly", "slow", "archived"})
public record RoomSettings(
    String title, String topic, Boolean readOnly, Long slow, Boolean archived) {
  /** The longest title, in Unicode code points. */
  public static final int MAX_TITLE = 64;

  /** The longest topic, in Unicode code points. */
  public static final int MAX_TOPIC = 200;

  /** The slowest pace. */
  public static final Duration MAX_SLOW = Duration.ofHours(6);

  /**
   * @throws Refused {@link Refusal#BAD_TITLE}, {@link Refusal#BAD_TOPIC}, {@link Refusal#BAD_SLOW}
   */
  @JsonbCreator
  public RoomSettings(
      @JsonbProperty("title") String title,
      @JsonbProperty("topic") String topic,
      @JsonbProperty("readOnly") Boolean readOnly,
      @JsonbProperty("slow") Long slow,
      @JsonbProperty("archived") Boolean archived) {
    this.title = title == null ? null : title(title);
    this.topic = topic == null ? null : topic(topic);
    if (slow != null && (slow < 0 || slow > MAX_SLOW.toSeconds())) {
      throw new Refused(Refusal.BAD_SLOW, MAX_SLOW.toSeconds());
    }
    this.readOnly = readOnly;
    this.slow = slow;
    this.archived = archived;
  }

  static String title(String value) {
    String title = Names.normal(value);
    if (Names.isBlank(title) || Names.length(title) > MAX_TITLE || Names.hasControl(title)) {
      throw new Refused(Refusal.BAD_TITLE, MAX_TITLE);
    }
    return title;
  }

  private static String topic(String value) {
    String topic = Names.normal(value);
    if (Names.length(topic) > MAX_TOPIC || Names.hasControl(topic)) {
      throw new Refused(Refusal.BAD_TOPIC, MAX_TOPIC);
    }
    return topic;
  }

  /** Whether it is the owners' to decide: the title, and the room's end. */
  public boolean concernsOwners() {
    return title != null || archived != null;
  }

  /** Whether nothing is to change. */
  public boolean changesNothing() {
    return title == null && topic == null && readOnly == null && slow == null && archived == null;
  }
}
