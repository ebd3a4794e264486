package chat.warren.room;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chat.warren.text.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomKeyTest {
  @Test
  void aNameIsThatOfAPublicRoom() {
    assertEquals(new RoomName("tea"), RoomKey.inSegment("tea"));
  }

  @Test
  void aPrivateRoomsKeyComesBackFromItsSegmentAndIsNeverTheSame() {
    PrivateKey key = PrivateKey.create();
    assertEquals(key, RoomKey.inSegment(key.segment()));
    assertNotEquals(key, PrivateKey.create());
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "~tea", "%7Etea", "~%20"})
  void whatCanBeNoPrivateRoomsKeyIsNoRoom(String segment) {
    assertRefused(Refusal.NO_SUCH_ROOM, () -> RoomKey.inSegment(segment));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"%40alice | @alice", "@bob,alice | @alice,bob", "@bob%2Cbob | @bob"})
  void aConversationNamesTheOthersEachOnceAndInOneOrder(String segment, String value) {
    RoomKey key = RoomKey.inSegment(segment);
    assertEquals(value, key.value());
    assertEquals(key, RoomKey.inSegment(key.segment()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@", "@,", "@alice,", "@Alice", "@al ice", "@a%2Fb", "@@alice"})
  void whatCanBeNobodysHandleIsNobody(String segment) {
    assertRefused(Refusal.NO_SUCH_PERSON, () -> RoomKey.inSegment(segment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/inbox", "%2Finbox", "%2finbox"})
  void noSegmentLeadsToAnInbox(String segment) {
    assertEquals("/inbox", new InboxKey(1).value());
    assertRefused(Refusal.ROOM_NAME_CHARACTER, () -> RoomKey.inSegment(segment));
  }

  @Test
  void aConversationHasABound() {
    List<String> many = List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9");
    assertRefused(Refusal.TOO_MANY_PEOPLE, () -> new Company(many));
  }
}
