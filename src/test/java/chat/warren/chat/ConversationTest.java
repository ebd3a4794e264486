package chat.warren.chat;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.memory.InProcessBroker;
import chat.warren.room.Room;
import chat.warren.room.RoomName;
import chat.warren.text.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {
  private Log log;
  private Conversation conversation;
  private Room lounge;

  @BeforeEach
  void open(@TempDir Path directory) {
    log = new Log(directory, new InProcessBroker());
    conversation = new Conversation(log.journal);
    lounge = new Room(log.lounge, new RoomName("lounge"));
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void whatIsSaidStandsInTheRoomsLog() {
    Receipt said =
        Log.join(conversation.post(lounge, log.alice, "a", "hello").toCompletableFuture());
    assertEquals(List.of(said.entry()), log.all(log.lounge));
  }

  @Test
  void anIdMayBeLeftOut() {
    Log.join(conversation.post(lounge, log.alice, null, "hello").toCompletableFuture());
    assertEquals(List.of("hello"), log.texts(log.lounge));
  }

  @Test
  void whatBreaksARuleIsRefusedAndNotStored() {
    assertRefused(Refusal.NO_TEXT, () -> conversation.post(lounge, log.alice, "a", null));
    assertRefused(Refusal.NO_TEXT, () -> conversation.post(lounge, log.alice, "a", " "));
    assertRefused(Refusal.BAD_ID, () -> conversation.post(lounge, log.alice, "", "hello"));
    assertRefused(
        Refusal.TEXT_TOO_LONG,
        () -> conversation.post(lounge, log.alice, "a", "a".repeat(MessageBody.MAX_LENGTH + 1)));
    assertEquals(List.of(), log.all(log.lounge));
  }
}
