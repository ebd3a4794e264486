package chat.warren.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The runs of one load on one set-up. For one thread. */
final class Rounds {
  private final List<Round> rounds = new ArrayList<>();

  void add(Round round) {
    rounds.add(round);
  }

  double median(ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Messages a second, of all nodes. */
  double posts() {
    return median(Round::posts);
  }

  /** What the first node delivers with a second of CPU time. */
  double deliveries() {
    return median(round -> round.nodes().get(0).deliveriesPerCpuSecond());
  }

  /** The CPU seconds of a node for each message that is sent on it. */
  double ofAuthor(int node) {
    return median(round -> round.nodes().get(node).cores() / round.nodes().get(node).posts());
  }

  /** The CPU seconds of a node for each message, wherever it is sent. */
  double ofNode(int node) {
    return median(round -> round.nodes().get(node).cores() / round.posts());
  }

  /** The CPU seconds of a server beside the nodes for each message of the load. */
  double ofOther(int server) {
    return median(round -> round.others().get(server) / round.posts());
  }
}
