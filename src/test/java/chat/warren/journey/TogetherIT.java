package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a conversation of several is begun from the page of contacts. */
class TogetherIT extends TwoInARoom {
  private static String where(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse(String.valueOf(answer.statusCode()));
  }

  private static void problem(int status, String sentence, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode());
    assertTrue(answer.body().contains(sentence), answer.body());
  }

  @Test
  void whoIsChosenAndWhoIsNamedAreInOneConversation() {
    Guest a = guest(alice);
    Guest b = guest(bob);
    Guest carol = Guest.called("Carol", alice, room);
    alice.postJson("api/contacts/" + b.handle(), "{\"act\":\"ask\"}", alice.origin());
    bob.postJson("api/contacts/" + a.handle(), "{\"act\":\"accept\"}", bob.origin());
    String box = "form=\"together\" name=\"with\" value=\"" + b.handle() + "\"";
    assertTrue(alice.get("contacts").body().contains(box));

    String others = Stream.of(b.handle(), carol.handle()).sorted().collect(Collectors.joining(","));
    String there = alice.contextPath() + "/chat/@" + others + "/";
    String named = Site.segment("@" + carol.handle().toUpperCase() + ", " + a.handle());
    assertEquals(there, where(alice.get("together?with=" + b.handle() + "&with=" + named)));
    assertEquals(200, alice.get("chat/@" + others + "/").statusCode());
  }

  @Test
  void whatCannotBeBegunIsSaid() {
    guest(alice);
    problem(400, "Choose somebody to talk with.", alice.get("together"));
    problem(400, "Choose somebody to talk with.", alice.get("together?with=%20,%20@"));
    problem(404, "There is nobody of that name.", alice.get("together?with=nobody-of-that-name"));
    problem(404, "There is nobody of that name.", alice.get("together?with=%3Cscript%3E"));
    String eight =
        Stream.generate(() -> Guest.called("Person", alice, room).handle())
            .limit(8)
            .collect(Collectors.joining(","));
    problem(400, "8 people at most", alice.get("together?with=" + eight));
    problem(401, "Sign in first.", alice.asSomebodyElse().get("together?with=somebody"));
  }
}
