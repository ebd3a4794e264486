package chat.warren.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Postgres;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/** Instead of a URL: the name of a pool that the server manages. */
class ManagedSourceTest {
  private static final String NAME = "java:comp/env/jdbc/warren";
  private static HikariDataSource pool;

  /** Knows one name, as a server's directory does. */
  public static final class Names implements InitialContextFactory {
    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
      return (Context)
          Proxy.newProxyInstance(
              Names.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (context, method, arguments) -> {
                if (method.getName().equals("lookup") && !NAME.equals(arguments[0])) {
                  throw new NameNotFoundException(String.valueOf(arguments[0]));
                }
                return method.getName().equals("lookup") ? pool : null;
              });
    }
  }

  @BeforeEach
  void serve(@TempDir Path directory) {
    pool = new HikariDataSource();
    // By its class: a store of this process takes the drivers along when it is closed.
    pool.setDriverClassName(Driver.class.getName());
    pool.setJdbcUrl(Postgres.shared().of(directory));
    pool.setMaximumPoolSize(12);
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
  }

  @AfterEach
  void end() {
    System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    pool.close();
  }

  @Test
  void servesAsWellAsAUrlAndIsLeftToTheServer() {
    for (int number = 0; number < 2; number++) {
      try (Database database = Database.open(new PostgresAddress(NAME))) {
        String sql =
            "insert into person (name, display, guest, created_at) values (?, 'P', true, 0)";
        String name = "p" + number;
        database.write(handle -> handle.execute(sql, name));
        assertEquals(number + 1, count(database));
      }
    }
    assertFalse(pool.isClosed());
  }

  private static int count(Database database) {
    return database.read(
        handle -> handle.createQuery("select count(*) from person").mapTo(int.class).one());
  }

  @Test
  void whereThereIsNoneThatIsSaid() {
    PostgresAddress nowhere = new PostgresAddress("java:comp/env/jdbc/other");
    String line = assertThrows(DatabaseUnusable.class, () -> Database.open(nowhere)).getMessage();
    assertTrue(line.contains("java:comp/env/jdbc/other") && line.contains("WARREN_DB"), line);
  }
}
