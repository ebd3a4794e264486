package chat.warren.room;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.User;
import chat.warren.user.User.Rank;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-01T13:30:00Z");
  private static final Texts ENGLISH = Texts.all().get(0);

  private static final Map<String, User> CAST =
      Map.of(
          "outsider", person(1, Rank.REGISTERED),
          "guest", person(2, Rank.GUEST),
          "member", person(3, Rank.REGISTERED),
          "moderator", person(4, Rank.REGISTERED),
          "owner", person(5, Rank.REGISTERED),
          "muted", person(6, Rank.REGISTERED),
          "banned", person(7, Rank.REGISTERED),
          "administrator", person(8, Rank.ADMINISTRATOR));

  private static final Map<Long, Role> ROLES =
      Map.of(3L, Role.MEMBER, 4L, Role.MODERATOR, 5L, Role.OWNER, 6L, Role.MEMBER, 7L, Role.MEMBER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # room      | who           | read         | follow        | speak         | moderate        | own
          public      | stranger      | yes          | yes           | yes           | not-a-moderator | not-an-owner
          public      | guest         | yes          | yes           | yes           | not-a-moderator | not-an-owner
          public      | outsider      | yes          | yes           | yes           | not-a-moderator | not-an-owner
          public      | member        | yes          | yes           | yes           | not-a-moderator | not-an-owner
          public      | muted         | yes          | yes           | muted         | not-a-moderator | not-an-owner
          public      | banned        | banned       | banned        | banned        | banned          | banned
          public      | moderator     | yes          | yes           | yes           | yes             | not-an-owner
          public      | owner         | yes          | yes           | yes           | yes             | yes
          public      | administrator | yes          | yes           | yes           | yes             | yes
          private     | stranger      | no-such-room | no-such-room  | no-such-room  | no-such-room    | no-such-room
          private     | guest         | no-such-room | no-such-room  | no-such-room  | no-such-room    | no-such-room
          private     | outsider      | no-such-room | no-such-room  | no-such-room  | no-such-room    | no-such-room
          private     | member        | yes          | yes           | yes           | not-a-moderator | not-an-owner
          private     | banned        | banned       | banned        | banned        | banned          | banned
          private     | administrator | yes          | yes           | yes           | yes             | yes
          read-only   | guest         | yes          | yes           | read-only     | not-a-moderator | not-an-owner
          read-only   | member        | yes          | yes           | read-only     | not-a-moderator | not-an-owner
          read-only   | muted         | yes          | yes           | muted         | not-a-moderator | not-an-owner
          read-only   | moderator     | yes          | yes           | yes           | yes             | not-an-owner
          read-only   | owner         | yes          | yes           | yes           | yes             | yes
          read-only   | administrator | yes          | yes           | yes           | yes             | yes
          archived    | guest         | yes          | room-archived | room-archived | not-a-moderator | not-an-owner
          archived    | owner         | yes          | room-archived | room-archived | yes             | yes
          archived    | administrator | yes          | room-archived | room-archived | yes             | yes
          """)
  void whoMayWhatWhere(
      String room,
      String who,
      String read,
      String follow,
      String speak,
      String moderate,
      String own) {
    Standing standing = roster(room).standing(CAST.get(who), NOW);
    assertEquals(read, outcome(standing, Standing::checkRead));
    assertEquals(follow, outcome(standing, Standing::checkFollow));
    assertEquals(speak, outcome(standing, Standing::checkSpeak));
    assertEquals(moderate, outcome(standing, Standing::checkModerate));
    assertEquals(own, outcome(standing, Standing::checkOwn));
  }

  @Test
  void bansAndMutesEndByTheClock() {
    User banned = CAST.get("banned");
    User muted = CAST.get("muted");
    assertEquals("banned", outcome(at(banned, LATER.minusMillis(1)), Standing::checkRead));
    assertEquals("yes", outcome(at(banned, LATER), Standing::checkSpeak));
    assertEquals("muted", outcome(at(muted, LATER.minusMillis(1)), Standing::checkSpeak));
    assertEquals("yes", outcome(at(muted, LATER), Standing::checkSpeak));
    assertEquals(LATER, at(muted, NOW).until());
    assertNull(at(muted, LATER).until());
    assertNull(at(CAST.get("member"), NOW).until());
  }

  @Test
  void theSentenceNamesTheEndIfThereIsOne() {
    Refused banned = assertRefused(Refusal.BANNED, at(CAST.get("banned"), NOW)::checkRead);
    assertEquals(
        "You are banned from this room until 2026-03-01 13:30 UTC.", banned.sentence(ENGLISH));
    Roster forGood =
        new Roster(false, false, false, Duration.ZERO, Map.of(), Map.of(7L, Instant.MAX), Map.of());
    Refused always =
        assertRefused(Refusal.BANNED, forGood.standing(CAST.get("banned"), LATER)::checkRead);
    assertEquals("You are banned from this room.", always.sentence(ENGLISH));
  }

  @ParameterizedTest
  @CsvSource({
    "moderator, member, yes",
    "moderator, guest, yes",
    "moderator, moderator, outranked",
    "moderator, owner, outranked",
    "moderator, administrator, outranked",
    "owner, moderator, yes",
    "owner, owner, outranked",
    "owner, administrator, outranked",
    "administrator, owner, yes",
    "administrator, administrator, outranked"
  })
  void measuresGoDownwardsOnly(String who, String whom, String outcome) {
    assertEquals(
        outcome, outcome(at(CAST.get(who), NOW), it -> it.checkOutranks(at(CAST.get(whom), NOW))));
  }

  @Test
  void slowModeIsNotForModerators() {
    Roster slow =
        new Roster(false, false, false, Duration.ofSeconds(30), ROLES, Map.of(), Map.of());
    assertEquals(Duration.ofSeconds(30), slow.standing(CAST.get("member"), NOW).pause());
    assertEquals(Duration.ZERO, slow.standing(CAST.get("moderator"), NOW).pause());
    assertEquals(Duration.ZERO, slow.standing(CAST.get("administrator"), NOW).pause());
  }

  private static Standing at(User user, Instant now) {
    return roster("public").standing(user, now);
  }

  private static Roster roster(String room) {
    return new Roster(
        room.equals("private"),
        room.equals("read-only"),
        room.equals("archived"),
        Duration.ZERO,
        ROLES,
        Map.of(7L, LATER),
        Map.of(6L, LATER));
  }

  private static String outcome(Standing standing, Consumer<Standing> check) {
    try {
      check.accept(standing);
      return "yes";
    } catch (Refused refused) {
      return refused.refusal().code();
    }
  }

  private static User person(long id, Rank rank) {
    return new User(id, "person-" + id, "Person " + id, rank);
  }
}
