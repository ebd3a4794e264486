package chat.warren.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.SettableClock;
import chat.warren.db.Database;
import chat.warren.testing.Store;
import chat.warren.user.User.Rank;
import chat.warren.web.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Store.class)
class SessionsTest {
  @Parameter private Store store;
  private static final Duration MOMENT = Duration.ofMillis(1);

  @TempDir private Path directory;
  private final SettableClock clock = new SettableClock();
  private final List<Ended> ended = new ArrayList<>();
  private Database database;
  private Users users;
  private Sessions sessions;
  private User alice;
  private User bob;

  @BeforeEach
  void open() {
    database = store.open(directory);
    users = new Users(database, clock);
    sessions = new Sessions(database, clock, ended::add);
    alice = users.welcome(new DisplayName("Alice"));
    bob = users.welcome(new DisplayName("Bob"));
  }

  @Test
  void aSessionByALinkLetsOneSetAPasswordForAnHour() {
    String secret = sessions.start(alice, "Firefox", true).secret();
    clock.advance(Sessions.RESET.minus(MOMENT));
    assertTrue(sessions.find(secret).orElseThrow().visit().mayReset());
    clock.advance(MOMENT);
    assertFalse(sessions.find(secret).orElseThrow().visit().mayReset());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aSessionIsFoundByItsSecret() {
    String secret = start(alice);
    start(bob);
    assertEquals(Optional.of(alice), user(secret));
  }

  @Test
  void everySessionHasASecretOfItsOwn() {
    String phone = start(alice);
    String laptop = start(alice);
    assertNotEquals(phone, laptop);
    assertEquals(user(phone), user(laptop));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "' or '1'='1", "\u0000", "小明"})
  void aWrongSecretFindsNobody(String guess) {
    start(alice);
    assertEquals(Optional.empty(), user(guess));
  }

  @Test
  void theHashOfASecretFindsNobody() {
    String secret = start(alice);
    assertEquals(Optional.empty(), user(Secret.hash(secret)));
  }

  @Test
  void aSecretIsNowhereInTheStore() throws IOException {
    String secret = start(alice);
    user(secret);
    String rows = String.join(" ", column("select secret_hash || browser from session"));
    String all = rows + contentOfAllFiles();
    assertTrue(all.contains(Secret.hash(secret)));
    assertFalse(all.contains(secret));
  }

  @Test
  void aSessionShowsTheNewestNameOfItsPerson() {
    String secret = start(alice);
    users.rename(alice, new DisplayName("Alicia"));
    assertEquals("Alicia", user(secret).orElseThrow().display());
  }

  @Test
  void aSessionEndsWhenItIsNotUsedForItsLifetime() {
    String secret = start(alice);
    clock.advance(Sessions.LIFETIME);
    assertEquals(Optional.empty(), user(secret));
  }

  @Test
  void aSessionLivesUntilTheLastMomentOfItsLifetime() {
    String secret = start(alice);
    clock.advance(Sessions.LIFETIME.minus(MOMENT));
    assertEquals(Optional.of(alice), user(secret));
  }

  @Test
  void usingASessionPutsItsEndOff() {
    String secret = start(alice);
    for (int i = 0; i < 5; i++) {
      clock.advance(Sessions.LIFETIME.minus(MOMENT));
      assertEquals(Optional.of(alice), user(secret));
    }
    clock.advance(Sessions.LIFETIME);
    assertEquals(Optional.empty(), user(secret));
  }

  @Test
  void theUseOfASessionIsNotedOnceADay() {
    String secret = start(alice);
    assertFalse(sessions.find(secret).orElseThrow().renewed());
    clock.advance(Duration.ofDays(1).plus(MOMENT));
    assertTrue(sessions.find(secret).orElseThrow().renewed());
    assertFalse(sessions.find(secret).orElseThrow().renewed());
  }

