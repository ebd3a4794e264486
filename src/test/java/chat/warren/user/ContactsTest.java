package chat.warren.user;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.db.Database;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class ContactsTest {
  @Parameter private Store store;
  private Database database;
  private Users users;
  private Contacts contacts;
  private User alice;
  private User bob;
  private User mallory;

  @BeforeEach
  void open(@TempDir Path directory) {
    database = store.open(directory);
    SettableClock clock = new SettableClock();
    users = new Users(database, clock);
    contacts = new Contacts(database, clock);
    alice = users.welcome(new DisplayName("Alice"));
    bob = users.welcome(new DisplayName("Bob"));
    mallory = users.welcome(new DisplayName("Mallory"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aRequestStandsWithBothUntilItIsAccepted() {
    contacts.ask(alice, bob);
    assertEquals(List.of(bob), contacts.of(alice).asked());
    assertEquals(List.of(alice), contacts.of(bob).asking());
    assertEquals(List.of(), contacts.of(alice).contacts());

    contacts.accept(bob, alice);
    assertEquals(List.of(bob), contacts.of(alice).contacts());
    assertEquals(List.of(alice), contacts.of(bob).contacts());
    assertEquals(List.of(), contacts.of(alice).asked());
    assertEquals(List.of(), contacts.of(bob).asking());
  }

  @Test
  void whoAsksSomebodyWhoHasAskedAccepts() {
    contacts.ask(alice, bob);
    contacts.ask(bob, alice);
    assertEquals(List.of(bob), contacts.of(alice).contacts());
    assertEquals(List.of(alice), contacts.of(bob).contacts());
  }

  @Test
  void askingAgainChangesNothing() {
    contacts.ask(alice, bob);
    contacts.ask(alice, bob);
    assertEquals(List.of(bob), contacts.of(alice).asked());
    contacts.accept(bob, alice);
    contacts.ask(alice, bob);
    assertEquals(List.of(bob), contacts.of(alice).contacts());
    assertEquals(List.of(), contacts.of(alice).asked());
  }

  @Test
  void aDeclinedRequestIsGoneAndCanBeMadeAgain() {
    contacts.ask(alice, bob);
    contacts.decline(bob, alice);
    assertEquals(List.of(), contacts.of(alice).asked());
    assertRefused(Refusal.NO_SUCH_REQUEST, () -> contacts.accept(bob, alice));
    contacts.ask(alice, bob);
    assertEquals(List.of(alice), contacts.of(bob).asking());
  }

  @Test
  void nobodyAcceptsForTheOther() {
    contacts.ask(alice, bob);
    assertRefused(Refusal.NO_SUCH_REQUEST, () -> contacts.accept(alice, bob));
    contacts.decline(alice, bob);
    assertEquals(List.of(alice), contacts.of(bob).asking());
  }

  @Test
  void aContactEndsForBothAndARequestCanBeTakenBack() {
    contacts.ask(alice, bob);
    contacts.accept(bob, alice);
    contacts.remove(bob, alice);
    assertEquals(List.of(), contacts.of(alice).contacts());
    assertEquals(List.of(), contacts.of(bob).contacts());

    contacts.ask(alice, bob);
    contacts.remove(bob, alice);
    assertEquals(List.of(alice), contacts.of(bob).asking(), "that is not Bob's to take back");
    contacts.remove(alice, bob);
    assertEquals(List.of(), contacts.of(bob).asking());
  }

  @Test
  void nobodyAsksOrBlocksOneself() {
    assertRefused(Refusal.ONESELF, () -> contacts.ask(alice, alice));
    assertRefused(Refusal.ONESELF, () -> contacts.block(alice, alice));
    assertTrue(contacts.mayBother(alice, alice));
  }

  @Test
  void everybodyMayWriteToWhoeverHasChosenNothing() {
    assertEquals(Writers.EVERYBODY, contacts.of(alice).writers());
    assertTrue(contacts.mayBother(mallory, alice));
  }

  @Test
  void contactsOnlyLetsContactsAndNobodyElse() {
    contacts.choose(alice, Writers.CONTACTS);
    contacts.ask(bob, alice);
    assertFalse(contacts.mayBother(bob, alice), "asking is not enough");
    contacts.accept(alice, bob);
    assertTrue(contacts.mayBother(bob, alice));
    assertFalse(contacts.mayBother(mallory, alice));
    assertTrue(contacts.mayBother(alice, mallory), "it is about Alice alone");
    contacts.choose(alice, Writers.EVERYBODY);
    assertTrue(contacts.mayBother(mallory, alice));
  }

  @Test
  void whoeverIsBlockedMayNotBotherAndSeesNothingOfIt() {
    contacts.ask(mallory, alice);
    contacts.accept(alice, mallory);
    contacts.block(alice, mallory);
    assertFalse(contacts.mayBother(mallory, alice));
    assertEquals(List.of(mallory), contacts.of(alice).blocked());
    assertEquals(List.of(), contacts.of(alice).contacts());

    assertEquals(List.of(), contacts.of(mallory).blocked());
    assertEquals(List.of(), contacts.of(mallory).contacts(), "as after a removal");
    contacts.ask(mallory, alice);
    assertEquals(List.of(alice), contacts.of(mallory).asked(), "as if it had arrived");
    assertEquals(List.of(), contacts.of(alice).asking());
    assertRefused(Refusal.NO_SUCH_REQUEST, () -> contacts.accept(alice, mallory));
    assertRefused(Refusal.BLOCKED_BY_YOU, () -> contacts.ask(alice, mallory));

    contacts.unblock(alice, mallory);
    assertTrue(contacts.mayBother(mallory, alice));
    assertEquals(List.of(mallory), contacts.of(alice).asking());
  }

  @Test
  void aBlockTakesOnesOwnRequestBackButLeavesTheOthersStanding() {
    contacts.ask(alice, mallory);
    contacts.block(alice, mallory);
    assertEquals(List.of(), contacts.of(mallory).asking());
    contacts.ask(mallory, alice);
    assertEquals(List.of(), contacts.of(mallory).contacts(), "nothing to accept");

    contacts.ask(mallory, bob);
    contacts.block(bob, mallory);
    assertEquals(List.of(alice, bob), contacts.of(mallory).asked());
  }

  @Test
  void requestsThatNobodyAnswersHaveABound() {
    for (int n = 0; n < Contacts.MAX_ASKED; n++) {
      contacts.ask(mallory, users.welcomeNameless());
    }
    assertRefused(Refusal.TOO_MANY_ASKED, () -> contacts.ask(mallory, alice));
    contacts.ask(bob, mallory);
    contacts.ask(mallory, bob);
    assertEquals(List.of(bob), contacts.of(mallory).contacts(), "accepting is no request");
  }

  @Test
  void peopleAreFoundByTheirHandles() {
    assertEquals(
        List.of(bob, alice), users.named(List.of(bob.name(), alice.name())), "in the order wanted");
    assertRefused(
        Refusal.NO_SUCH_PERSON, () -> users.named(List.of(alice.name(), "nobody-of-that-name")));
  }

  @Test
  void aGuestWhoLeavesNothingButContactsIsForgottenWithThem() {
    contacts.ask(alice, bob);
    contacts.block(bob, mallory);
    SettableClock later = new SettableClock();
    later.advance(Duration.ofDays(1));
    new Sessions(database, later, ended -> {}).removeEnded();
    assertRefused(Refusal.NO_SUCH_PERSON, () -> users.named(List.of(alice.name())));
  }
}
