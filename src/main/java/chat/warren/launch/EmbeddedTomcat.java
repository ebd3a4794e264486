package chat.warren.launch;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.IntrospectionUtils;

/**
 * The Tomcat that comes with the WAR. Loaded by {@link Launcher} through a class loader of its own;
 * the web application does not see this class.
 */
public final class EmbeddedTomcat {
  /** Where the web application looks for the quicker way to send. */
  private static final String SHARED_FRAMES = "chat.warren.shared-frames";

  private static final String FRAME_BUFFER = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

  /** Bytes that the connector keeps for each socket to read into, and as many to write from. */
  private static final String SOCKET_BUFFER = "512";

  private EmbeddedTomcat() {}

  /**
   * Serves a WAR at the root of an address and says on standard output where that is.
   *
   * @param war the file
   * @param directory where Tomcat may unpack and compile
   * @return stops it
   * @throws IllegalStateException with a line for the person who starts it, if it cannot be served
   */
  public static Runnable serve(Path war, Path directory, InetAddress host, int port)
      throws LifecycleException, IOException {
    StartLog.install();
    shrinkSockets();
    Files.createDirectory(directory.resolve("webapps"));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(directory.toString());
    tomcat.getEngine().setParentClassLoader(EmbeddedTomcat.class.getClassLoader());
    Connector connector = connector(host, port);
    ConnectorThreads threads = new ConnectorThreads();
    tomcat.getService().addExecutor(threads);
    connector.getProtocolHandler().setExecutor(threads);
    tomcat.setConnector(connector);
    hideServer(tomcat);
    Context context = tomcat.addWebapp("", war.toString());
    SharedFrames.find()
        .ifPresent(quicker -> context.getServletContext().setAttribute(SHARED_FRAMES, quicker));
    leaveLeaksToTheEndOfTheProcess(context);
    start(tomcat, host, port);
    if (context.getState() != LifecycleState.STARTED) {
      throw new IllegalStateException(StartLog.reason());
    }
    int open = tomcat.getConnector().getLocalPort();
    System.out.println("Warren is at http://" + name(host) + ":" + open + "/");
    return () -> stop(tomcat);
  }

  /**
   * Most sockets wait most of the time. Tomcat keeps three buffers of this size for each; what is
   * sent to rooms passes by them, and what comes in may take several turns.
   */
  private static void shrinkSockets() {
    if (System.getProperty(FRAME_BUFFER) == null) {
      System.setProperty(FRAME_BUFFER, "256");
    }
  }

  /**
   * Its checks would need access to the inside of the JDK, and matter only to a server that goes
   * on.
   */
  private static void leaveLeaksToTheEndOfTheProcess(Context context) {
    // By name, for not every Tomcat that this is compiled with has them all.
    for (String check : List.of("ObjectStreamClassCaches", "RmiTargets", "ThreadLocals")) {
      IntrospectionUtils.setProperty(context, "clearReferences" + check, "false");
    }
  }

  /** What is wrong before it reaches Warren is answered without telling what serves it. */
  private static void hideServer(Tomcat tomcat) {
    ErrorReportValve report = new ErrorReportValve();
    report.setShowReport(false);
    report.setShowServerInfo(false);
    tomcat.getHost().getPipeline().addValve(report);
  }

  private static Connector connector(InetAddress host, int port) {
    Connector connector = new Connector();
    connector.setPort(port);
    connector.setProperty("address", host.getHostAddress());
    connector.setThrowOnFailure(true);
    connector.setProperty("socket.appReadBufSize", SOCKET_BUFFER);
    connector.setProperty("socket.appWriteBufSize", SOCKET_BUFFER);
    // So that a room name with a slash is refused by Warren, in the reader's language.
    connector.setEncodedSolidusHandling("passthrough");
    connector.setEncodedReverseSolidusHandling("passthrough");
    return connector;
  }

  /** The address as it stands in a URL; for all addresses of the machine, the one to try first. */
  private static String name(InetAddress host) {
    if (host.isAnyLocalAddress() || host.isLoopbackAddress()) {
      return "localhost";
    }
    return host instanceof Inet6Address ? "[" + host.getHostAddress() + "]" : host.getHostName();
  }

  private static void start(Tomcat tomcat, InetAddress host, int port) throws LifecycleException {
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      Throwable cause = e;
      while (cause.getCause() != null && !(cause instanceof SocketException)) {
        cause = cause.getCause();
      }
      if (cause instanceof SocketException) {
        throw new IllegalStateException(
            "It cannot listen on "
                + name(host)
                + ":"
                + port
                + " ("
                + cause.getMessage()
                + "). Set WARREN_PORT or WARREN_HOST to an address that is free.",
            e);
      }
      throw e;
    }
  }

  private static void stop(Tomcat tomcat) {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      System.err.println("Warren did not stop cleanly: " + e);
    }
  }
}
