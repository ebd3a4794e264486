package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How far one has read a direct conversation is shown to the others, unless a side does not want
 * it.
 */
class ReceiptsIT extends TwoInARoom {
  private Guest a;
  private Guest b;

  @BeforeEach
  void theySaidSomething() {
    a = guest(alice);
    b = guest(bob);
    a.api("@" + b.handle(), "{\"message\":\"one\"}");
    a.api("@" + b.handle(), "{\"message\":\"two\"}");
  }

  private ChatClient alices() {
    return a.socket("@" + b.handle());
  }

  private ChatClient bobs() {
    return b.socket("@" + a.handle());
  }

  private static void reads(ChatClient window, int seq) {
    window.send("{\"type\":\"read\",\"seq\":" + seq + "}");
  }

  private static void receipts(Site site, boolean on) {
    String wish = "{\"receipts\":" + on + "}";
    assertEquals(200, site.postJson("api/me", wish, site.origin()).statusCode());
  }

  private static boolean isReceipt(JsonObject event) {
    return event.getString("type").equals("read") && event.containsKey("from");
  }

  private static String shown(JsonObject receipt) {
    return receipt.getJsonObject("from").getString("display") + " " + receipt.getInt("seq");
  }

  private static List<String> shown(ChatClient window) {
    JsonObject hello = window.next("hello");
    return hello.containsKey("receipts")
        ? hello.getJsonArray("receipts").getValuesAs(JsonObject.class).stream()
            .map(ReceiptsIT::shown)
            .toList()
        : List.of();
  }

  @Test
  void theOtherSeesItLiveAndWhenTheConversationIsOpened() {
    try (ChatClient hers = alices();
        ChatClient his = bobs();
        ChatClient hisPhone = bobs()) {
      assertEquals(List.of(), shown(hers));
      reads(his, 1);
      assertEquals("Bob 1", shown(hers.next(ReceiptsIT::isReceipt)));
      reads(his, 2);
      assertEquals("Bob 2", shown(hers.next(ReceiptsIT::isReceipt)));
      hisPhone.next(it -> it.getString("type").equals("read") && it.getInt("seq") == 2);
      assertFalse(
          hisPhone.eventsUntilNow().stream().anyMatch(ReceiptsIT::isReceipt),
          "one's own windows know without");
      try (ChatClient later = alices()) {
        assertEquals(List.of("Bob 2"), shown(later));
      }
      try (ChatClient later = bobs()) {
        assertEquals(List.of(), shown(later), "Alice has marked nothing");
      }
    }
  }

  @Test
  void whoeverSwitchesThemOffShowsNoneAndSeesNone() {
    receipts(bob, false);
    try (ChatClient hers = alices();
        ChatClient his = bobs();
        ChatClient herOther = ChatClient.open(alice, path);
        ChatClient hisOther = ChatClient.open(bob, path)) {
      reads(his, 2);
      hisOther.next(it -> unread(it, "@" + a.handle(), 0));
      reads(hers, 2);
      herOther.next(it -> unread(it, "@" + b.handle(), 0));
      // Others are told of what was read before one's own windows elsewhere are.
      assertFalse(hers.eventsUntilNow().stream().anyMatch(ReceiptsIT::isReceipt));
      assertFalse(his.eventsUntilNow().stream().anyMatch(ReceiptsIT::isReceipt));
      try (ChatClient later = alices()) {
        assertEquals(List.of(), shown(later));
      }
      try (ChatClient later = bobs()) {
        assertEquals(List.of(), shown(later));
      }
      receipts(bob, true);
      a.api("@" + b.handle(), "{\"message\":\"three\"}");
      his.next("message");
      reads(his, 3);
      assertEquals("Bob 3", shown(hers.next(ReceiptsIT::isReceipt)));
    }
  }

  private static boolean unread(JsonObject event, String key, int count) {
    return event.getString("type").equals("unread")
        && event.getString("room").equals(key)
        && event.getInt("unread") == count;
  }

  @Test
  void whoeverIsBlockedShowsAndSeesNothingMore() {
    try (ChatClient his = bobs()) {
      reads(his, 2);
      his.next("read");
    }
    String path = "api/contacts/" + b.handle();
    alice.postJson(path, "{\"act\":\"block\"}", alice.origin());
    try (ChatClient hers = alices()) {
      assertEquals(List.of(), shown(hers));
    }
  }

  @Test
  void amongSeveralEachSeesThoseWhoShowIt() {
    Guest carol = Guest.called("Carol", alice, room);
    String hers = "@" + b.handle() + "," + carol.handle();
    a.api(hers, "{\"message\":\"the three of us\"}");
    receipts(carol.site(), false);
    try (ChatClient window = a.socket(hers);
        ChatClient his = b.socket("@" + a.handle() + "," + carol.handle());
        ChatClient third = carol.socket("@" + a.handle() + "," + b.handle())) {
      reads(third, 1);
      third.next("read");
      reads(his, 1);
      assertEquals("Bob 1", shown(window.next(ReceiptsIT::isReceipt)));
      try (ChatClient later = a.socket(hers)) {
        assertEquals(List.of("Bob 1"), shown(later));
      }
    }
  }
}