  @Test
  void sessionsAreListedAndEndedByTheirPersonAloneAndThatIsTold() {
    Sessions.Started phone = sessions.start(alice, "Firefox · Android", false);
    Sessions.Started laptop = sessions.start(alice, "Chrome · Linux", false);
    assertEquals(
        List.of("Chrome · Linux", "Firefox · Android"),
        sessions.of(alice).stream().map(OpenSession::browser).toList());
    sessions.end(bob.id(), phone.visit().session());
    assertEquals(Optional.of(alice), user(phone.secret()));
    assertEquals(List.of(), ended);
    sessions.end(alice.id(), phone.visit().session());
    assertEquals(Optional.empty(), user(phone.secret()));
    sessions.endAll(alice.id());
    assertEquals(Optional.empty(), user(laptop.secret()));
    assertEquals(
        List.of(
            new Ended(alice.id(), Set.of(phone.visit().session())),
            new Ended(alice.id(), Set.of(laptop.visit().session()))),
        ended);
  }

  @ParameterizedTest
  @CsvSource({
    "'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', Firefox · Linux",
    "'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140', Edge · Windows",
    "'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', Safari · iPhone",
    "curl/8.9, curl/8.9",
    ", ''"
  })
  void aBrowserIsNamedAsItsPeopleKnowIt(String agent, String name) {
    assertEquals(name, Browser.of(agent));
  }

  @Test
  void aSessionOutlivesARestart() {
    String secret = start(alice);
    database.close();
    database = store.open(directory);
    sessions = new Sessions(database, clock, ended::add);
    sessions.removeEnded();
    assertEquals(Optional.of(alice), user(secret));
  }

  @Test
  void ofManySessionsItIsToldAtOnceWhichAreOpen() {
    start(alice);
    start(bob);
    List<Long> open =
        column("select id from session").stream().map(Long::valueOf).sorted().toList();
    sessions.end(alice.id(), open.get(0));
    Set<Long> asked = new HashSet<>(LongStream.range(1_000, 4_000).boxed().toList());
    asked.addAll(open);
    assertEquals(Map.of(open.get(1), Rank.GUEST), sessions.open(asked));
    assertEquals(Map.of(), sessions.open(Set.of()));
  }

  @Test
  void sessionsThatEndedAreRemovedAndOthersStay() {
    String old = start(alice);
    clock.advance(Sessions.LIFETIME);
    String fresh = start(bob);
    sessions.removeEnded();
    assertEquals(Optional.empty(), user(old));
    assertEquals(Optional.of(bob), user(fresh));
    assertEquals(List.of(Secret.hash(fresh)), column("select secret_hash from session"));
  }

  @Test
  void aGuestWhoLeftNothingBehindIsRemovedWithTheLastSession() {
    start(alice);
    clock.advance(Sessions.LIFETIME);
    start(bob);
    sessions.removeEnded();
    assertEquals(List.of(bob.name()), column("select name from person"));
  }

  @Test
  void aGuestWhoWroteSomethingStaysItsAuthor() {
    start(alice);
    write(alice);
    clock.advance(Sessions.LIFETIME);
    sessions.removeEnded();
    assertEquals(List.of(alice.name()), column("select name from person"));
  }

  @Test
  void aGuestWhoHasJustComeIsNotRemovedByAnotherNodeThatStarts() {
    sessions.removeEnded();
    assertEquals(List.of(alice.name(), bob.name()), column("select name from person order by id"));
    start(alice);
  }

  @Test
  void aNewGuestNeverGetsTheNumberOfOneWhoIsGone() {
    clock.advance(Duration.ofDays(1));
    sessions.removeEnded();
    assertEquals(List.of(), column("select name from person"));
    assertTrue(users.welcome(new DisplayName("Carol")).id() > bob.id());
  }

  private String start(User user) {
    return sessions.start(user, "Firefox · Linux", false).secret();
  }

  private Optional<User> user(String secret) {
    return sessions.find(secret).map(found -> found.visit().user());
  }

  private void write(User author) {
    database.write(
        handle -> {
          handle.execute("insert into log (id, head) values (1, 1)");
          return handle.execute(
              "insert into entry (log, seq, kind, author, at, text) values (1, 1, 'message', ?, 0, 'hi')",
              author.id());
        });
  }

  private List<String> column(String query) {
    return database.read(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  private String contentOfAllFiles() throws IOException {
    StringBuilder content = new StringBuilder();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().contains("warren.db")).toList()) {
        content.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return content.toString();
  }
}
