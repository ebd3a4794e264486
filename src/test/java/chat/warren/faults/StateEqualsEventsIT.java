package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.chat.History;
import chat.warren.testing.ChatClient;
import chat.warren.testing.Nodes;
import chat.warren.testing.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PerProperty;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/**
 * Whatever people do, whoever followed the log from the start, with breaks or from the middle sees
 * what a fresh page shows; and so it stays when the server is killed. A failure prints a seed,
 * which {@code @Property(seed = "…")} plays again. {@code -Dwarren.faults=long} tries far more.
 */
@Tag("contract")
class StateEqualsEventsIT {
  private static final List<Site> PEOPLE = new ArrayList<>();
  private static final List<String> NAMES = new ArrayList<>();

  /** What every room looked like in the end; the search for a shorter failure adds to it too. */
  private static final Map<String, List<Seen>> ROOMS = new ConcurrentHashMap<>();

  private static Path data;
  private static Nodes nodes;

  @BeforeContainer
  static void start() throws IOException {
    data = Files.createTempDirectory("warren-state");
    nodes = Nodes.start(data, Map.of("WARREN_LIMITS", "off"));
    for (String name : List.of("Alice", "Bob \"<b>&", "Carol 早")) {
      Site site = nodes.site(PEOPLE.size());
      site.enter(name, "tea");
      try (ChatClient socket = ChatClient.open(site, "ws/chat/tea")) {
        NAMES.add(Seen.party(socket.next("hello").getJsonObject("you")));
      }
      PEOPLE.add(site);
    }
  }

  @AfterContainer
  static void stop() throws IOException {
    nodes.close();
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @PerProperty(TheSameAfterAKill.class)
  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void everybodySeesTheSame(@ForAll("beginnings") int said, @ForAll("steps") List<Step> steps) {
    meet(said, steps);
  }

  @PerProperty(TheSameAfterAKill.class)
  @AddLifecycleHook(OnlyInTheLongForm.class)
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void everybodySeesTheSameForLong(
      @ForAll("beginnings") int said, @ForAll("steps") List<Step> steps) {
    meet(said, steps);
  }

  /** How much was said before: nothing, or about a page of history. */
  @Provide
  Arbitrary<Integer> beginnings() {
    return Arbitraries.of(0, 0, 30, 49, 50, 60);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Step.any()
        .list()
        .ofMinSize(10)
        .ofMaxSize(80)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  private static void meet(int said, List<Step> steps) {
    String room = "r" + UUID.randomUUID();
    try (Meeting meeting = new Meeting(room, PEOPLE, NAMES)) {
      meeting.begin(said);
      steps.forEach(meeting::take);
      ROOMS.put(room, meeting.checkAllViews());
    }
  }

  /** Every room again, from the store alone. */
  static final class TheSameAfterAKill implements PerProperty.Lifecycle {
    @Override
    public void onSuccess() {
      for (int node = 0; node < nodes.count(); node++) {
        nodes.node(node).kill();
        nodes.start(node);
      }
      nodes.awaitAll();
      ROOMS.forEach(TheSameAfterAKill::check);
      ROOMS.clear();
    }

    private static void check(String room, List<Seen> expected) {
      RoomState page = RoomPage.state(RoomPage.html(PEOPLE.get(0), room));
      try (Reader reader = Reader.fromTheStart(PEOPLE.get(1), room)) {
        RoomState state = reader.readTo(page.head());
        assertEquals(expected, state.messages(), "the log");
        assertEquals(state.newest(History.PAGE), page.messages(), "the page");
      }
    }
  }

  /** Only with {@code -Dwarren.faults=long}. */
  static final class OnlyInTheLongForm implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      return "long".equals(System.getProperty("warren.faults"))
          ? SkipResult.doNotSkip()
          : SkipResult.skip("-Dwarren.faults=long runs it");
    }
  }
}
