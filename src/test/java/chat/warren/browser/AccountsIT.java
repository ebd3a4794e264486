package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.Chromium;
import chat.warren.testing.WarProcess;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account from its first day to its last, at a browser. */
class AccountsIT {
  @TempDir static Path data;

  @Test
  void aGuestRegistersChangesTheProfileSignsOutAndInAndDeletesTheAccount() {
    try (WarProcess war = WarProcess.serve(data, 0);
        Chromium chromium = Chromium.start();
        Person bob = new Person(chromium.browser(), war.site(), "en-GB");
        Person alice =
            new Person(chromium.browser(), war.site(), "en-GB", ColorScheme.DARK, 390, 780)) {
      Page page = alice.enter("Alice", "tea").say("from a guest").sees("from a guest").page();
      alice.opensMenu();
      page.locator(".account a", new Page.LocatorOptions().setHasText("Create account")).click();
      page.locator("#handle").fill("alice");
      page.locator("#password").fill("correct horse");
      page.locator("main form button").click();
      alice.isOnline().sees("from a guest");
      assertThat(alice.messages().first()).hasClass(Pattern.compile("is-own"));
      bob.enter("Bob", "tea").sees("from a guest");

      alice.opensMenu();
      page.locator(".account-profile").click();
      page.getByLabel("Teal").check();
      page.locator("#language").selectOption("zh-Hans");
      alice.screenshot("profile-phone-dark");
      page.locator("#about button").click();
      assertThat(page.locator("h1")).hasText("个人资料");
      assertThat(page.locator(".account .picture")).hasClass("picture teal");
      assertEquals(
          true, page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
      page.locator("#links-title ~ form:last-of-type button").click();
      assertThat(page.locator("svg.qr")).isVisible();
      alice.screenshot("link-phone-dark");

      page.locator(".account-profile").click();
      page.locator("#sign-out").click();
      page.locator(".account a").first().click();
      page.locator("#handle").fill("alice");
      page.locator("#password").fill("correct horse");
      page.locator("main form button").click();
      page.locator(".account-profile").click();
      page.locator("input[value=go]").check();
      page.locator("#password").fill("correct horse");
      page.locator("button.danger").click();
      assertThat(page.locator(".account-profile")).hasCount(0);
      assertThat(bob.page().locator(".message.is-deleted")).hasCount(1);
      assertEquals(List.of(), alice.complaints());
      assertEquals(List.of(), bob.complaints());
    }
  }
}
