package chat.warren.chat;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.chat.Message.Reaction;
import chat.warren.memory.InProcessBroker;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Edits, deletions and reactions: entries of the log, and the state that they lead to. */
@ParameterizedClass
@EnumSource(Store.class)
class ChangesTest {
  @Parameter private Store store;
  @TempDir Path directory;
  private Log log;

  @BeforeEach
  void aMessageOfAlice() {
    log = new Log(store, directory, new InProcessBroker());
    log.say(log.lounge, log.alice, "a-1", "first text");
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void eachChangeIsAnEntryWithANumberOfItsOwn() {
    assertEquals(2, edit("e-1", "second text").entry().seq());
    assertEquals(3, react("r-1", "👍", true).entry().seq());
    assertEquals(4, react("r-2", "👍", false).entry().seq());
    assertEquals(5, delete("d-1").entry().seq());
    assertEquals(
        List.of("message", "edit", "react", "unreact", "delete"),
        log.all(log.lounge).stream().map(entry -> entry.act().kind()).toList());
  }

  @Test
  void aPageShowsTheLastTextAndALogWhatWasWrittenWhen() {
    edit("e-1", "second text");
    edit("e-2", "third text");
    assertEquals("third text", message().text());
    assertTrue(message().edited());
    assertEquals(3, log.history.newest(log.lounge).head());
    assertEquals(List.of("first text", "second text", "third text"), log.texts(log.lounge));
  }

  @Test
  void aDeletedTextIsGoneFromTheStoreAndItsPlaceStays() throws Exception {
    edit("e-1", "second text");
    react("r-1", "👍", true);
    delete("d-1");
    assertTrue(message().deleted());
    assertFalse(message().edited());
    assertEquals(List.of(), message().reactions());
    assertEquals(4, log.all(log.lounge).size());
    assertNull(log.all(log.lounge).get(0).act().text());
    assertNull(log.all(log.lounge).get(1).act().text());
    log.close();
    for (String file : List.of("warren.db", "warren.db-wal")) {
      Path path = directory.resolve(file);
      if (Files.exists(path)) {
        String bytes = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("first text") || bytes.contains("second text"), file);
      }
    }
    log = new Log(store, directory, new InProcessBroker());
  }

  @Test
  void reactionsAreOneForEachPersonAndEmoji() {
    react("r-1", "👍", true);
    react("r-2", "👍", true);
    log.act(log.lounge, log.alice, "r-3", new Act.React(1, "👍", true));
    log.act(log.lounge, log.alice, "r-4", new Act.React(1, "🎉", true));
    react("r-5", "👍", false);
    assertEquals(
        List.of(new Reaction("🎉", List.of(log.alice)), new Reaction("👍", List.of(log.alice))),
        message().reactions());
  }

  @Test
  void aRepeatedChangeGetsItsFirstReceiptEvenAfterTheMessageIsGone() {
    Receipt edited = edit("e-1", "second text");
    Receipt reacted = react("r-1", "👍", true);
    assertEquals(new Receipt(edited.entry(), true), edit("e-1", "second text"));
    assertRefused(Refusal.ID_REUSED, () -> edit("e-1", "another text"));
    assertRefused(Refusal.ID_REUSED, () -> react("r-1", "👍", false));
    Receipt deleted = delete("d-1");
    assertEquals(new Receipt(deleted.entry(), true), delete("d-1"));
    assertEquals(new Receipt(reacted.entry(), true), react("r-1", "👍", true));
    assertTrue(edit("e-1", "second text").again());
    assertTrue(log.say(log.lounge, log.alice, "a-1", "first text").again());
    assertEquals(4, log.history.head(log.lounge));
  }

  @Test
  void aRepeatedMessageGetsItsFirstReceiptAfterItWasEdited() {
    edit("e-1", "second text");
    assertTrue(log.say(log.lounge, log.alice, "a-1", "first text").again());
    assertRefused(Refusal.ID_REUSED, () -> log.say(log.lounge, log.alice, "a-1", "second text"));
  }

  @Test
  void onlyTheAuthorMayEditAndDelete() {
    assertRefused(
        Refusal.NOT_YOURS, () -> log.act(log.lounge, log.bob, "x-1", new Act.Edit(1, "not mine")));
    assertRefused(Refusal.NOT_YOURS, () -> log.act(log.lounge, log.bob, "x-2", new Act.Delete(1)));
    assertEquals(1, log.history.head(log.lounge));
  }

  @Test
  void whatIsNotThereCannotBeChangedOrAnswered() {
    edit("e-1", "second text");
    for (long target : new long[] {0, 2, 3, -1, Long.MAX_VALUE}) {
      for (Act act :
          List.of(
              new Act.Edit(target, "x"),
              new Act.Delete(target),
              new Act.React(target, "👍", true),
              new Act.Say("x", target))) {
        assertRefused(
            Refusal.NO_SUCH_MESSAGE, () -> log.act(log.lounge, log.alice, "n" + target, act));
      }
    }
    assertRefused(
        Refusal.NO_SUCH_MESSAGE, () -> log.act(log.garden, log.alice, "g", new Act.Edit(1, "x")));
    delete("d-1");
    assertRefused(Refusal.MESSAGE_DELETED, () -> edit("e-2", "x"));
    assertRefused(Refusal.MESSAGE_DELETED, () -> react("r-1", "👍", true));
    assertRefused(Refusal.MESSAGE_DELETED, () -> delete("d-2"));
    assertEquals(3, log.history.head(log.lounge));
  }

  @Test
  void aReplyNamesTheMessageThatItAnswers() {
    log.act(log.lounge, log.bob, "b-1", new Act.Say("I agree", 1L));
    assertEquals(1L, log.history.newest(log.lounge).messages().get(1).replyTo());
    assertEquals(new Act.Say("I agree", 1L), log.all(log.lounge).get(1).act());
  }

  private Receipt edit(String id, String text) {
    return log.act(log.lounge, log.alice, id, new Act.Edit(1, text));
  }

  private Receipt delete(String id) {
    return log.act(log.lounge, log.alice, id, new Act.Delete(1));
  }

  private Receipt react(String id, String emoji, boolean on) {
    return log.act(log.lounge, log.bob, id, new Act.React(1, emoji, on));
  }

  private Message message() {
    return log.history.newest(log.lounge).messages().get(0);
  }
}
