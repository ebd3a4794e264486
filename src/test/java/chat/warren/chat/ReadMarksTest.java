package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.warren.memory.InProcessBroker;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.Preferences;
import chat.warren.user.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class ReadMarksTest {
  @Parameter private Store store;
  @TempDir Path directory;

  private Log log;
  private Notebook notebook;
  private ReadMarks marks;
  private Tallies tallies;

  @BeforeEach
  void open() {
    log = new Log(store, directory, new InProcessBroker());
    notebook = new Notebook(log.database, new InProcessBroker(), log.clock);
    marks = new ReadMarks(log.database, notebook);
    tallies = new Tallies(log.database, notebook);
  }

  @AfterEach
  void close() {
    notebook.close();
    log.close();
  }

  private Tally tally(User user, long id) {
    Map<Long, Tally> all =
        tallies.of(user).stream().collect(Collectors.toMap(Tally::log, Function.identity()));
    return all.get(id);
  }

  private void say(User author, int count, String text) {
    for (int i = 0; i < count; i++) {
      log.say(log.lounge, author, null, text);
    }
  }

  private void sayAtOnce(int count) {
    List<CompletableFuture<Receipt>> all =
        IntStream.range(0, count)
            .mapToObj(i -> log.append(log.lounge, log.bob, null, "m"))
            .toList();
    all.forEach(Log::join);
  }

  @Test
  void whoHasReadNothingHasNoMark() {
    assertEquals(ReadMark.NONE, marks.of(log.alice, log.lounge));
    assertEquals(List.of(), tallies.of(log.bob));
  }

  @Test
  void aMarkHoldsBeforeItIsStoredAndAfter() {
    marks.read(log.alice, log.lounge, 3);
    assertEquals(3, marks.of(log.alice, log.lounge).seq());
    notebook.flush();
    assertEquals(3, marks.of(log.alice, log.lounge).seq());
    assertEquals(ReadMark.NONE, marks.of(log.bob, log.lounge));
    assertEquals(ReadMark.NONE, marks.of(log.alice, log.garden));
  }

  @Test
  void aMarkNeverGoesBack() {
    marks.read(log.alice, log.lounge, 9);
    marks.read(log.alice, log.lounge, 4);
    assertEquals(9, marks.of(log.alice, log.lounge).seq());
    notebook.flush();
    marks.read(log.alice, log.lounge, 5);
    assertEquals(9, marks.of(log.alice, log.lounge).seq());
    notebook.flush();
    assertEquals(9, marks.of(log.alice, log.lounge).seq());
  }

  @Test
  void whatWasNotedIsStoredAtAStop() {
    marks.read(log.alice, log.lounge, 7);
    notebook.close();
    try (Notebook next = new Notebook(log.database, new InProcessBroker(), log.clock)) {
      assertEquals(7, new ReadMarks(log.database, next).of(log.alice, log.lounge).seq());
    }
  }

  @Test
  void unreadAreTheMessagesOfOthersAfterTheMark() {
    say(log.bob, 3, "before");
    marks.read(log.alice, log.lounge, 3);
    say(log.bob, 2, "after");
    say(log.alice, 1, "my own");
    log.act(log.lounge, log.bob, "e", new Act.Edit(5, "edited"));
    log.act(log.lounge, log.bob, "r", new Act.React(6, "🍵", true));
    assertEquals(new Tally(log.lounge, 8, 3, 2, 0, Level.EVERYTHING), tally(log.alice, log.lounge));
  }

  @Test
  void unreadIsCountedNoFurtherThanAnybodyWouldRead() {
    marks.read(log.alice, log.lounge, 0);
    sayAtOnce(600);
    assertEquals(600, tally(log.alice, log.lounge).unread());
    sayAtOnce(600);
    assertEquals(Tally.MOST, tally(log.alice, log.lounge).unread());
  }

  @Test
  void theLevelSaysWhatCounts() {
    marks.read(log.alice, log.lounge, 0);
    say(log.bob, 2, "to nobody");
    say(log.bob, 1, "look, @" + log.alice.name().toUpperCase() + "!");
    say(log.alice, 1, "me, @" + log.alice.name());
    assertEquals(3, tally(log.alice, log.lounge).unread());
    assertEquals(1, tally(log.alice, log.lounge).mentions());
    marks.level(log.alice, log.lounge, Level.MENTIONS);
    assertEquals(1, tally(log.alice, log.lounge).unread());
    marks.level(log.alice, log.lounge, Level.NOTHING);
    assertEquals(0, tally(log.alice, log.lounge).unread());
    assertEquals(1, tally(log.alice, log.lounge).mentions());
    assertEquals(new ReadMark(0, Level.NOTHING), marks.of(log.alice, log.lounge));
  }

  @Test
  void hereNamesEverybody() {
    marks.read(log.alice, log.lounge, 0);
    say(log.bob, 1, "tea is ready, @Here!");
    say(log.bob, 1, "not @hereafter");
    assertEquals(1, tally(log.alice, log.lounge).mentions());
  }

  @Test
  void whoChoosesALevelFirstHasReadEverythingSoFar() {
    say(log.bob, 3, "before");
    marks.level(log.alice, log.lounge, Level.MENTIONS);
    assertEquals(new Tally(log.lounge, 3, 3, 0, 0, Level.MENTIONS), tally(log.alice, log.lounge));
  }

  @Test
  void anUnknownLevelIsRefused() {
    for (String word : new String[] {null, "", "EVERYTHING", "some"}) {
      Refused refused = assertThrows(Refused.class, () -> Level.of(word));
      assertEquals(Refusal.BAD_LEVEL, refused.refusal());
    }
  }

  @Test
  void aMarkOfSomebodyWhoIsNotThereAnyMoreHarmsNoOther() {
    marks.read(new User(4711, "nobody", "Nobody"), log.lounge, 1);
    marks.read(log.alice, 4711, 1);
    marks.read(log.alice, log.lounge, 1);
    notebook.flush();
    assertEquals(1, tally(log.alice, log.lounge).read());
  }

  @Test
  void lastSeenIsKeptOnceAMinuteAndAtTheEnd() {
    Preferences preferences = new Preferences(log.database);
    assertEquals(Optional.empty(), preferences.lastSeen(log.alice.name()));
    notebook.sees(log.alice.id());
    notebook.flush();
    var first = preferences.lastSeen(log.alice.name()).orElseThrow();
    log.clock.advance(Notebook.FRESH.minusMillis(1));
    notebook.sees(log.alice.id());
    notebook.flush();
    assertEquals(Optional.of(first), preferences.lastSeen(log.alice.name()));
    log.clock.advance(Duration.ofMillis(1));
    notebook.sees(log.alice.id());
    notebook.flush();
    assertEquals(Optional.of(first.plus(Notebook.FRESH)), preferences.lastSeen(log.alice.name()));
    log.clock.advance(Duration.ofSeconds(5));
    notebook.lastSees(log.alice.id());
    notebook.flush();
    assertEquals(
        Optional.of(first.plus(Notebook.FRESH).plusSeconds(5)),
        preferences.lastSeen(log.alice.name()));
  }

  @Test
  void receiptsAreOnUntilSwitchedOff() {
    Preferences preferences = new Preferences(log.database);
    Set<Long> both = Set.of(log.alice.id(), log.bob.id());
    assertEquals(both, preferences.withReceipts(both));
    preferences.setReceipts(log.bob, false);
    assertEquals(Set.of(log.alice.id()), preferences.withReceipts(both));
    assertEquals(false, preferences.receipts(log.bob));
  }
}
