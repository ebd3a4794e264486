package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.warren.testing.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser keeps of what was typed, and for whom. */
class KeptIT extends BobAlone {
  KeptIT(Served served) {
    super(served);
  }

  @BeforeEach
  void bobEnters() {
    bob.enter("Bob", room);
  }

  @Test
  void whatWaitsIsSentThoughItsAuthorHasAnotherNameByNow() {
    bob.say("y".repeat(8_001));
    assertThat(page.locator(".is-failed")).hasCount(1);
    bob.goesOffline().isOffline().say("written as a guest").write("half a thought");
    assertThat(bob.pending()).hasCount(2);
    page.navigate("about:blank");
    bob.comesBack().open("register");
    page.locator("#handle").fill("bob" + room.substring(4, 12));
    page.locator("#password").fill("correct horse");
    page.locator("main form button").click();
    assertThat(page.locator(".account-profile")).isVisible();
    bob.open("chat/" + Site.segment(room) + "/").isOnline().sees("written as a guest");
    assertThat(page.locator(".is-failed")).hasCount(1);
    assertThat(page.locator("#text")).hasValue("half a thought");
  }

  @Test
  void theNextPersonAtTheSameBrowserFindsNothingOfIt() {
    bob.say("from Bob").sees("from Bob").hasWorker();
    bob.say("y".repeat(8_001));
    assertThat(page.locator(".is-failed")).hasCount(1);
    bob.messages().first().hover();
    page.locator("#tools [data-act=reply]").click();
    bob.write("half a thought");
    assertThat(page.locator("#mode")).isVisible();

    page.context().clearCookies();
    bob.enter("Carol", room).sees("from Bob");
    assertThat(page.locator("#text")).hasValue("");
    assertThat(page.locator("#mode")).isHidden();
    assertThat(page.locator(".is-failed")).hasCount(0);
    bob.goesOffline().isOffline().say("from Carol");
    page.reload();
    assertThat(page.locator("#waiting li")).hasText(new String[] {"from Carol"});
    bob.comesBack().isOnline().sees("from Bob", "from Carol");
  }
}
