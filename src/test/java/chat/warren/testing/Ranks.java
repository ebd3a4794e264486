package chat.warren.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Gives people a rank behind the served Warren's back, in its store; by a process of its own, for
 * SQLite's locks are a process's and two copies of it in one take them from each other.
 */
public final class Ranks {
  private Ranks() {}

  /** As if the guest of that handle had registered. */
  public static void register(String handle) {
    set("guest = false", handle);
  }

  public static void makeAdministrator(String handle) {
    set("guest = false, administrator = true", handle);
  }

  /** As if the person had one, of those with an account; nobody can sign in by it. */
  public static void setPassword(String handle) {
    set("password = 'none'", handle);
  }

  private static void set(String columns, String handle) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Ranks.class.getName(),
                  store(),
                  columns,
                  handle)
              .inheritIO()
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError(handle + " has no other rank");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String store() {
    Path file = Path.of(System.getProperty("WARREN_DATA"), "warren.db");
    return System.getProperty("WARREN_DB", "jdbc:sqlite:" + file + "?busy_timeout=10000");
  }

  /** The store, what is to be set, whose. */
  public static void main(String[] arguments) throws SQLException {
    try (Connection store = DriverManager.getConnection(arguments[0]);
        PreparedStatement update =
            store.prepareStatement("update person set " + arguments[1] + " where name = ?")) {
      update.setString(1, arguments[2]);
      if (update.executeUpdate() != 1) {
        throw new SQLException("nobody is called " + arguments[2]);
      }
    }
  }
}
