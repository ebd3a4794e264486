package chat.warren.chat;

import chat.warren.room.RoomKey;
import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a person is told of: an event as it stands in an inbox, or as a card in a room.
 *
 * @param kind what it is about
 * @param title 1 to 200 characters (code points) without control characters
 * @param text up to 4,000 characters, or null
 * @param link where it leads: {@code http:}, {@code https:} or a path from the server's root; up to
 *     2,000 characters, or null
 * @param room the key of the room that it tells of, or null
 * @param data a JSON object of up to 8 KB that the sender's own programs understand, or null
 */
public record Notification(
    Kind kind, String title, String text, String link, String room, String data) {
  public static final int MAX_TITLE = 200;
  public static final int MAX_TEXT = 4_000;
  public static final int MAX_LINK = 2_000;

  /** In bytes of UTF-8. */
  public static final int MAX_DATA = 8 * 1024;

  /** What events are about. */
  public enum Kind {
    /** Another application says so. */
    PUSH,
    /** Somebody has named the person in a room. */
    MENTION,
    /** Somebody has written to the person while away. */
    DIRECT,
    /** Somebody wants to be a contact. */
    CONTACT,
    /** Somebody has become one, as the person asked. */
    ACCEPTED,
    /** Somebody has made the person a member of a room. */
    INVITATION;

    /** The word for it in the store and on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How it is written; what is null is left out. */
  @JsonbPropertyOrder({"event", "title", "text", "link", "room"})
  public record Fields(String event, String title, String text, String link, String room) {}

  /**
   * @throws Refused if one of the values is not as it must be
   */
  public Notification {
    title = Names.normal(title);
    if (Names.isBlank(title) || Names.length(title) > MAX_TITLE || Names.hasControl(title)) {
      throw new Refused(Refusal.BAD_TITLE, MAX_TITLE);
    }
    if (text != null && Names.length(text) > MAX_TEXT) {
      throw new Refused(Refusal.TEXT_TOO_LONG, MAX_TEXT);
    }
    if (isBroken(text) || isBroken(data)) {
      throw new Refused(Refusal.BAD_TEXT);
    }
    if (link != null && !leadsSomewhere(link)) {
      throw new Refused(Refusal.BAD_LINK, MAX_LINK);
    }
    if (data != null && data.getBytes(StandardCharsets.UTF_8).length > MAX_DATA) {
      throw new Refused(Refusal.DATA_TOO_LARGE, MAX_DATA);
    }
  }

  private static boolean isBroken(String value) {
    return value != null
        && value.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  private static boolean leadsSomewhere(String link) {
    if (link.length() > MAX_LINK) {
      return false;
    }
    try {
      URI uri = URI.create(link);
      return uri.getScheme() == null
          ? link.startsWith("/") && !link.startsWith("//")
          : uri.getHost() != null && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Where a page of Warren leads from it, to the very message if it tells of one; null for nowhere.
   *
   * @param base the context path
   */
  public String href(String base) {
    if (kind == Kind.CONTACT) {
      return base + "/contacts";
    }
    return link != null || room == null
        ? link
        : base + "/chat/" + RoomKey.of(room).segment() + "/" + place();
  }

  /** Where in the room the message stands that it tells of; empty if it tells of none. */
  private String place() {
    if (data == null || (kind != Kind.MENTION && kind != Kind.DIRECT)) {
      return "";
    }
    JsonNumber seq = Json.object(data).getJsonNumber("seq");
    return seq == null ? "" : "#" + seq;
  }

  /** The same without what was written. */
  Notification withoutText() {
    return new Notification(kind, title, null, link, room, data);
  }

  /** All of it as a JSON object: as it is stored, and as it stands on the wire behind its place. */
  public String json() {
    String fields = Json.write(new Fields(kind.word(), title, text, link, room));
    return data == null
        ? fields
        : fields.substring(0, fields.length() - 1) + ",\"data\":" + data + "}";
  }

  /** What {@link #json} wrote. */
  public static Notification of(String json) {
    JsonObject fields = Json.object(json);
    JsonObject data = fields.getJsonObject("data");
    return new Notification(
        Kind.valueOf(fields.getString("event").toUpperCase(Locale.ROOT)),
        fields.getString("title"),
        fields.getString("text", null),
        fields.getString("link", null),
        fields.getString("room", null),
        data == null ? null : data.toString());
  }
}
