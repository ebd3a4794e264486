package chat.warren.user;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.db.Database;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.Link.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts, and the links that lead to them. */
@ParameterizedClass
@EnumSource(Store.class)
class LinksTest {
  @Parameter private Store store;
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final String HERE = "10.0.0.1";

  private final SettableClock clock = new SettableClock();
  private final List<Ended> ended = new ArrayList<>();
  private Database database;
  private Sessions sessions;
  private Passwords passwords;
  private Accounts accounts;
  private Links links;
  private User ann;
  private User alice;

  @BeforeEach
  void open(@TempDir Path directory) {
    database = store.open(directory);
    sessions = new Sessions(database, clock, ended::add);
    Tries tries = new Tries(Limits.NONE);
    passwords = new Passwords(database, sessions, tries);
    accounts = new Accounts(database, sessions, passwords, tries, Registration.INVITE, clock);
    links = new Links(database, Registration.INVITE, clock);
    ann = accounts.setUp(newcomer("ann"), Optional.empty(), HERE);
    alice = register(links.invite(ann, 1), "alice", Optional.empty());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void thereIsOneFirstAdministrator() {
    assertTrue(ann.isAdministrator());
    assertFalse(alice.isAdministrator());
    assertRefused(
        Refusal.SETUP_TOKEN_WRONG,
        () -> accounts.setUp(newcomer("mallory"), Optional.empty(), HERE));
  }

  @Test
  void anInvitationLivesSevenDays() {
    String secret = links.invite(alice, 5);
    clock.advance(Duration.ofDays(7).minus(MOMENT));
    assertEquals(alice, links.find(Kind.INVITATION, secret).madeBy());
    clock.advance(MOMENT);
    assertRefused(Refusal.LINK_ENDED, () -> links.find(Kind.INVITATION, secret));
    assertRefused(Refusal.LINK_ENDED, () -> register(secret, "bob", Optional.empty()));
    assertEquals(List.of(), links.of(alice));
  }

  @Test
  void aSignInLinkLivesFifteenMinutesAndWorksOnce() {
    String late = links.signIn(alice, alice.id());
    clock.advance(Duration.ofMinutes(15));
    assertRefused(Refusal.LINK_ENDED, () -> links.admit(late));
    String secret = links.signIn(alice, alice.id());
    clock.advance(Duration.ofMinutes(15).minus(MOMENT));
    assertEquals(new Links.Admitted(alice, false), links.admit(secret));
    assertRefused(Refusal.LINK_ENDED, () -> links.admit(secret));
  }

  @Test
  void onlyAnAdministratorsLinkLetsOneSetAPasswordWithoutTheOldOne() {
    assertTrue(links.admit(links.signIn(ann, alice.id())).mayReset());
    assertRefused(Refusal.ADMINISTRATORS_ONLY, () -> links.signIn(alice, ann.id()));
  }

  @Test
  void oneKindOfLinkIsNotTheOther() {
    String invitation = links.invite(alice, 5);
    assertRefused(Refusal.LINK_ENDED, () -> links.admit(invitation));
    String signIn = links.signIn(alice, alice.id());
    assertRefused(Refusal.LINK_ENDED, () -> register(signIn, "bob", Optional.empty()));
  }

  @Test
  void aGuestWhoRegistersStaysTheSamePerson() {
    User guest = new Users(database, clock).welcome(new DisplayName("Bob"));
    User bob = register(links.invite(alice, 1), "bob", Optional.of(guest));
    assertEquals(guest.id(), bob.id());
    assertRefused(
        Refusal.FORM_EXPIRED, () -> register(links.invite(alice, 1), "again", Optional.of(guest)));
    User carol = register(links.invite(alice, 1), "carol", Optional.of(alice));
    assertFalse(carol.id() == alice.id(), "an account never becomes another one");
  }

  @Test
  void whoeverIsRefusedHasUsedNothingUp() {
    String secret = links.invite(alice, 1);
    assertRefused(Refusal.HANDLE_TAKEN, () -> register(secret, "ann", Optional.empty()));
    assertEquals("bob", register(secret, "bob", Optional.empty()).name());
    assertRefused(Refusal.LINK_ENDED, () -> register(secret, "carol", Optional.empty()));
  }

  @Test
  void aChangedPasswordEndsTheOtherSessionsAndTheLinksThatSignIn() {
    Sessions.Started phone = sessions.start(alice, "", false);
    Sessions.Started laptop = sessions.start(alice, "", false);
    String link = links.signIn(alice, alice.id());
    passwords.change(laptop.visit(), "correct horse", "another horse", HERE);
    assertTrue(sessions.find(phone.secret()).isEmpty());
    assertTrue(sessions.find(laptop.secret()).isPresent());
    assertEquals(List.of(new Ended(alice.id(), Set.of(phone.visit().session()))), ended);
    assertRefused(Refusal.LINK_ENDED, () -> links.admit(link));
    assertEquals(alice, passwords.signIn("ALICE ", "another horse", HERE));
    assertThrows(Refused.class, () -> passwords.signIn("alice", "correct horse", HERE));
  }

  @Test
  void aDeletedAccountLeavesNothingThatLetsAnybodyIn() {
    Sessions.Started session = sessions.start(alice, "", false);
    String invitation = links.invite(alice, 5);
    String signIn = links.signIn(ann, alice.id());
    assertRefused(Refusal.WRONG_PASSWORD, () -> accounts.delete(alice, "wrong horse", HERE, true));
    User left = accounts.delete(alice, "correct horse", HERE, true);
    assertTrue(left.isDeleted());
    assertEquals(List.of(left), accounts.erasing());
    assertTrue(sessions.find(session.secret()).isEmpty());
    assertEquals(1, ended.size());
    assertRefused(Refusal.LINK_ENDED, () -> links.find(Kind.INVITATION, invitation));
    assertRefused(Refusal.LINK_ENDED, () -> links.admit(signIn));
    assertThrows(Refused.class, () -> passwords.signIn(left.name(), "correct horse", HERE));
    accounts.erased(left);
    assertEquals(List.of(), accounts.erasing());
  }

  @Test
  void theLastAdministratorStays() {
    List<Long> changed = new ArrayList<>();
    Directory directory = new Directory(database, changed::add);
    assertRefused(
        Refusal.LAST_ADMINISTRATOR, () -> accounts.delete(ann, "correct horse", HERE, false));
    assertRefused(
        Refusal.LAST_ADMINISTRATOR, () -> directory.setAdministrator(ann, ann.id(), false));
    directory.setAdministrator(ann, alice.id(), true);
    directory.setAdministrator(ann, ann.id(), false);
    assertEquals(List.of(alice.id(), ann.id()), changed, "whose open sockets are asked anew");
    User boss = passwords.signIn("alice", "correct horse", HERE);
    assertEquals(List.of(boss), directory.search(boss, "ALI"));
    User demoted = passwords.signIn("ann", "correct horse", HERE);
    assertRefused(Refusal.ADMINISTRATORS_ONLY, () -> directory.search(demoted, ""));
  }

  private User register(String secret, String handle, Optional<User> guest) {
    return accounts.registerInvited(newcomer(handle), secret, guest, HERE);
  }

  private static Newcomer newcomer(String name) {
    Handle handle = new Handle(name);
    return new Newcomer(handle, new DisplayName(name), new Password("correct horse", handle));
  }
}
