package chat.warren.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Postgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

/** PostgreSQL starts with the file of {@code server-config}, and does as it says. */
class PostgresConfigurationTest {
  private static final Path FILE = Path.of("server-config/postgresql/warren.conf");

  @Test
  void postgresTakesEverySetting() throws IOException, SQLException {
    Map<String, String> settings = settings();
    EmbeddedPostgres.Builder builder = Postgres.builder();
    settings.forEach(builder::setServerConfig);
    try (EmbeddedPostgres server = builder.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      try (Connection connection = new Driver().connect(url, new Properties());
          Statement statement = connection.createStatement()) {
        for (Map.Entry<String, String> setting : settings.entrySet()) {
          ResultSet shown = statement.executeQuery("show " + setting.getKey());
          assertTrue(shown.next());
          String value = shown.getString(1);
          boolean isCompression = setting.getKey().equals("wal_compression");
          assertEquals(isCompression ? "pglz" : setting.getValue(), value, setting.getKey());
        }
      }
      Database.open(new PostgresAddress(url)).close();
    }
  }

  private static Map<String, String> settings() throws IOException {
    try (Stream<String> lines = Files.lines(FILE)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" = "))
          .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }
  }
}
