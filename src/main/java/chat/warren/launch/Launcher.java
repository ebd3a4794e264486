package chat.warren.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * {@code java -jar warren.war}: serves the very file it stands in, with the Tomcat that lies in it
 * under {@code WEB-INF/embedded-tomcat}, where other servers neither load nor serve it.
 */
public final class Launcher {
  private static final String JARS = "WEB-INF/embedded-tomcat/";
  private static final String SUFFIX = ".embedded";
  private static final int MAX_PORT = 65_535;

  private Launcher() {}

  /**
   * Serves until the process is stopped; ends it with code 1 and one line if that cannot be.
   *
   * @param arguments the WAR to serve; none for the one that this class comes from; or what {@link
   *     Moving} is to do
   */
  public static void main(String[] arguments) {
    if (Moving.isMeant(arguments)) {
      move(arguments);
      return;
    }
    try {
      InetAddress host = host(setting("WARREN_HOST", "localhost"));
      int port = port(setting("WARREN_PORT", "8080"));
      Path war = arguments.length == 0 ? here() : Path.of(arguments[0]);
      serve(war, WorkDirectory.create(), host, port);
      new CountDownLatch(1).await();
    } catch (IllegalArgumentException | IOException | URISyntaxException | InterruptedException e) {
      refuse(e.getMessage());
    }
  }

  private static void move(String[] arguments) {
    try {
      WorkDirectory work = WorkDirectory.create();
      Runtime.getRuntime().addShutdownHook(new Thread(work::delete, "warren-stop"));
      Moving.run(here(), arguments, work.path());
    } catch (IllegalArgumentException | IOException | URISyntaxException e) {
      System.err.println("Warren cannot " + arguments[0] + ". " + e.getMessage());
      System.exit(1);
    }
  }

  private static void serve(Path war, WorkDirectory work, InetAddress host, int port)
      throws IOException {
    AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.get().run();
                  work.delete();
                },
                "warren-stop"));
    URLClassLoader loader =
        new URLClassLoader(
            "warren-launcher",
            unpack(war, work.path()).toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    // SQLite unpacks its library; what a killed process left of it goes with the work directory.
    System.setProperty("org.sqlite.tmpdir", work.path().toString());
    try {
      Object running =
          loader
              .loadClass("chat.warren.launch.EmbeddedTomcat")
              .getMethod("serve", Path.class, Path.class, InetAddress.class, int.class)
              .invoke(null, war, work.path(), host, port);
      stop.set((Runnable) running);
    } catch (ReflectiveOperationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      refuse(cause instanceof IllegalStateException ? cause.getMessage() : cause.toString());
    }
  }

  /** The embedded jars as files, and the WAR itself for the launcher's other class. */
  private static List<URL> unpack(Path war, Path directory) throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(war.toUri().toURL());
    try (JarFile jar = new JarFile(war.toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.startsWith(JARS) && name.endsWith(SUFFIX)) {
          Path file =
              directory.resolve(name.substring(JARS.length(), name.length() - SUFFIX.length()));
          try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file);
          }
          urls.add(file.toUri().toURL());
        }
      }
    }
    return urls;
  }

  private static String setting(String name, String preset) {
    String property = System.getProperty(name);
    String value = property == null ? System.getenv(name) : property;
    return value == null ? preset : value;
  }

  private static Path here() throws URISyntaxException {
    return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static InetAddress host(String value) {
    try {
      if (!value.isBlank()) {
        return InetAddress.getByName(value);
      }
    } catch (UnknownHostException e) {
      // Said below, as for a blank value.
    }
    throw new IllegalArgumentException(
        "WARREN_HOST is \""
            + value
            + "\", but must be a name or an address of this machine, or 0.0.0.0 for all of them.");
  }

  private static int port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, as for every other value that is no port.
    }
    throw new IllegalArgumentException(
        "WARREN_PORT is \""
            + value
            + "\", but must be a number from 0 (any free port) to "
            + MAX_PORT
            + ".");
  }

  /** Ends the process with the one line that says why. */
  private static void refuse(String reason) {
    System.err.println("Warren cannot start. " + reason);
    System.exit(1);
  }
}
