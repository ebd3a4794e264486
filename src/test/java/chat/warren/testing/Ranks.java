package chat.warren.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.SQLiteDataSource;

/** Gives people a rank behind the served Warren's back, in its store. */
public final class Ranks {
  private Ranks() {}

  /** As if the guest of that handle had registered. */
  public static void register(String handle) {
    set("update person set guest = false where name = ?", handle);
  }

  public static void makeAdministrator(String handle) {
    set("update person set guest = false, administrator = true where name = ?", handle);
  }

  /** As if the person had one, of those with an account; nobody can sign in by it. */
  public static void setPassword(String handle) {
    set("update person set password = 'none' where name = ?", handle);
  }

  private static void set(String sql, String handle) {
    SQLiteDataSource store = new SQLiteDataSource();
    store.setUrl("jdbc:sqlite:" + Path.of(System.getProperty("WARREN_DATA"), "warren.db"));
    try (Connection connection = store.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, handle);
      if (update.executeUpdate() != 1) {
        throw new AssertionError("nobody is called " + handle);
      }
    } catch (SQLException e) {
      throw new AssertionError("the store at " + store.getUrl() + " cannot be written", e);
    }
  }
}
