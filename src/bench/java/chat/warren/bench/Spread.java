package chat.warren.bench;

/** How the clients of a load, as many for each node, are put in rooms and on nodes. */
enum Spread {
  /** Every room has its readers on each node; who speaks is on the first. */
  TOGETHER {
    @Override
    int room(Load load, int nodes, int client) {
      return client % load.rooms();
    }

    @Override
    int node(Load load, int nodes, int client) {
      return client / load.rooms() % nodes;
    }

    @Override
    int senders(Load load, int nodes) {
      return load.senders();
    }
  },

  /** Every room is on one node alone, and each node has as many, with their speakers. */
  APART {
    @Override
    int room(Load load, int nodes, int client) {
      return client % (load.rooms() * nodes);
    }

    @Override
    int node(Load load, int nodes, int client) {
      return room(load, nodes, client) % nodes;
    }

    @Override
    int senders(Load load, int nodes) {
      return load.senders() * nodes;
    }
  };

  abstract int room(Load load, int nodes, int client);

  abstract int node(Load load, int nodes, int client);

  /** How many clients speak: the first ones. */
  abstract int senders(Load load, int nodes);
}
