package chat.warren.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.memory.InProcessBroker;
import chat.warren.room.RoomSettings;
import chat.warren.testing.Store;
import chat.warren.user.DisplayName;
import chat.warren.user.Users;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class HistoryTest {
  @Parameter private Store store;
  private Log log;

  @BeforeEach
  void open(@TempDir Path directory) {
    log = new Log(store, directory, new InProcessBroker());
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void aRoomInWhichNobodyWroteHasNoHistory() {
    assertEquals(0, log.history.head(log.lounge));
    assertEquals(new HistoryPage(0, List.of()), log.history.newest(log.lounge));
    assertEquals(List.of(), log.history.after(log.lounge, 0, 10));
  }

  @Test
  void theNewestPageIsOldestFirst() {
    write(log.lounge, History.PAGE + 20);
    assertEquals(
        numbers(21, History.PAGE + 20),
        log.history.newest(log.lounge).messages().stream().map(Message::seq).toList());
    assertEquals(History.PAGE + 20, log.history.head(log.lounge));
  }

  @Test
  void aShortHistoryIsOnePage() {
    write(log.lounge, 3);
    assertEquals(
        numbers(1, 3),
        log.history.newest(log.lounge).messages().stream().map(Message::seq).toList());
  }

  @Test
  void whatComesAfterANumberBeginsWithTheNextOne() {
    write(log.lounge, 10);
    assertEquals(numbers(1, 10), seqs(log.history.after(log.lounge, 0, 100)));
    assertEquals(numbers(8, 10), seqs(log.history.after(log.lounge, 7, 100)));
    assertEquals(numbers(4, 6), seqs(log.history.after(log.lounge, 3, 3)));
    assertEquals(List.of(), log.history.after(log.lounge, 10, 100));
    assertEquals(List.of(), log.history.after(log.lounge, Long.MAX_VALUE, 100));
  }

  @Test
  void aPageComesBeforeOrAfterOrAroundANumber() {
    write(log.lounge, 20);
    assertEquals(numbers(7, 9), messages(log.history.before(log.lounge, 10, 3)));
    assertEquals(numbers(11, 13), messages(log.history.next(log.lounge, 10, 3)));
    assertEquals(numbers(19, 20), messages(log.history.next(log.lounge, 18, 3)));
    assertEquals(List.of(), messages(log.history.next(log.lounge, Long.MAX_VALUE, 3)));
    assertEquals(numbers(8, 12), messages(log.history.around(log.lounge, 10, 5)));
    assertEquals(numbers(1, 3), messages(log.history.around(log.lounge, 1, 5)));
    assertEquals(numbers(18, 20), messages(log.history.around(log.lounge, 20, 4)));
    assertEquals(numbers(19, 20), messages(log.history.around(log.lounge, 99, 4)));
    assertEquals(20, log.history.around(log.lounge, 10, 5).head());
  }

  @Test
  void aPageTellsWhetherThereIsMoreBeforeAndAfterIt() {
    write(log.lounge, 4);
    assertEquals("older newer", sides(log.history.around(log.lounge, 3, 2)));
    assertEquals("newer", sides(log.history.around(log.lounge, 2, 2)));
    assertEquals("older", sides(log.history.around(log.lounge, 4, 2)));
    assertEquals("older newer", sides(log.history.next(log.lounge, 1, 2)));
    assertEquals("older", sides(log.history.next(log.lounge, 2, 2)));
    assertEquals("newer", sides(log.history.before(log.lounge, 4, 3)));
    assertEquals("older", sides(log.history.before(log.lounge, 5, 3)));
    assertEquals("", sides(log.history.before(log.lounge, 5, 4)));
    assertEquals("", sides(log.history.newest(log.lounge)));
  }

  private static String sides(HistoryPage page) {
    return ((page.older() ? "older " : "") + (page.newer() ? "newer" : "")).strip();
  }

  @Test
  void aPageHasTheChangesBetweenItsMessagesAndNoOthers() {
    write(log.lounge, 2);
    rename("first");
    write(log.lounge, 2);
    rename("second");
    write(log.lounge, 2);
    rename("third");
    assertEquals(List.of(3L), seqs(log.history.around(log.lounge, 4, 3).changes()));
    assertEquals(List.of(3L), seqs(log.history.before(log.lounge, 5, 4).changes()));
    assertEquals(List.of(6L), seqs(log.history.next(log.lounge, 4, 2).changes()));
    assertEquals(List.of(6L, 9L), seqs(log.history.next(log.lounge, 5, 3).changes()));
    assertEquals(List.of(9L), seqs(log.history.next(log.lounge, 8, 3).changes()));
  }

  private void rename(String title) {
    RoomSettings to = new RoomSettings(title, null, null, null, null);
    log.act(log.lounge, log.alice, title, new Act.RoomChange(to));
  }

  @Test
  void whatAMessageAnswersComesWithItAsItIsNow() {
    log.say(log.lounge, log.alice, "a", "x".repeat(Answered.LONGEST + 1));
    log.say(log.lounge, log.bob, "b", "nonsense");
    log.act(log.lounge, log.alice, "c", new Act.Say("to the first", 1L));
    log.act(log.lounge, log.alice, "d", new Act.Say("to the second", 2L));
    log.act(log.lounge, log.bob, "e", new Act.Say("to the second, too", 2L));
    log.act(log.lounge, log.bob, "f", new Act.Delete(2));
    assertEquals(
        List.of(
            new Answered(1, log.alice, "x".repeat(Answered.LONGEST - 1) + "…"),
            new Answered(2, log.bob, null)),
        log.history.next(log.lounge, 2, 10).answered());
    assertEquals(List.of(), log.history.before(log.lounge, 3, 10).answered());
    log.act(log.lounge, log.alice, "g", new Act.Edit(1, "short"));
    assertEquals("short", log.history.newest(log.lounge).answered().get(0).text());
  }

  @Test
  void anotherRoomsEntriesAreNotShown() {
    write(log.lounge, 3);
    log.say(log.garden, log.bob, "b", "in the garden");
    assertEquals(
        List.of("in the garden"),
        log.history.newest(log.garden).messages().stream().map(Message::text).toList());
    assertEquals(
        numbers(1, 3),
        log.history.newest(log.lounge).messages().stream().map(Message::seq).toList());
  }

  @Test
  void aTextComesBackToTheCharacter() {
    List<String> texts =
        List.of(
            "👩\u200d💻 👍🏽 🇨🇳",
            "one\r\ntwo\nthree\rfour",
            "\"double\" 'single' `back` \\",
            "   four spaces before and after    ",
            "\ttab\u0007",
            "e\u0301 is not \u00e9",
            "<script>alert('x')</script> &amp;",
            "%s {0} ${x} :name ?",
            "小明：你好！\u3000",
            "שלום \u202eabc\u202c",
            "\u2028\u2029\ufeff\uffff.");
    texts.forEach(text -> log.say(log.lounge, log.alice, null, text));
    assertEquals(texts, log.texts(log.lounge));
  }

  @Test
  void theLongestTextComesBackWhole() {
    String text = "👍".repeat(MessageBody.MAX_LENGTH);
    log.say(log.lounge, log.alice, "a", text);
    assertEquals(text, log.history.newest(log.lounge).messages().get(0).text());
  }

  @Test
  void anEntryTellsWhoWroteItAndWhen() {
    log.clock.advance(Duration.ofMillis(877));
    Entry first = log.say(log.lounge, log.alice, "a", "hello").entry();
    log.clock.advance(Duration.ofMillis(1));
    Entry second = log.say(log.lounge, log.bob, null, "hi").entry();
    assertEquals(List.of(first, second), log.history.after(log.lounge, 0, 10));
    assertEquals(Duration.ofMillis(1), Duration.between(first.at(), second.at()));
  }

  @Test
  void anOldEntryShowsTheNewNameOfItsAuthor() {
    log.say(log.lounge, log.alice, "a", "hello");
    new Users(log.database, log.clock).rename(log.alice, new DisplayName("Alicia"));
    assertEquals("Alicia", log.history.newest(log.lounge).messages().get(0).author().display());
    assertEquals(
        log.alice.name(), log.history.newest(log.lounge).messages().get(0).author().name());
  }

  private void write(long room, int count) {
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      receipts.add(log.append(room, log.alice, null, "text " + i));
    }
    receipts.forEach(Log::join);
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  private static List<Long> messages(HistoryPage page) {
    return page.messages().stream().map(Message::seq).toList();
  }

  private static List<Long> seqs(List<Entry> entries) {
    return entries.stream().map(Entry::seq).toList();
  }
}
