package chat.warren.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The clients of a load on one or more nodes, moved by one thread. For one thread. */
final class Crowd implements AutoCloseable {
  private static final int VISITOR = 1_000_000;
  private static final int SOME = 100;
  private static final String PATH = "/ws/chat/%s%d/";

  private final Load load;
  private final String rooms;
  private final List<ServerProcess> nodes;
  private final int senders;
  private final Selector selector = Selector.open();
  private final List<Client> clients = new ArrayList<>();
  private final List<Integer> nodeOf = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
  private final List<Client.Marks> marks = new ArrayList<>();
  private final long[] received;

  Crowd(Load load, ServerProcess server, String rooms) throws IOException {
    this(load, List.of(server), Spread.TOGETHER, rooms, List.of(), List.of());
  }

  /**
   * @param load for each node
   * @param rooms with which the rooms' names begin
   * @param cookies of the clients in their order, if they were here before; else none
   * @param others who stay meanwhile, which takes long on a busy machine
   */
  Crowd(
      Load load,
      List<ServerProcess> nodes,
      Spread spread,
      String rooms,
      List<String> cookies,
      List<Crowd> others)
      throws IOException {
    this.load = load;
    this.rooms = rooms;
    this.nodes = nodes;
    senders = spread.senders(load, nodes.size());
    received = new long[nodes.size()];
    nodes.forEach(node -> marks.add((author, message) -> {}));
    try {
      for (int i = 0; i < load.connections() * nodes.size(); i++) {
        int node = spread.node(load, nodes.size(), i);
        String path = PATH.formatted(rooms, spread.room(load, nodes.size(), i));
        String cookie = cookies.isEmpty() ? null : cookies.get(i);
        int port = nodes.get(node).port();
        Client client = Client.connect(port, path, load.subprotocol(), i, cookie);
        clients.add(client);
        nodeOf.add(node);
        client.channel().register(selector, SelectionKey.OP_READ, client);
        turn(0);
        if (i % SOME == 0) {
          stay(others);
        }
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** What the clients bring along when they come again. */
  List<String> cookies() {
    return clients.stream().map(Client::cookie).toList();
  }

  /** Keeps all connections open that have nothing to say. */
  static void stay(List<Crowd> crowds) throws IOException {
    for (Crowd crowd : crowds) {
      for (Client client : crowd.clients) {
        client.pong();
      }
      crowd.turn(0);
    }
  }

  /**
   * Has others come into the first room, on the first node, and go, one after the other.
   *
   * @param strangers the cookies of those who were there before; null for a new guest
   * @return their cookies
   */
  List<String> visit(List<String> strangers) throws IOException {
    List<String> cookies = new ArrayList<>();
    int port = nodes.get(0).port();
    for (String cookie : strangers) {
      try (Client visitor =
          Client.connect(port, PATH.formatted(rooms, 0), load.subprotocol(), VISITOR, cookie)) {
        cookies.add(visitor.cookie());
        turn(1);
      }
      turn(1);
    }
    return cookies;
  }

  /** Receives what comes, and sends nothing. */
  void rest(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      turn(20);
    }
  }

  /** For a load on one server. */
  Measured run(Duration warm, Duration time) throws IOException {
    return run(warm, time, List.of()).nodes().get(0);
  }

  /**
   * Talks for a while, and then for a while that counts.
   *
   * @param others whose CPU time is counted too
   */
  Round run(Duration warm, Duration time, List<Supplier<Duration>> others) throws IOException {
    talk(warm);
    List<Supplier<Duration>> clocks = new ArrayList<>(others);
    nodes.forEach(node -> clocks.add(node::cpu));
    Arrays.fill(received, 0);
    long[] sent = sent();
    List<Duration> cpu = clocks.stream().map(Supplier::get).toList();
    long start = System.nanoTime();
    talk(time);
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Double> cores = new ArrayList<>();
    for (int i = 0; i < clocks.size(); i++) {
      cores.add(clocks.get(i).get().minus(cpu.get(i)).toNanos() / 1e9 / seconds);
    }
    return round(sent, seconds, cores);
  }

  /**
   * @param before what was sent before
   * @param cores of the servers beside the nodes, then of the nodes
   */
  private Round round(long[] before, double seconds, List<Double> cores) {
    int others = cores.size() - nodes.size();
    List<Measured> each = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      double posts = (sent()[node] - before[node]) / seconds;
      each.add(new Measured(posts, received[node] / seconds, cores.get(others + node)));
    }
    return new Round(each, cores.subList(0, others));
  }

  /** Talks for a while at the pace of the load, and takes the time of each message. */
  Delays delays(Duration time) throws IOException {
    Delays delays = new Delays(nodes.size());
    for (int node = 0; node < nodes.size(); node++) {
      int here = node;
      marks.set(node, (author, message) -> delays.read(here, author, message));
    }
    talk(time, delays::said);
    return delays;
  }

  private void talk(Duration time) throws IOException {
    if (load.rate() > 0) {
      talk(time, (author, message, at) -> {});
    } else {
      hurry(time);
    }
  }

  /**
   * @param said is told of each message
   */
  private void talk(Duration time, Said said) throws IOException {
    long start = System.nanoTime();
    long count = 0;
    while (System.nanoTime() - start < time.toNanos()) {
      while (System.nanoTime() - start >= count * 1_000_000_000 / load.rate()) {
        Client client = clients.get((int) (count++ % senders));
        long now = System.nanoTime();
        said.said(client.number(), client.say(), now);
      }
      turn(1);
    }
  }

  /** Talks without pauses, so that all that has to be compiled is. */
  void hurry(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      for (int i = 0; i < senders; i++) {
        clients.get(i).fill(load.window());
      }
      turn(5);
    }
  }

  private interface Said {
    void said(int author, int message, long at);
  }

  private void turn(long wait) throws IOException {
    if ((wait == 0 ? selector.selectNow() : selector.select(wait)) > 0) {
      for (SelectionKey key : selector.selectedKeys()) {
        Client client = (Client) key.attachment();
        int node = nodeOf.get(client.number());
        received[node] += client.receive(buffer, marks.get(node));
      }
      selector.selectedKeys().clear();
    }
  }

  /** Messages by the node of their author. */
  private long[] sent() {
    long[] sent = new long[nodes.size()];
    for (Client client : clients) {
      sent[nodeOf.get(client.number())] += client.sent();
    }
    return sent;
  }

  @Override
  public void close() throws IOException {
    for (Client client : clients) {
      client.close();
    }
    selector.close();
  }
}
