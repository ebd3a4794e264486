package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Ranks;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may what, by which way: every action of every role, in a public and in a private room, by
 * page, API and socket, which must not differ. Each row and way has a room of its own.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RightsIT {
  private static final List<String> ROLES =
      List.of(
          "stranger",
          "guest",
          "outsider",
          "member",
          "muted",
          "banned",
          "moderator",
          "owner",
          "administrator");

  private static final List<String> OUTSIDERS = ROLES.subList(0, 3);

  /** Who may act on others, each on somebody else. */
  private static final List<String> ACTING = List.of("moderator", "owner", "administrator");

  /** Whoever closes a room, or leaves one that is private, is told by the goodbye. */
  private static final Map<String, Integer> GOODBYES =
      Map.of("archived", 4005, "archived private", 4005, "leave private", 4004);

  private static final Texts ENGLISH = Texts.all().get(0);

  private static final Map<String, Guest> PEOPLE = new HashMap<>();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @ArquillianResource private URL url;

  @BeforeEach
  void theCast() {
    if (PEOPLE.isEmpty()) {
      String hall = "hall-" + UUID.randomUUID();
      for (String role : ROLES.subList(1, ROLES.size())) {
        PEOPLE.put(role, Guest.called(role, Site.at(url), hall));
      }
      for (String role : ACTING) {
        PEOPLE.put("target of " + role, Guest.called("Target", Site.at(url), hall));
      }
      Ranks.register(PEOPLE.get("outsider").handle());
      Ranks.makeAdministrator(PEOPLE.get("administrator").handle());
    }
  }

  /** Of a public room. A private one differs for outsiders alone, for whom it is not there. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # action | ways            | stranger        | guest           | outsider        | member           | muted            | banned | moderator        | owner            | administrator
          read     | page api socket | ok              | ok              | ok              | ok               | ok               | banned | ok               | ok               | ok
          message  | page api socket | ok              | ok              | ok              | ok               | muted            | banned | ok               | ok               | ok
          edit     | api socket      | not-yours       | not-yours       | not-yours       | not-yours        | muted            | banned | not-yours        | ok               | not-yours
          delete   | api socket      | not-yours       | not-yours       | not-yours       | not-yours        | muted            | banned | not-yours        | ok               | not-yours
          react    | api socket      | ok              | ok              | ok              | ok               | muted            | banned | ok               | ok               | ok
          mark     | api socket      | ok              | ok              | ok              | ok               | ok               | banned | ok               | ok               | ok
          level    | api socket      | ok              | ok              | ok              | ok               | ok               | banned | ok               | ok               | ok
          join     | page api socket | ok              | ok              | ok              | already-a-member | already-a-member | banned | already-a-member | already-a-member | ok
          leave    | page api socket | not-a-member    | not-a-member    | not-a-member    | ok               | ok               | banned | ok               | last-owner       | not-a-member
          invite   | page api socket | not-a-moderator | not-a-moderator | not-a-moderator | not-a-moderator  | not-a-moderator  | banned | ok               | ok               | ok
          remove   | page api socket | not-a-moderator | not-a-moderator | not-a-moderator | not-a-moderator  | not-a-moderator  | banned | ok               | ok               | ok
          ban      | page api socket | not-a-moderator | not-a-moderator | not-a-moderator | not-a-moderator  | not-a-moderator  | banned | ok               | ok               | ok
          unban    | page api socket | not-a-moderator | not-a-moderator | not-a-moderator | not-a-moderator  | not-a-moderator  | banned | ok               | ok               | ok
          mute     | page api socket | not-a-moderator | not-a-moderator | not-a-moderator | not-a-moderator  | not-a-moderator  | banned | ok               | ok               | ok
          unmute   | page api socket | not-a-moderator | not-a-moderator | not-a-moderator | not-a-moderator  | not-a-moderator  | banned | ok               | ok               | ok
          topic    | page api socket | not-a-moderator | not-a-moderator | not-a-moderator | not-a-moderator  | not-a-moderator  | banned | ok               | ok               | ok
          readOnly | page api socket | not-a-moderator | not-a-moderator | not-a-moderator | not-a-moderator  | not-a-moderator  | banned | ok               | ok               | ok
          slow     | page api socket | not-a-moderator | not-a-moderator | not-a-moderator | not-a-moderator  | not-a-moderator  | banned | ok               | ok               | ok
          role     | page api socket | not-an-owner    | not-an-owner    | not-an-owner    | not-an-owner     | not-an-owner     | banned | not-an-owner     | ok               | ok
          title    | page api socket | not-a-moderator | not-a-moderator | not-a-moderator | not-a-moderator  | not-a-moderator  | banned | not-an-owner     | ok               | ok
          archived | page api socket | not-a-moderator | not-a-moderator | not-a-moderator | not-a-moderator  | not-a-moderator  | banned | not-an-owner     | ok               | ok
          """)
  void whoMayWhatByWhichWay(ArgumentsAccessor row) {
    String action = row.getString(0);
    List<String> wrong = new ArrayList<>();
    for (String way : row.getString(1).split(" ")) {
      for (boolean closed : new boolean[] {false, true}) {
        String room = room(closed, action);
        for (int i = 0; i < ROLES.size(); i++) {
          boolean hidden = closed && OUTSIDERS.contains(ROLES.get(i));
          String expected = hidden ? "no-such-room" : row.getString(2 + i);
          String found = act(way, ROLES.get(i), room, action, expected);
          if (!found.equals(expected)) {
            String where = closed ? " in private by " : " by ";
            wrong.add(ROLES.get(i) + where + way + ": " + found + " and not " + expected);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Does it as somebody of that role; a room that is archived by it is opened for the next. */
  private String act(String way, String role, String room, String action, String expected) {
    String found = act(way, who(role), room, action, target(role), expected);
    if (action.equals("archived") && found.equals("ok")) {
      who("owner").api(room, "{\"type\":\"room\",\"archived\":false}");
    }
    return found;
  }

  /** A room with its people, a message, and what the action needs to find. */
  private String room(boolean closed, String action) {
    Guest owner = who("owner");
    String room = closed ? owner.makePrivate("Attic") : "rights-" + UUID.randomUUID();
    owner.api(room, "{\"message\":\"first\"}");
    for (String role : List.of("member", "muted", "banned", "moderator")) {
      prepare(room, "invite", who(role));
    }
    prepare(room, "role", who("moderator"));
    prepare(room, "mute", who("muted"));
    prepare(room, "ban", who("banned"));
    for (String role : ACTING) {
      switch (action) {
        case "remove", "role" -> prepare(room, "invite", target(role));
        case "unban" -> prepare(room, "ban", target(role));
        case "unmute" -> prepare(room, "mute", target(role));
        default -> {}
      }
    }
    return room;
  }

  private void prepare(String room, String action, Guest person) {
    assertEquals("ok", who("owner").api(room, event(action, person).toString()), action);
  }

  private Guest who(String role) {
    return role.equals("stranger")
        ? new Guest(Site.at(url).asSomebodyElse(), null)
        : PEOPLE.get(role);
  }

  private static Guest target(String role) {
    return PEOPLE.get("target of " + (ACTING.contains(role) ? role : "moderator"));
  }

  private static String act(
      String way, Guest who, String room, String action, Guest target, String expected) {
    return switch (way) {
      case "page" -> byPage(who, room, action, target, expected);
      case "api" -> byApi(who, room, action, target);
      default -> bySocket(who, room, action, target, expected);
    };
  }

  /** A page says in its reader's language what is wrong, so the expected sentence is looked for. */
  private static String byPage(
      Guest who, String room, String action, Guest target, String expected) {
    HttpResponse<String> answer =
        action.equals("read") ? who.page(room) : who.form(room, fields(action, target));
    if (answer.statusCode() == 200 || answer.statusCode() == 303) {
      return "ok";
    }
    Refusal refusal =
        Arrays.stream(Refusal.values())
            .filter(it -> it.code().equals(expected))
            .findFirst()
            .orElse(Refusal.NOT_JSON);
    boolean asExpected =
        answer.statusCode() == refusal.status()
            && answer.body().contains(new Refused(refusal, 0).sentence(ENGLISH));
    return asExpected ? expected : answer.statusCode() + " " + problem(answer.body());
  }

  private static String problem(String page) {
    return page.lines().filter(line -> line.contains("problem")).findFirst().orElse("no problem");
  }

  private static String byApi(Guest who, String room, String action, Guest target) {
    HttpResponse<String> answer =
        action.equals("read")
            ? who.history(room)
            : who.post(room, event(action, target).toString());
    return answer.statusCode() < 300
        ? "ok"
        : ChatClient.parse(answer.body()).get(0).getString("code");
  }

  private static String bySocket(
      Guest who, String room, String action, Guest target, String expected) {
    int status = who.handshake(room);
    if (status != 101) {
      return status == 404 ? "no-such-room" : status == 403 ? "banned" : String.valueOf(status);
    }
    if (action.equals("read")) {
      return "ok";
    }
    try (ChatClient socket = who.socket(room)) {
      JsonObject event = event(action, target);
      socket.send(event.toString());
      Integer goodbye = GOODBYES.get(room.startsWith("~") ? action + " private" : action);
      if (goodbye != null && expected.equals("ok")) {
        return socket.closeCode() == goodbye ? "ok" : "closed with " + socket.closeCode();
      }
      JsonObject answer = socket.next(it -> answers(event, it));
      return answer.getString("code", "ok");
    }
  }

  /** What is said of one's reading comes back as a signal, without an id. */
  private static boolean answers(JsonObject event, JsonObject found) {
    String type = found.getString("type");
    boolean signal = List.of("read", "level").contains(type);
    return signal
        ? type.equals(event.getString("type"))
        : event.getString("id").equals(found.getString("id", ""));
  }

  private static JsonObject event(String action, Guest target) {
    JsonObjectBuilder event = Json.createObjectBuilder().add("id", UUID.randomUUID().toString());
    switch (action) {
      case "message" -> event.add("type", action).add("message", "hello");
      case "edit" -> event.add("type", action).add("seq", 1).add("message", "other");
      case "delete" -> event.add("type", action).add("seq", 1);
      case "react" -> event.add("type", action).add("seq", 1).add("emoji", "👍");
      case "mark" -> event.add("type", "read").add("seq", 1);
      case "level" -> event.add("type", action).add("level", "mentions");
      case "topic", "title" -> event.add("type", "room").add(action, "tea");
      case "readOnly", "archived" -> event.add("type", "room").add(action, true);
      case "slow" -> event.add("type", "room").add(action, 5);
      case "role" ->
          event.add("type", action).add("name", target.handle()).add("role", "moderator");
      default -> event.add("type", action).add("name", target.handle());
    }
    return event.build();
  }

  /** The same as a form: all of it texts. */
  private static Map<String, String> fields(String action, Guest target) {
    Map<String, String> fields = new HashMap<>();
    event(action, target)
        .forEach((key, value) -> fields.put(key, value.toString().replace("\"", "")));
    return fields;
  }
}
