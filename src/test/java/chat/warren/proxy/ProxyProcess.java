package chat.warren.proxy;

import chat.warren.testing.Site;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A web server that runs in front of the nodes. */
final class ProxyProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final int http;
  private final int https;

  private ProxyProcess(Process process, int http, int https) {
    this.process = process;
    this.http = http;
    this.https = https;
  }

  static ProxyProcess start(List<String> command, int http, int https) throws IOException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    ProxyProcess proxy = new ProxyProcess(process, http, https);
    try {
      proxy.awaitOpen();
      return proxy;
    } catch (AssertionError e) {
      proxy.close();
      throw e;
    }
  }

  private void awaitOpen() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() - end < 0) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", https), 1_000);
        return;
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("it did not start, or ended at once: " + process.info());
  }

  /** Warren as browsers see it. */
  Site site() {
    return Site.at(URI.create("https://127.0.0.1:" + https + "/"));
  }

  /** The same without TLS. */
  Site plainSite() {
    return Site.at(URI.create("http://127.0.0.1:" + http + "/"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
