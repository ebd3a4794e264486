package chat.warren.bench;

/**
 * How far an installation reaches: draws people, adds up what they take by {@link Costs}, and looks
 * for the most that fit. Deterministic by its seed. Immutable.
 *
 * <p>Every message counts as sent alone. In a busy room several go in one frame, which takes less,
 * so the model is on the careful side there.
 */
final class ScaleModel {
  /** More people than these are not drawn. */
  static final int MOST = 5_000_000;

  private static final int FIRST = 10_000;
  private static final int STEPS = 12;

  /** A search ends when this much is used. */
  private static final double NEAR = 0.99;

  private final Costs costs;
  private final Habits habits;
  private final Machines machines;
  private final long seed;

  ScaleModel(Costs costs, Habits habits, Machines machines, long seed) {
    this.costs = costs;
    this.habits = habits;
    this.machines = machines;
    this.seed = seed;
  }

  /** What so many people take who are online at once. */
  Demand demand(int people, int nodes) {
    Population population = new Population(habits, people, nodes, seed);
    return new Bill(costs, habits, population, people, nodes).total();
  }

  /**
   * The most people that fit on so many nodes, and what they take. What they take grows about as
   * they do, so each step goes to where it would be enough.
   */
  Demand reach(int nodes) {
    int people = FIRST;
    Demand best = demand(1, nodes);
    for (int step = 0; step < STEPS; step++) {
      Demand demand = demand(people, nodes);
      double full = demand.full(demand.first(machines), machines);
      if (full <= 1) {
        best = demand;
        if (full > NEAR || people == MOST) {
          break;
        }
      }
      people = (int) Math.max(1, Math.min(MOST, people / full * (1 + NEAR) / 2));
    }
    return best;
  }
}
