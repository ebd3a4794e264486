package chat.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words that mean more than themselves: names with an at sign, commands with a slash. */
class WordsIT extends BobAlone {
  WordsIT(Served served) {
    super(served);
  }

  @BeforeEach
  void bobEnters() {
    bob.enter("Bob", room);
  }

  @Test
  void aNameCompletesItself() {
    Guest alice = served.guest("Alice Liddell", room);
    alice.api(room, "{\"message\":\"hello\"}");
    bob.sees("hello");
    Locator text = page.locator("#text");
    text.pressSequentially("hi @lid");
    assertThat(options()).hasText(Pattern.compile("Alice Liddell"));
    text.press("Enter");
    assertThat(text).hasValue("hi @" + alice.handle() + " ");
    assertThat(page.locator("#completion")).isHidden();
    text.press("Enter");
    bob.sees("hello", "hi @" + alice.handle());

    text.pressSequentially("@h");
    assertThat(options()).hasText(Pattern.compile("@here"));
    text.press("Escape");
    assertThat(page.locator("#completion")).isHidden();
    assertThat(text).hasValue("@h");
    text.fill("");
    text.pressSequentially("mail a@l");
    assertThat(page.locator("#completion")).isHidden();
  }

  @Test
  void aSlashShowsTheCommandsAndOneOfThemSetsTheTopic() {
    Locator text = page.locator("#text");
    text.pressSequentially("/");
    assertThat(options().first()).isVisible();
    bob.screenshot("commands");
    text.pressSequentially("to");
    assertThat(options()).hasCount(1);
    text.press("Tab");
    text.pressSequentially("Kettles & cups");
    text.press("Enter");
    assertThat(page.locator("#topic")).hasText("Kettles & cups");
    assertThat(page.locator("#messages .line")).hasText("Bob set the topic to “Kettles & cups”.");
    assertThat(text).hasValue("");
  }

  @Test
  void aCommandThatIsRefusedSaysWhyAndIsNotLost() {
    bob.say("/nonsense at all");
    Locator problem = page.locator("#problem");
    assertThat(problem).containsText("There is no command /nonsense");
    assertThat(page.locator("#text")).hasValue("/nonsense at all");
    assertThat(bob.messages()).hasCount(0);
    bob.say("/invite @no-such-person");
    assertThat(problem).hasText("There is nobody of that name.");
    assertThat(page.locator("#text")).hasValue("/invite @no-such-person");
    bob.say("/ban @somebody soon");
    assertThat(problem).containsText("/ban @… [30m|2h|7d]");
    bob.goesOffline().isOffline();
    bob.say("/topic offline");
    assertThat(problem).containsText("You are offline");
    bob.comesBack().isOnline();
    page.locator("#text").pressSequentially("!");
    assertThat(problem).isHidden();
  }

  @Test
  void commandsInviteMuteAndLeave() {
    Guest alice = served.guest("Alice", Served.newRoom());
    bob.say("/invite @" + alice.handle());
    assertThat(lines().last()).hasText("Bob invited Alice.");
    bob.say("/mute @" + alice.handle() + " 2h");
    assertThat(lines().last()).hasText("Bob muted Alice.");
    assertEquals("muted", alice.api(room, "{\"message\":\"but\"}"));
    bob.say("/unmute " + alice.handle());
    assertThat(lines().last()).hasText("Bob unmuted Alice.");

    bob.say("/mute");
    assertThat(page.locator("#level")).hasValue("nothing");
    bob.say("/unmute");
    assertThat(page.locator("#level")).hasValue("everything");

    bob.say("/leave");
    assertThat(page.locator("#problem"))
        .hasText("A room keeps an owner. Make somebody else an owner first.");
  }

  @Test
  void leavingLeadsToTheLobby() {
    Guest alice = served.guest("Alice", "The house of " + room);
    bob.open("chat/" + Site.segment("The house of " + room) + "/").isOnline();
    bob.say("/join");
    assertThat(lines().last()).hasText("Bob joined.");
    bob.say("/leave");
    assertThat(page.locator("form.enter")).isVisible();
    assertEquals("ok", alice.api("The house of " + room, "{\"message\":\"alone\"}"));
  }

  @Test
  void whatSomebodyDoesIsToldOfThem() {
    bob.say("/me waves");
    Locator action = page.locator("#messages .message.is-action");
    assertThat(action.locator(".message-text")).hasText("waves");
    assertThat(action.locator(".message-author")).hasText("Bob");
    page.reload();
    assertThat(action.locator(".message-text")).hasText("waves");
  }

  @Test
  void twoSlashesAreOneThatIsMeantAsItStandsAndManyLinesAreNoCommand() {
    bob.say("//etc/hosts").sees("/etc/hosts");
    bob.say("/* a comment\nof two lines */").sees("/etc/hosts", "/* a comment of two lines */");
  }

  @Test
  void msgOpensADirectConversation() {
    Guest alice = served.guest("Alice", room);
    bob.say("/msg @" + alice.handle());
    assertThat(page.locator("h1")).hasText("Alice");
    bob.isOnline();
    page.locator("#text").pressSequentially("/");
    assertThat(options().filter(new Locator.FilterOptions().setHasText("/topic"))).hasCount(0);
  }

  private Locator options() {
    return page.locator("#completion li");
  }

  private Locator lines() {
    return page.locator("#messages .line");
  }
}
