package chat.warren.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes administrators as only the machine's owner can: in the store itself. */
public final class Administrators {
  private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">([^<]+)</code>");

  private Administrators() {}

  /** Gives a person of that handle the rank, in a process of its own: SQLite's locks are by it. */
  public static void make(Path data, String name) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Administrators.class.getName(),
                  data.resolve("warren.db").toString(),
                  name)
              .inheritIO()
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError(name + " is no administrator");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] arguments) throws SQLException {
    try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
        PreparedStatement update =
            store.prepareStatement("update person set administrator = true where name = ?")) {
      store.createStatement().execute("pragma busy_timeout = 10000");
      update.setString(1, arguments[1]);
      if (update.executeUpdate() != 1) {
        throw new SQLException("nobody is called " + arguments[1]);
      }
    }
  }

  /** An administrator at this browser makes a token and copies it. */
  public static String makeToken(Site administrator, String label) {
    String page = administrator.submit("tokens", "tokens", Map.of("label", label)).body();
    Matcher secret = SECRET.matcher(page);
    if (!secret.find()) {
      throw new AssertionError("no token: " + page);
    }
    return secret.group(1);
  }
}
