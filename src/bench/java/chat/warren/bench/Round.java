package chat.warren.bench;

import java.util.List;

/**
 * What one run of a load on several nodes gave.
 *
 * @param nodes each node's part
 * @param others how much of a core each of the servers beside them used
 */
record Round(List<Measured> nodes, List<Double> others) {
  Round {
    nodes = List.copyOf(nodes);
    others = List.copyOf(others);
  }

  /** Messages sent in a second on all nodes. */
  double posts() {
    return nodes.stream().mapToDouble(Measured::posts).sum();
  }
}
