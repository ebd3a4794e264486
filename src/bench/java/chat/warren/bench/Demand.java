package chat.warren.bench;

/**
 * What people take on so many nodes. CPU in cores, memory and sizes in bytes.
 *
 * @param messages said in a second
 * @param deliveries of them to a window, in a second
 * @param busiest the cores of the node that has most to do
 * @param allNodes the cores of all nodes together
 * @param memory of the node that has most sockets
 * @param redis the part of its one thread
 * @param store the cores of PostgreSQL
 * @param reading the cores of these that go into windows that are opened
 * @param year what the entries of a year take in the store
 */
record Demand(
    int nodes,
    int people,
    int rooms,
    double messages,
    double deliveries,
    double busiest,
    double allNodes,
    double memory,
    double redis,
    double store,
    double reading,
    double year) {
  /** How much of what may be used is used; over 1 it is too much. */
  double full(Limit limit, Machines machines) {
    return switch (limit) {
      case NODE_CPU -> busiest / (machines.nodeCores() * machines.use());
      case NODE_MEMORY -> memory / machines.nodeMemory();
      case REDIS -> redis / machines.use();
      case STORE_CPU -> store / (machines.storeCores() * machines.use());
    };
  }

  /** What is fullest. */
  Limit first(Machines machines) {
    Limit first = Limit.NODE_CPU;
    for (Limit limit : Limit.values()) {
      if (full(limit, machines) > full(first, machines)) {
        first = limit;
      }
    }
    return first;
  }

  /** What can be used up. */
  enum Limit {
    NODE_CPU("CPU of the nodes"),
    NODE_MEMORY("memory of the nodes"),
    REDIS("one Redis"),
    STORE_CPU("CPU of PostgreSQL");

    private final String name;

    Limit(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
