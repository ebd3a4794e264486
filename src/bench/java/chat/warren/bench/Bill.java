package chat.warren.bench;

import java.util.Arrays;

/** Adds up what a {@link Population} takes. For one thread. */
final class Bill {
  private static final double DAYS = 365;
  private static final int SECONDS = 3_600;

  private final Costs costs;
  private final Habits habits;
  private final Population population;
  private final int people;
  private final double[] cpu;
  private double messages;
  private double deliveries;
  private double redis;

  Bill(Costs costs, Habits habits, Population population, int people, int nodes) {
    this.costs = costs;
    this.habits = habits;
    this.population = population;
    this.people = people;
    cpu = new double[nodes];
  }

  Demand total() {
    for (int room = 0; room < population.rooms(); room++) {
      messages += population.rate(room);
      deliveries += population.rate(room) * population.readers(room);
      addMessages(room);
    }
    double openings = people * habits.openings() / SECONDS;
    addOpenings(openings);
    double reading = openings * costs.storeOpening();
    return new Demand(
        cpu.length,
        people,
        population.rooms(),
        messages,
        deliveries,
        Arrays.stream(cpu).max().orElse(0),
        Arrays.stream(cpu).sum(),
        memory(),
        redis,
        messages * costs.storeMessage() + reading,
        reading,
        messages * habits.busyHours() * SECONDS * DAYS * costs.entry());
  }

  /** Whoever speaks is on each node as likely as the readers are. */
  private void addMessages(int room) {
    boolean isAlone = cpu.length == 1;
    double rate = population.rate(room);
    int hearers = 0;
    for (int node = 0; node < cpu.length; node++) {
      int readers = population.readers(room, node);
      if (readers > 0) {
        hearers++;
        double own = (double) readers / population.readers(room);
        double post = own * (costs.post() + (isAlone ? 0 : costs.publish()));
        double hear = isAlone ? 0 : (1 - own) * costs.hear();
        cpu[node] += rate * (post + hear + costs.deliver(readers));
      }
    }
    if (!isAlone) {
      redis += rate * (costs.redisMessage() + hearers * costs.redisHearer());
    }
  }

  /** All who are in a room are told of each who comes, and of each who goes. */
  private void addOpenings(double openings) {
    for (int room = 0; room < population.rooms(); room++) {
      double here = openings * population.readers(room) / all();
      for (int node = 0; node < cpu.length; node++) {
        cpu[node] += 2 * here * population.readers(room, node) * costs.signal();
      }
    }
    for (int node = 0; node < cpu.length; node++) {
      cpu[node] += openings * costs.opening() * population.windowsOn(node) / all();
    }
  }

  /** Of the node with most sockets; each also knows the windows of the others. */
  private double memory() {
    double most = 0;
    for (int node = 0; node < cpu.length; node++) {
      int own = population.windowsOn(node);
      double strangers = population.windows() - own;
      most = Math.max(most, own * costs.socket() + strangers * costs.stranger());
    }
    return most;
  }

  private double all() {
    return Math.max(1, population.windows());
  }
}
