package chat.warren.db;

import java.util.regex.Pattern;
import org.postgresql.Driver;

/**
 * Where a PostgreSQL is: its JDBC URL, or the JNDI name of a data source that the server manages.
 *
 * @param value the URL or the name; the URL may hold a password
 */
public record PostgresAddress(String value) {
  private static final String URL = "jdbc:postgresql:";
  private static final Pattern NAME = Pattern.compile("(java:|jdbc/)\\S+");

  /**
   * @throws IllegalArgumentException if it is neither
   */
  public PostgresAddress {
    if (!NAME.matcher(value).matches()
        && !(value.startsWith(URL) && Driver.parseURL(value, null) != null)) {
      throw new IllegalArgumentException("neither a URL nor a name: " + withoutSecrets(value));
    }
  }

  boolean isUrl() {
    return value.startsWith(URL);
  }

  /** An address, whether or not it is one, without what nobody should read in a log. */
  public static String withoutSecrets(String value) {
    return value
        .replaceFirst("\\?.*", "")
        .replaceFirst("//.*@", "//…@")
        .replaceAll("(?i)(pass\\w*=)\\S+", "$1…");
  }

  /** For people; without parameters, among which the password may be. */
  @Override
  public String toString() {
    return withoutSecrets(value);
  }
}
