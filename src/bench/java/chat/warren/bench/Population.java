package chat.warren.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * People in rooms and on nodes: as many rooms as {@link Habits} says, their sizes by Zipf's law,
 * everybody in a room and on a node by chance, for a proxy knows nothing of rooms. The same seed
 * gives the same people.
 */
final class Population {
  /** Messages a second that Warren takes of one person. */
  private static final double MOST = 10;

  private final int nodes;
  private final int rooms;
  private final int windows;
  private final int[] readers;
  private final double[] rates;

  Population(Habits habits, int people, int nodes, long seed) {
    this.nodes = nodes;
    windows = (int) Math.round(people * habits.sockets());
    rooms = Math.max(1, (int) Math.round(windows / habits.peoplePerRoom()));
    readers = new int[rooms * nodes];
    double[] upTo = upTo(shares(rooms, habits.sizes()));
    SplittableRandom random = new SplittableRandom(seed);
    for (int window = 0; window < windows; window++) {
      int room = at(upTo, random.nextDouble());
      readers[room * nodes + random.nextInt(nodes)]++;
    }
    rates = rates(habits, people * habits.messages() / 3_600);
  }

  /** Where nobody is nothing is said, and nobody says more than Warren lets them. */
  private double[] rates(Habits habits, double all) {
    double[] shares = shares(rooms, habits.rates());
    for (int room = 0; room < rooms; room++) {
      shares[room] = readers(room) == 0 ? 0 : shares[room];
    }
    double sum = Arrays.stream(shares).sum();
    double[] rates = new double[rooms];
    for (int room = 0; room < rooms; room++) {
      rates[room] = sum == 0 ? 0 : Math.min(all * shares[room] / sum, MOST * readers(room));
    }
    return rates;
  }

  /** The part that each rank has. */
  static double[] shares(int ranks, double exponent) {
    double[] shares = new double[ranks];
    for (int rank = 0; rank < ranks; rank++) {
      shares[rank] = Math.pow(rank + 1.0, -exponent);
    }
    double sum = Arrays.stream(shares).sum();
    for (int rank = 0; rank < ranks; rank++) {
      shares[rank] /= sum;
    }
    return shares;
  }

  private static double[] upTo(double[] shares) {
    double[] upTo = shares.clone();
    for (int rank = 1; rank < upTo.length; rank++) {
      upTo[rank] += upTo[rank - 1];
    }
    return upTo;
  }

  private static int at(double[] upTo, double point) {
    int found = Arrays.binarySearch(upTo, point);
    return Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
  }

  int rooms() {
    return rooms;
  }

  int windows() {
    return windows;
  }

  /** How many windows a room has on a node. */
  int readers(int room, int node) {
    return readers[room * nodes + node];
  }

  int readers(int room) {
    return Arrays.stream(readers, room * nodes, (room + 1) * nodes).sum();
  }

  /** How many windows a node has. */
  int windowsOn(int node) {
    int sum = 0;
    for (int room = 0; room < rooms; room++) {
      sum += readers(room, node);
    }
    return sum;
  }

  /** Messages a second in a room. */
  double rate(int room) {
    return rates[room];
  }
}
