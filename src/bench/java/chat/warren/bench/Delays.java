package chat.warren.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long messages take from being sent to being read, by the reader's node. For one thread. */
final class Delays {
  private final Map<List<Integer>, Long> sent = new HashMap<>();
  private final List<List<Long>> nanos = new ArrayList<>();

  Delays(int nodes) {
    for (int node = 0; node < nodes; node++) {
      nanos.add(new ArrayList<>());
    }
  }

  void said(int author, int message, long at) {
    sent.put(List.of(author, message), at);
  }

  void read(int node, int author, int message) {
    Long since = sent.get(List.of(author, message));
    if (since != null) {
      nanos.get(node).add(System.nanoTime() - since);
    }
  }

  /** The milliseconds that this share of what was read on a node did not exceed. */
  double millis(int node, double share) {
    List<Long> sorted = nanos.get(node).stream().sorted().toList();
    if (sorted.isEmpty()) {
      throw new IllegalStateException("nothing was read on node " + node);
    }
    return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size()))) / 1e6;
  }
}
