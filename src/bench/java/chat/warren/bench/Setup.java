package chat.warren.bench;

import java.util.List;

/**
 * A way to run Warren.
 *
 * @param name how the results call it
 * @param nodes its nodes, the first one on the first core
 */
record Setup(String name, List<ServerProcess> nodes) {
  Setup {
    nodes = List.copyOf(nodes);
  }
}
