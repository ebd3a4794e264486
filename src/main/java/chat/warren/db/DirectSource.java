package chat.warren.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections straight from PostgreSQL's driver, which need not be registered anywhere for that.
 * What the URL sets itself stays as it is. Thread-safe.
 */
final class DirectSource extends PGSimpleDataSource {
  private static final long serialVersionUID = 1;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final String address;
  private final Properties presets = new Properties();

  /**
   * @param answer how long an answer is waited for; zero for ever
   */
  DirectSource(String address, Duration answer) {
    this.address = address;
    PGProperty.APPLICATION_NAME.set(presets, "Warren");
    PGProperty.CONNECT_TIMEOUT.set(presets, (int) CONNECT.toSeconds());
    PGProperty.SOCKET_TIMEOUT.set(presets, (int) answer.toSeconds());
    PGProperty.TCP_KEEP_ALIVE.set(presets, true);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return new Driver().connect(address, presets);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }
}
