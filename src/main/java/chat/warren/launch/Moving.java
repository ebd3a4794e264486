package chat.warren.launch;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * {@code java -jar warren.war export FILE} and {@code import FILE}: lets the web application's own
 * classes do it, without a server.
 */
final class Moving {
  private static final Set<String> ACTS = Set.of("export", "import");
  private static final String CLASSES = "WEB-INF/classes/";
  private static final String LIBRARIES = "WEB-INF/lib/";

  private Moving() {}

  /** Whether that is asked for. */
  static boolean isMeant(String[] arguments) {
    return arguments.length > 0 && ACTS.contains(arguments[0]);
  }

  /**
   * Does it.
   *
   * @param work where the classes may be unpacked
   * @throws IllegalArgumentException with a line for the person who does it, if it cannot be done
   */
  static void run(Path war, String[] arguments, Path work) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "Name one file: java -jar warren.war " + arguments[0] + " FILE");
    }
    StartLog.install();
    System.setProperty("org.sqlite.tmpdir", work.toString());
    try (URLClassLoader loader =
        new URLClassLoader(
            "warren-moving",
            unpack(war, work).toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      loader
          .loadClass("chat.warren.app.Move")
          .getMethod("run", String.class, String.class, boolean.class)
          .invoke(null, arguments[0], arguments[1], isWatched());
    } catch (ReflectiveOperationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException(
          cause instanceof IllegalStateException ? cause.getMessage() : cause.toString(), e);
    }
  }

  /** Since Java 22 there is a console without a terminal too, and it can say so. */
  private static boolean isWatched() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }

  private static List<URL> unpack(Path war, Path work) throws IOException {
    List<URL> urls = new ArrayList<>();
    // Made before it is named, for the URL of a directory ends with a slash and no other does.
    urls.add(Files.createDirectories(work.resolve(CLASSES)).toUri().toURL());
    try (JarFile jar = new JarFile(war.toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName();
        boolean library = name.startsWith(LIBRARIES);
        if (!entry.isDirectory() && (library || name.startsWith(CLASSES))) {
          Path file = work.resolve(name);
          Files.createDirectories(file.getParent());
          try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file);
          }
          if (library) {
            urls.add(file.toUri().toURL());
          }
        }
      }
    }
    return urls;
  }
}
