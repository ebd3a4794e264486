package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.PostgresServer;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can happen to a PostgreSQL happens while people talk: nothing that was acknowledged is lost,
 * nothing comes twice, and nobody has to reload.
 */
@Timeout(300)
@Tag("scaled")
class PostgresFaultsIT {
  private static final int SPEAKERS = 12;
  private static final int CUTS = Form.of(10, 100);
  private static final Duration FROZEN = Duration.ofSeconds(10);
  private static final Duration BROKEN = Duration.ofSeconds(3);

  @TempDir static Path directory;
  private static PostgresServer postgres;
  private static WarProcess war;
  private static Site site;

  private final AtomicInteger people = new AtomicInteger();

  private interface Fault {
    void happen() throws IOException;
  }

  @BeforeAll
  static void start() throws IOException {
    postgres = new PostgresServer(directory);
    war =
        WarProcess.start(
            Map.of(
                "WARREN_DB", postgres.url(),
                "WARREN_PORT", String.valueOf(WarProcess.freePort()),
                "WARREN_LIMITS", "off"));
    site = war.site();
  }

  @AfterAll
  static void stop() {
    try (PostgresServer server = postgres;
        WarProcess process = war) {
      war.stop();
    }
  }

  @Test
  void itIsRestarted() throws Exception {
    Crowd crowd = whilePeopleTalk("restart", postgres::restart);
    assertEquals(0, crowd.resets());
  }

  @Test
  void itsProcessesAreKilled() throws Exception {
    whilePeopleTalk("crash", postgres::crash);
  }

  @Test
  void itsConnectionsAreCutAgainAndAgain() throws Exception {
    whilePeopleTalk(
        "cuts",
        () -> {
          for (int i = 0; i < CUTS; i++) {
            postgres.cutConnections();
            Crowd.pause(300);
          }
        });
  }

  @Test
  void itStandsStillForTenSeconds() throws Exception {
    try (ChatClient quiet = ChatClient.open(site.asSomebodyElse(), "ws/chat/frozen")) {
      Crowd crowd =
          whilePeopleTalk(
              "frozen",
              () -> {
                postgres.freeze();
                try {
                  long thaw = System.nanoTime() + FROZEN.toNanos();
                  quiet.send("[{\"type\":\"ping\"}]");
                  quiet.next("pong");
                  assertEquals(503, site.get("health").statusCode());
                  assertEquals(503, site.get("chat/frozen/").statusCode());
                  Crowd.pause(Math.max(0, (thaw - System.nanoTime()) / 1_000_000));
                } finally {
                  postgres.thaw();
                }
              });
      Set<String> refusals = crowd.refusals();
      assertTrue(refusals.contains("not-stored"), refusals::toString);
      int all = crowd.acknowledged();
      quiet.next(event -> event.getInt("seq", 0) >= all);
      assertTrue(quiet.isOpen(), "whoever only reads notices nothing");
    }
  }

  @Test
  void itTakesNothingAtTheCommit() throws Exception {
    Crowd crowd =
        whilePeopleTalk(
            "commit",
            () -> {
              postgres.execute(
                  """
                  create function refuse() returns trigger language plpgsql as
                    $$ begin raise exception 'not today'; end $$;
                  create constraint trigger at_commit after insert on entry
                    deferrable initially deferred for each row execute function refuse()""");
              Crowd.pause(BROKEN.toMillis());
              postgres.execute("drop trigger at_commit on entry; drop function refuse()");
            });
    assertEquals(Set.of("not-stored"), crowd.refusals());
  }

  /** The same for all: they talk, it happens, they go on talking, and all of it is audited. */
  private Crowd whilePeopleTalk(String room, Fault fault) throws Exception {
    Crowd crowd =
        new Crowd(
            SPEAKERS,
            List.of(site),
            room,
            Duration.ofMillis(20),
            person -> byEitherWay(person, room));
    try (crowd) {
      crowd.awaitAcknowledged(10 * SPEAKERS);
      fault.happen();
      crowd.awaitAcknowledged(crowd.acknowledged() + 10 * SPEAKERS);
      crowd.finish();
    }
    assertEquals(200, site.get("health").statusCode());
    List<Books> books = crowd.books();
    try (Connection database = postgres.connect()) {
      Audit.of(database, room).agreesWith(books).holdsNothingElse(books);
    }
    System.out.println(room + ": " + crowd.acknowledged() + " messages, " + crowd.refusals());
    return crowd;
  }

  /** Every third posts over HTTP. */
  private Way byEitherWay(Site person, String room) {
    int port = site.uri("").getPort();
    return people.getAndIncrement() % 3 > 0
        ? new SocketWay(person, port, room)
        : new HttpWay(person, port, room);
  }
}
