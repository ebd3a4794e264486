package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Ranks;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
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
 * Who may what outside of rooms, where nobody is a member or an owner: with one's own inbox, with
 * the tokens of applications, and with what only a token opens. {@link RightsIT} goes on with
 * rooms.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InboxRightsIT {
  private static final List<String> ROLES =
      List.of("stranger", "guest", "registered", "administrator", "application", "revoked");

  private static final HttpClient PROGRAM = HttpClient.newHttpClient();
  private static final Map<String, Guest> PEOPLE = new HashMap<>();
  private static final Map<String, String> TOKENS = new HashMap<>();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @ArquillianResource private URL url;

  private String room;

  @BeforeEach
  void theCast() {
    room = "hall-" + UUID.randomUUID();
    if (!PEOPLE.isEmpty()) {
      return;
    }
    for (String role : List.of("guest", "registered", "administrator")) {
      PEOPLE.put(role, Guest.called(role, Site.at(url), room));
    }
    Ranks.register(PEOPLE.get("registered").handle());
    Ranks.makeAdministrator(PEOPLE.get("administrator").handle());
    Site ann = PEOPLE.get("administrator").site();
    TOKENS.put("application", ann.makeToken("Coffee bar"));
    TOKENS.put("revoked", ann.makeToken("Mallory"));
    ann.submit("tokens", "tokens/revoke", Map.of("token", newestToken(ann)));
  }

  private static String newestToken(Site administrator) {
    return administrator
        .get("tokens")
        .body()
        .replaceFirst("(?s).*?name=\"token\" value=\"(\\d+)\".*", "$1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # action       | ways            | stranger            | guest               | registered          | administrator   | application         | revoked
          inbox          | page api socket | sign-in-first       | ok                  | ok                  | ok              | sign-in-first       | sign-in-first
          seen           | page api        | sign-in-first       | ok                  | ok                  | ok              | sign-in-first       | sign-in-first
          say            | api socket      | sign-in-first       | inbox-read-only     | inbox-read-only     | inbox-read-only | sign-in-first       | sign-in-first
          tokens         | page            | administrators-only | administrators-only | administrators-only | ok              | administrators-only | administrators-only
          make           | page            | administrators-only | administrators-only | administrators-only | ok              | administrators-only | administrators-only
          revoke         | page            | administrators-only | administrators-only | administrators-only | ok              | administrators-only | administrators-only
          push           | api             | bad-token           | bad-token           | bad-token           | bad-token       | ok                  | bad-token
          push to public | api             | bad-token           | bad-token           | bad-token           | bad-token       | ok                  | bad-token
          push to closed | api             | bad-token           | bad-token           | bad-token           | bad-token       | read-only           | bad-token
          push to hidden | api             | bad-token           | bad-token           | bad-token           | bad-token       | no-such-room        | bad-token
          push to direct | api             | bad-token           | bad-token           | bad-token           | bad-token       | no-such-room        | bad-token
          """)
  void whoMayWhatByWhichWay(ArgumentsAccessor row) {
    List<String> wrong = new ArrayList<>();
    for (String way : row.getString(1).split(" ")) {
      for (int i = 0; i < ROLES.size(); i++) {
        String found = act(way, row.getString(0), ROLES.get(i));
        if (!found.equals(row.getString(2 + i))) {
          wrong.add(ROLES.get(i) + " by " + way + ": " + found);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private String act(String way, String action, String role) {
    Site site = PEOPLE.containsKey(role) ? PEOPLE.get(role).site() : Site.at(url).asSomebodyElse();
    String token = TOKENS.getOrDefault(role, "");
    return switch (action) {
      case "push" -> code(push(token, "/" + PEOPLE.get("guest").handle(), ""));
      case "push to public" -> code(push(token, "", ",\"room\":\"" + open() + "\""));
      case "push to closed" -> code(push(token, "", ",\"room\":\"" + closed() + "\""));
      case "push to hidden" -> code(push(token, "", ",\"room\":\"" + hidden() + "\""));
      case "push to direct" -> code(push(token, "", ",\"room\":\"" + direct() + "\""));
      default -> way.equals("socket") ? bySocket(site, action) : byHttp(site, token, way, action);
    };
  }

  /** A token opens nothing here, so it is sent along where there is one. */
  private static String byHttp(Site site, String token, String way, String action) {
    String path = (way.equals("api") ? "api/" : "") + (isAboutTokens(action) ? "tokens" : "inbox");
    String[] header =
        token.isEmpty() ? new String[0] : new String[] {"Authorization", "Bearer " + token};
    HttpResponse<String> answer =
        switch (action) {
          case "inbox", "tokens" -> site.get(path, header);
          case "seen" ->
              way.equals("page")
                  ? site.submit("", "inbox/read", Map.of("seq", "0"))
                  : site.postJson("api/inbox/read", "{\"seq\":0}", site.origin());
          case "say" -> site.postJson(path, "{\"message\":\"hello\"}", site.origin());
          case "make" -> site.submit("", path, Map.of("label", "Another"));
          default -> site.submit("", path + "/revoke", Map.of("token", "0"));
        };
    return way.equals("api") ? code(answer) : pageCode(answer);
  }

  private static boolean isAboutTokens(String action) {
    return List.of("tokens", "make", "revoke").contains(action);
  }

  private static String bySocket(Site site, String action) {
    int status = ChatClient.refusalOf(site, "ws/push", site.origin());
    if (status != 101) {
      return status == 401 ? "sign-in-first" : String.valueOf(status);
    }
    try (ChatClient socket = ChatClient.open(site, "ws/push")) {
      socket.next("hello");
      return action.equals("inbox")
          ? "ok"
          : socket.say("m", "hello").next("error").getString("code");
    }
  }

  private static String code(HttpResponse<String> answer) {
    JsonObject body = ChatClient.parse(answer.body()).get(0);
    boolean isDone = answer.statusCode() == 200 || answer.statusCode() == 201;
    return isDone ? "ok" : body.getString("code");
  }

  private static String pageCode(HttpResponse<String> page) {
    return switch (page.statusCode()) {
      case 200, 303 -> "ok";
      case 401 -> "sign-in-first";
      case 403 -> page.body().contains("Only administrators") ? "administrators-only" : "403";
      default -> String.valueOf(page.statusCode());
    };
  }

  private HttpResponse<String> push(String token, String path, String more) {
    String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"title\":\"x\"" + more + "}";
    try {
      return PROGRAM.send(
          HttpRequest.newBuilder(Site.at(url).uri("api/push" + path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String open() {
    PEOPLE.get("guest").api(room, "{\"message\":\"first\"}");
    return room;
  }

  private String closed() {
    String made = "closed-" + UUID.randomUUID();
    PEOPLE.get("guest").api(made, "{\"message\":\"first\"}");
    String close = "{\"type\":\"room\",\"readOnly\":true}";
    assertEquals("ok", PEOPLE.get("guest").api(made, close));
    return made;
  }

  private String hidden() {
    return PEOPLE.get("guest").makePrivate("Attic");
  }

  private String direct() {
    PEOPLE.get("guest").api("@" + PEOPLE.get("registered").handle(), "{\"message\":\"psst\"}");
    return "@" + PEOPLE.get("guest").handle();
  }
}
