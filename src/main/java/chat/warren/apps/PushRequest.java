package chat.warren.apps;

import chat.warren.chat.MessageId;
import chat.warren.chat.Notification;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.web.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * What an application sends.
 *
 * @param id the id that it chose for the event
 * @param event the event
 * @param users the handles of those it is for, each once; empty if a room is named instead
 * @param room the key of the room it is for, or null
 */
record PushRequest(MessageId id, Notification event, List<String> users, String room) {
  /** The most people that one request may name. */
  static final int MAX_USERS = 100;

  /**
   * @param user whom the address names, or null
   * @throws Refused if the body is not what it must be
   */
  static PushRequest read(String body, String user) {
    JsonObject fields = Json.object(body);
    String room = text(fields, "room");
    List<String> users = user == null ? users(fields) : List.of(user);
    if (users.isEmpty() == (room == null)) {
      throw new Refused(Refusal.NOBODY_NAMED);
    }
    if (users.size() > MAX_USERS) {
      throw new Refused(Refusal.TOO_MANY_PEOPLE, MAX_USERS);
    }
    String id = text(fields, "id");
    return new PushRequest(new MessageId(id == null ? "" : id), event(fields), users, room);
  }

  private static Notification event(JsonObject fields) {
    JsonValue data = fields.get("data");
    if (data != null && data != JsonValue.NULL && !(data instanceof JsonObject)) {
      throw new Refused(Refusal.DATA_TOO_LARGE, Notification.MAX_DATA);
    }
    return new Notification(
        Notification.Kind.PUSH,
        text(fields, "title"),
        text(fields, "text"),
        text(fields, "link"),
        null,
        data instanceof JsonObject ? data.toString() : null);
  }

  private static List<String> users(JsonObject fields) {
    if (fields.get("users") == null) {
      return List.of();
    }
    try {
      return fields.getJsonArray("users").getValuesAs(JsonString.class).stream()
          .map(JsonString::getString)
          .distinct()
          .toList();
    } catch (ClassCastException e) {
      throw new Refused(Refusal.NOT_JSON);
    }
  }

  private static String text(JsonObject fields, String key) {
    JsonValue value = fields.get(key);
    if (value == null || value == JsonValue.NULL) {
      return null;
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw new Refused(Refusal.NOT_JSON);
  }
}
