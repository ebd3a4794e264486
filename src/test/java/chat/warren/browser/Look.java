package chat.warren.browser;

import chat.warren.testing.Site;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;

/**
 * A page to look at.
 *
 * @param name what its pictures are called
 * @param view the view that shows it
 * @param who who looks
 * @param path where it is
 * @param then what is done there before it is looked at
 */
record Look(String name, String view, Who who, String path, Consumer<Page> then) {
  /** Who looks at a page. */
  enum Who {
    NEWCOMER,
    ALICE,
    BOB,
    CAROL
  }

  private static final Consumer<Page> NOTHING = page -> {};

  private static final Consumer<Page> ONLINE =
      page -> page.locator("#status[data-state=online]").waitFor();

  private static Consumer<Page> fill(String form, String... idsAndTexts) {
    return page -> {
      for (int i = 0; i < idsAndTexts.length; i += 2) {
        page.locator("#" + idsAndTexts[i]).fill(idsAndTexts[i + 1]);
      }
      page.locator(form + " button[type=submit]").click();
      page.locator(".problem").waitFor();
    };
  }

  /** Before anybody is there. */
  static List<Look> empty() {
    return List.of(
        new Look("lobby-empty", "lobby", Who.NEWCOMER, "", NOTHING),
        new Look("setup", "register", Who.NEWCOMER, "setup", NOTHING));
  }

  static List<Look> all(House house) {
    String kitchen = "chat/" + Site.segment("Tea kitchen") + "/";
    return List.of(
        new Look("lobby-newcomer", "lobby", Who.NEWCOMER, "", NOTHING),
        new Look(
            "lobby-problem",
            "lobby",
            Who.NEWCOMER,
            "",
            fill("form.enter", "display", "Dan", "room", "a/b")),
        new Look("room-newcomer", "room", Who.NEWCOMER, kitchen, NOTHING),
        new Look("sign-in", "sign-in", Who.NEWCOMER, "sign-in", NOTHING),
        new Look(
            "sign-in-problem",
            "sign-in",
            Who.NEWCOMER,
            "sign-in",
            fill("main form", "handle", "alice", "password", "wrong")),
        new Look("register", "register", Who.NEWCOMER, "register", NOTHING),
        new Look(
            "register-problem",
            "register",
            Who.NEWCOMER,
            "register",
            fill("main form", "handle", "alice", "password", "long enough")),
        new Look("invitation", "register", Who.NEWCOMER, house.link(true), NOTHING),
        new Look("sign-in-link", "sign-in-link", Who.NEWCOMER, house.link(false), NOTHING),
        new Look("not-found", "error", Who.NEWCOMER, "nope/nope", NOTHING),
        new Look("offline", "offline", Who.NEWCOMER, "offline", NOTHING),
        new Look("lobby-guest", "lobby", Who.CAROL, "", NOTHING),
        new Look("banned", "error", Who.CAROL, "chat/" + Site.segment("old barn") + "/", NOTHING),
        new Look("room-silent", "room", Who.CAROL, "chat/quiet/", ONLINE),
        new Look("settings-visitor", "settings", Who.CAROL, kitchen + "settings", NOTHING),
        new Look("room-muted", "room", Who.BOB, "chat/" + Site.segment("old barn") + "/", ONLINE),
        new Look("lobby", "lobby", Who.ALICE, "", NOTHING),
        new Look("room", "room", Who.ALICE, kitchen, ONLINE),
        new Look("room-empty", "room", Who.ALICE, "chat/hall/", ONLINE),
        new Look("room-private", "room", Who.ALICE, "chat/" + house.attic + "/", ONLINE),
        new Look("direct", "room", Who.ALICE, "chat/@bob/", ONLINE),
        new Look("settings", "settings", Who.ALICE, kitchen + "settings", NOTHING),
        new Look(
            "settings-terms",
            "settings",
            Who.ALICE,
            "chat/" + Site.segment("old barn") + "/settings",
            NOTHING),
        new Look("contacts", "contacts", Who.ALICE, "contacts", NOTHING),
        new Look("people", "people", Who.ALICE, "people", NOTHING),
        new Look("inbox", "inbox", Who.ALICE, "inbox", NOTHING),
        new Look(
            "bell",
            "lobby",
            Who.ALICE,
            "",
            page -> {
              page.locator("#bell").click();
              page.locator("#events .event").first().waitFor();
            }),
        new Look("tokens", "tokens", Who.ALICE, "tokens", NOTHING),
        new Look("profile", "profile", Who.ALICE, "profile", NOTHING),
        new Look(
            "link",
            "link",
            Who.ALICE,
            "profile",
            page -> page.locator("form:has(#uses) button").click()));
  }
}
