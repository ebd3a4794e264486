package chat.warren.chat;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.memory.InMemoryLimits;
import chat.warren.memory.InProcessBroker;
import chat.warren.room.Room;
import chat.warren.room.RoomName;
import chat.warren.testing.Store;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.Limits;
import java.nio.file.Path;
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
class ConversationTest {
  @Parameter private Store store;
  private Log log;
  private Conversation conversation;
  private Room lounge;

  @BeforeEach
  void open(@TempDir Path directory) {
    log = new Log(store, directory, new InProcessBroker());
    conversation = new Conversation(log.doors, log.journal, new Pace(new InMemoryLimits()));
    lounge = new Room(log.lounge, new RoomName("lounge"), "lounge");
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void whatIsSaidStandsInTheRoomsLog() {
    Receipt said =
        Log.join(conversation.post(lounge, log.alice, "a", "hello", null).toCompletableFuture());
    assertEquals(List.of(said.entry()), log.all(log.lounge));
  }

  @Test
  void anIdMayBeLeftOut() {
    Log.join(conversation.post(lounge, log.alice, null, "hello", null).toCompletableFuture());
    assertEquals(List.of("hello"), log.texts(log.lounge));
  }

  @Test
  void whatBreaksARuleIsRefusedAndNotStored() {
    assertRefused(Refusal.NO_TEXT, () -> conversation.post(lounge, log.alice, "a", null, null));
    assertRefused(Refusal.NO_TEXT, () -> conversation.post(lounge, log.alice, "a", " ", null));
    assertRefused(Refusal.BAD_ID, () -> conversation.post(lounge, log.alice, "", "hello", null));
    assertRefused(
        Refusal.TEXT_TOO_LONG,
        () ->
            conversation.post(
                lounge, log.alice, "a", "a".repeat(MessageBody.MAX_LENGTH + 1), null));
    assertEquals(List.of(), log.all(log.lounge));
  }

  @Test
  void whoSpeaksFarTooFastIsToldSoAndMayGoOnLater() {
    for (int n = 0; n < Pace.BURST; n++) {
      conversation.post(lounge, log.alice, null, "quick " + n, null);
    }
    Refused refused =
        assertThrows(
            Refused.class,
            () -> {
              for (int n = 0; n < Pace.PER_SECOND; n++) {
                conversation.post(lounge, log.alice, null, "too quick", null);
              }
            });
    assertEquals(Refusal.TOO_FAST, refused.refusal());
    assertTrue(refused.refusal().retry());
    Log.join(conversation.post(lounge, log.bob, "b", "calm", null).toCompletableFuture());
  }

  @Test
  void withoutLimitsAnybodyMaySpeakAsFastAsTheyCan() {
    Conversation unlimited = new Conversation(log.doors, log.journal, new Pace(Limits.NONE));
    for (int n = 0; n < 10 * Pace.BURST; n++) {
      unlimited.post(lounge, log.alice, null, "quick " + n, null);
    }
  }
}
