package chat.warren.browser;

import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Warren that people live in: every page has something to show. Alice is its administrator, Bob
 * has an account, Carol is a guest whom nobody lets speak.
 */
final class House {
  static final String PASSWORD = "correct horse battery";
  private static final Pattern TOKEN = Pattern.compile("give it this token: (\\S+)");

  final Site alice;
  final Site bob;
  final Guest carol;
  final String attic;

  /** What its people are called, and their rooms: words that no language has to translate. */
  static final List<String> NAMES =
      List.of(
          "Alice", "Bob", "Carol", "Dan", "Tea", "kitchen", "attic", "quiet", "old", "barn", "The",
          "hall", "QR");

  House(WarProcess war) {
    Site nobody = war.site();
    alice = nobody.asSomebodyElse();
    alice.submit(
        "setup",
        "setup",
        Map.of("token", token(war), "handle", "alice", "display", "Alice", "password", PASSWORD));
    bob = nobody.asSomebodyElse();
    bob.register("bob", "Bob", PASSWORD);
    carol = Guest.called("Carol", nobody, "Tea kitchen");
    Guest owner = new Guest(alice, "alice");
    furnish(owner, new Guest(bob, "bob"));
    attic = owner.makePrivate("The attic");
    owner.api(attic, "{\"type\":\"invite\",\"name\":\"bob\"}");
    meet(new Guest(nobody.asSomebodyElse(), "dan"));
    depart(new Guest(nobody.asSomebodyElse(), "erin"));
  }

  private void furnish(Guest alice, Guest bob) {
    alice.api("Tea kitchen", "{\"message\":\"The new kettle has arrived ☕\"}");
    alice.api("Tea kitchen", "{\"type\":\"join\"}");
    bob.api("Tea kitchen", "{\"message\":\"Wonderful! *Who* unpacks it, @alice?\",\"replyTo\":1}");
    bob.api("Tea kitchen", "{\"type\":\"react\",\"seq\":1,\"emoji\":\"🎉\"}");
    carol.api("Tea kitchen", "{\"message\":\"我来！下午三点在茶水间见 :tea:\"}");
    bob.api("Tea kitchen", "{\"message\":\"שלום לכולם\"}");
    bob.api(
        "Tea kitchen",
        "{\"message\":\"Before that:\\n- descale it, see [the manual](https://example.org/kettle)\\n"
            + "- boil it **twice**\\n> do not leave it alone\\n```sh\\nkettle --boil --twice\\n```\"}");
    carol.api("Tea kitchen", "{\"message\":\"This was said too early.\",\"id\":\"early\"}");
    carol.api("Tea kitchen", "{\"type\":\"delete\",\"seq\":8}");
    alice.api("Tea kitchen", "{\"message\":\"See you there. I bring the biscuits.\",\"id\":\"b\"}");
    alice.api("quiet", "{\"message\":\"Only moderators write here.\"}");
    alice.api("quiet", "{\"type\":\"room\",\"readOnly\":true,\"topic\":\"🗞️ 12:30\"}");
    alice.api("old barn", "{\"message\":\"Good bye.\"}");
    alice.api(
        "old barn", "{\"type\":\"mute\",\"name\":\"bob\",\"until\":\"2040-01-31T12:00:00Z\"}");
    alice.api("old barn", "{\"type\":\"ban\",\"name\":\"" + carol.handle() + "\"}");
  }

  private void meet(Guest dan) {
    dan.site().register("dan", "Dan", PASSWORD);
    new Guest(bob, "bob").api("@alice", "{\"message\":\"Just between us\"}");
    bob.postJson("api/contacts/alice", "{\"act\":\"ask\"}", bob.origin());
    alice.postJson("api/contacts/dan", "{\"act\":\"ask\"}", alice.origin());
    alice.postJson("api/contacts/" + carol.handle(), "{\"act\":\"block\"}", alice.origin());
  }

  /** Somebody who was a member and is no more. */
  private void depart(Guest erin) {
    erin.site().register("erin", "Erin", PASSWORD);
    erin.api("Tea kitchen", "{\"type\":\"join\"}");
    erin.api("@alice", "{\"message\":\"Farewell!\"}");
    Map<String, String> form = Map.of("password", PASSWORD, "messages", "stay");
    erin.site().submit("profile", "profile/delete", form);
  }

  private static String token(WarProcess war) {
    Matcher token = TOKEN.matcher(String.join("\n", war.output()));
    if (!token.find()) {
      throw new AssertionError("no token: " + war.output());
    }
    return token.group(1);
  }

  /** The path of a new link of Alice's: an invitation, or one that signs her in. */
  String link(boolean invitation) {
    Map<String, String> fields = invitation ? Map.of("uses", "3") : Map.of();
    HttpResponse<String> page = alice.submit("profile", "profile/links", fields);
    Matcher address = Pattern.compile(">http://[^/]+/([^<]+)</code>").matcher(page.body());
    if (!address.find()) {
      throw new AssertionError("no link: " + page.body());
    }
    return address.group(1);
  }
}
