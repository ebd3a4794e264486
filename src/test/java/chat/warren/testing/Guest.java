package chat.warren.testing;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody with a browser of their own, who acts in one room in each of the three ways.
 *
 * @param handle the name by which others name this person
 */
public record Guest(Site site, String handle) {
  /** Somebody new, who was in a room of that name to get a handle. */
  public static Guest called(String display, Site anybody, String hall) {
    Site site = anybody.asSomebodyElse();
    site.enter(display, hall);
    try (ChatClient socket = ChatClient.open(site, "ws/chat/" + Site.segment(hall))) {
      return new Guest(site, socket.next("hello").getJsonObject("you").getString("name"));
    }
  }

  /** Sends an event over HTTP. */
  public HttpResponse<String> post(String room, String json) {
    String path = "api/rooms/" + Site.segment(room) + "/messages";
    return site.postJson(path, json, site.origin());
  }

  /** Sends an event over HTTP and gives the code of its refusal, or {@code ok}. */
  public String api(String room, String json) {
    HttpResponse<String> answer = post(room, json);
    JsonObject event = ChatClient.parse(answer.body()).get(0);
    return event.getString("code", answer.statusCode() == 201 ? "ok" : answer.body());
  }

  /** Sends a form of the room's page. */
  public HttpResponse<String> form(String room, String type, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("type", type);
    return form(room, all);
  }

  /** Sends a form whose fields name its type. */
  public HttpResponse<String> form(String room, Map<String, String> fields) {
    return site.submit("", "chat/" + Site.segment(room) + "/", fields);
  }

  public HttpResponse<String> page(String room) {
    return site.get("chat/" + Site.segment(room) + "/");
  }

  public HttpResponse<String> settings(String room) {
    return site.get("chat/" + Site.segment(room) + "/settings");
  }

  public HttpResponse<String> history(String room) {
    return site.get("api/rooms/" + Site.segment(room) + "/messages");
  }

  public ChatClient socket(String room) {
    return ChatClient.open(site, "ws/chat/" + Site.segment(room));
  }

  /** The status with which a socket is answered: 101 if it is let in. */
  public int handshake(String room) {
    return ChatClient.refusalOf(site, "ws/chat/" + Site.segment(room), site.origin());
  }

  /** Makes a private room and gives its key. */
  public String makePrivate(String title) {
    String wish = "{\"private\":true,\"title\":\"" + title + "\"}";
    HttpResponse<String> made = site.postJson("api/rooms", wish, site.origin());
    return ChatClient.parse(made.body()).get(0).getString("room");
  }
}
