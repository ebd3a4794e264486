package chat.warren.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.bench.Demand.Limit;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be true of the model whatever the bench has measured. */
class ScaleModelTest {
  private static final long SEED = 7;
  private static final int PEOPLE = 20_000;
  private static final Costs COSTS = costs(1, 15e-6, 15e-6);
  private static final Costs FREE_CROSSING = costs(1, 0, 0);

  @Test
  void theSameSeedGivesTheSamePeopleAndAnotherOneSimilarOnes() {
    Demand demand = model(COSTS).demand(PEOPLE, 4);
    assertEquals(demand, model(COSTS).demand(PEOPLE, 4));
    Demand other = new ScaleModel(COSTS, Habits.TEAMS, Machines.USUAL, SEED + 1).demand(PEOPLE, 4);
    assertNotEquals(demand.busiest(), other.busiest());
    assertEquals(1, demand.allNodes() / other.allNodes(), 0.05);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16})
  void everybodyIsInOneRoomOnOneNode(int nodes) {
    Population population = new Population(Habits.TEAMS, PEOPLE, nodes, SEED);
    int inRooms = 0;
    for (int room = 0; room < population.rooms(); room++) {
      inRooms += population.readers(room);
    }
    int onNodes = 0;
    for (int node = 0; node < nodes; node++) {
      onNodes += population.windowsOn(node);
    }
    assertEquals(Math.round(PEOPLE * Habits.TEAMS.sockets()), inRooms);
    assertEquals(inRooms, onNodes);
  }

  @Test
  void theSizesOfTheRoomsFollowZipfsLaw() {
    double[] shares = Population.shares(1_000, 0.7);
    assertEquals(1, Arrays.stream(shares).sum(), 1e-9);
    assertEquals(Math.pow(100, 0.7), shares[0] / shares[99], 1e-9);
    Population population = new Population(Habits.TEAMS, 100_000, 2, SEED);
    double[] expected = Population.shares(population.rooms(), Habits.TEAMS.sizes());
    double inTheLargest = IntStream.range(0, 100).map(population::readers).sum();
    double share = Arrays.stream(expected).limit(100).sum();
    assertEquals(share, inTheLargest / population.windows(), 0.05 * share);
  }

  @Test
  void nobodySpeaksInAnEmptyRoomAndTheRestSayAllThatIsSaid() {
    Demand demand = model(COSTS).demand(PEOPLE, 1);
    assertEquals(PEOPLE * Habits.TEAMS.messages() / 3_600, demand.messages(), 1e-6);
    Population population = new Population(Habits.STAGES, 50, 1, SEED);
    for (int room = 0; room < population.rooms(); room++) {
      assertEquals(population.readers(room) == 0, population.rate(room) == 0);
    }
  }

  @Test
  void moreNodesDeliverTheSameAndTakeMoreInAllButLessEach() {
    Demand one = model(COSTS).demand(PEOPLE, 1);
    Demand four = model(COSTS).demand(PEOPLE, 4);
    assertEquals(one.messages(), four.messages(), 1e-6);
    assertEquals(one.deliveries(), four.deliveries(), 0.01 * one.deliveries());
    assertTrue(four.allNodes() > one.allNodes());
    assertTrue(four.busiest() < one.busiest());
    assertTrue(four.busiest() >= four.allNodes() / 4);
    assertTrue(four.memory() < one.memory());
    assertTrue(four.memory() > one.memory() / 4, "it knows the windows of the others");
  }

  @Test
  void oneNodeNeedsNoRedis() {
    assertEquals(0, model(COSTS).demand(PEOPLE, 1).redis());
    assertEquals(one(COSTS).allNodes(), one(FREE_CROSSING).allNodes());
    assertTrue(model(COSTS).demand(PEOPLE, 2).redis() > 0);
  }

  @Test
  void whatAMessageTakesInRedisGrowsWithTheNodesThatHearIt() {
    double two = model(COSTS).demand(PEOPLE, 2).redis();
    double eight = model(COSTS).demand(PEOPLE, 8).redis();
    assertTrue(eight > two);
    assertTrue(eight < 4 * two, "no room is on more nodes than it has readers");
  }

  @Test
  void crossingIsAllThatNodesTakeMoreWhenReadersCostTheSameAnywhere() {
    Costs costs = straight();
    double one = model(costs).demand(PEOPLE, 1).allNodes();
    assertEquals(one, model(costs).demand(PEOPLE, 8).allNodes(), 0.01 * one);
  }

  @Test
  void twiceTheCostsAreTwiceTheDemand() {
    Demand demand = model(COSTS).demand(PEOPLE, 4);
    Demand twice = model(costs(2, 30e-6, 30e-6)).demand(PEOPLE, 4);
    assertEquals(2 * demand.busiest(), twice.busiest(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void theReachIsWhatJustFits(int nodes) {
    Demand reach = model(COSTS).reach(nodes);
    double full = reach.full(reach.first(Machines.USUAL), Machines.USUAL);
    assertTrue(full <= 1 && full > 0.95, "used: " + full);
  }

  @Test
  void moreNodesReachFurtherButNotAsManyTimesAsFar() {
    int before = model(COSTS).reach(1).people();
    for (int nodes : new int[] {2, 4, 8}) {
      int people = model(COSTS).reach(nodes).people();
      assertTrue(people > before, nodes + " nodes reach " + people);
      assertTrue(people < 2.02 * before);
      before = people;
    }
  }

  @Test
  void whatIsFullFirstIsNamed() {
    Machines slowStore = new Machines(1, 2e9, 0.01, 100e9, 0.6);
    ScaleModel model = new ScaleModel(COSTS, Habits.TEAMS, slowStore, SEED);
    assertEquals(Limit.STORE_CPU, model.reach(4).first(slowStore));
    Machines small = new Machines(1, 1e7, 8, 100e9, 0.6);
    assertEquals(
        Limit.NODE_MEMORY, new ScaleModel(COSTS, Habits.TEAMS, small, SEED).reach(4).first(small));
  }

  @Test
  void betweenMeasuredNumbersOfReadersCostsLieOnStraightLines() {
    Costs costs = costs(1, 0, 0);
    assertEquals(0, costs.deliver(0));
    for (Map.Entry<Integer, Double> measured : costs.message().entrySet()) {
      assertEquals(measured.getValue(), costs.post() + costs.deliver(measured.getKey()), 1e-12);
    }
    double before = 0;
    for (int readers = 1; readers < 5_000; readers++) {
      assertTrue(costs.deliver(readers) > before, readers + " readers");
      before = costs.deliver(readers);
    }
    assertEquals(
        costs.deliver(3_000) - costs.deliver(2_000),
        costs.deliver(2_000) - costs.deliver(1_000),
        1e-9);
  }

  @Test
  void whoComesAndGoesIsToldToAllWhoAreThere() {
    Costs silent = costs(0, 0, 0);
    assertEquals(0, model(silent).demand(PEOPLE, 2).busiest());
    double small = signals(PEOPLE);
    assertTrue(signals(2 * PEOPLE) > 2 * small, "rooms are larger and more people come");
  }

  /** What telling them takes. */
  private static double signals(int people) {
    Costs all = costs(1, 0, 0);
    Costs none =
        new Costs(all.message(), 0, 0, 1e-3, 0, 20_000, 400, 5e-6, 3e-6, 80e-6, 200e-6, 300);
    return model(all).demand(people, 1).busiest() - model(none).demand(people, 1).busiest();
  }

  @Test
  void oneMeasuredNumberOfReadersIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Costs(new TreeMap<>(Map.of(10, 1e-4)), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void whatIsWrittenForPeopleCanBeReadAgain() {
    String table = Inputs.table(COSTS);
    assertEquals(table, Inputs.table(Inputs.read("before\n" + table + "after\n")));
    assertEquals(COSTS.message().keySet(), Inputs.read(table).message().keySet());
    String lacking = table.replaceFirst("(?m)^\\| Redis: a message .*\n", "");
    assertThrows(IllegalArgumentException.class, () -> Inputs.read(lacking));
  }

  @Test
  void theTableHasALineForEachNumberOfNodesAndThePlotOneForEachLimit() {
    ScaleReport report = ScaleReport.of(costs(200, 1e-4, 1e-4), Habits.TEAMS);
    String table = report.table();
    assertEquals(2 + ScaleReport.NODES.size(), table.lines().count());
    assertEquals(1, table.lines().map(line -> line.split("\\|").length).distinct().count());
    String plot = report.plot();
    assertTrue(plot.startsWith("<svg ") && plot.endsWith("</svg>\n"));
    for (Limit limit : Limit.values()) {
      assertTrue(plot.contains("enough: " + limit));
    }
  }

  private static ScaleModel model(Costs costs) {
    return new ScaleModel(costs, Habits.TEAMS, Machines.USUAL, SEED);
  }

  private static Demand one(Costs costs) {
    return model(costs).demand(PEOPLE, 1);
  }

  /** Each reader of a large room costs less than one of a small room. */
  private static Costs costs(double factor, double publish, double hear) {
    Map<Integer, Double> message = new TreeMap<>();
    message.put(10, factor * 150e-6);
    message.put(100, factor * 900e-6);
    message.put(1_000, factor * 7e-3);
    return new Costs(
        new TreeMap<>(message),
        publish,
        hear,
        factor * 1e-3,
        factor * 8e-6,
        20_000,
        400,
        5e-6,
        3e-6,
        80e-6,
        200e-6,
        300);
  }

  private static Costs straight() {
    Map<Integer, Double> message = Map.of(10, 120e-6, 1_000, 10.02e-3);
    return new Costs(
        new TreeMap<>(message), 0, 0, 1e-3, 8e-6, 20_000, 400, 5e-6, 3e-6, 80e-6, 2e-4, 300);
  }
}
