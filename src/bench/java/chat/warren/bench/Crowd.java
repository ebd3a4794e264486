package chat.warren.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The clients of a load, moved by one thread. For one thread. */
final class Crowd implements AutoCloseable {
  private static final String PATH = "/ws/chat/%s%d/";

  private final Load load;
  private final Selector selector = Selector.open();
  private final List<Client> clients = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);

  Crowd(Load load, ServerProcess server, String rooms) throws IOException {
    this.load = load;
    try {
      for (int i = 0; i < load.connections(); i++) {
        String path = PATH.formatted(rooms, i % load.rooms());
        Client client = Client.connect(server.port(), path, load.subprotocol(), i);
        clients.add(client);
        client.channel().register(selector, SelectionKey.OP_READ, client);
        turn(0);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Receives what comes, and sends nothing. */
  void rest(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      turn(20);
    }
  }

  Measured run(ServerProcess server, Duration warm, Duration time) throws IOException {
    talk(warm);
    long sent = sent();
    Duration cpu = server.cpu();
    long start = System.nanoTime();
    long received = talk(time);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cores = server.cpu().minus(cpu).toNanos() / 1e9 / seconds;
    return new Measured((sent() - sent) / seconds, received / seconds, cores);
  }

  private long talk(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    long received = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < load.senders(); i++) {
        clients.get(i).fill(load.window());
      }
      received += turn(5);
    }
    return received;
  }

  private int turn(long wait) throws IOException {
    int received = 0;
    if ((wait == 0 ? selector.selectNow() : selector.select(wait)) > 0) {
      for (SelectionKey key : selector.selectedKeys()) {
        received += ((Client) key.attachment()).receive(buffer);
      }
      selector.selectedKeys().clear();
    }
    return received;
  }

  private long sent() {
    return clients.stream().mapToLong(Client::sent).sum();
  }

  @Override
  public void close() throws IOException {
    for (Client client : clients) {
      client.close();
    }
    selector.close();
  }
}
