package chat.warren.db;

import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a store up to date: the same steps on both databases, from {@code db/migration}. */
final class Migrations {
  /**
   * With this begin the names of steps that an older Warren does not mind: they only add what it
   * does not know.
   */
  static final String ADDITIVE = "additive ";

  private Migrations() {}

  /**
   * Does the steps that are still to do. Several may call it at once for the same store: one does
   * them, and the others wait.
   *
   * @return the newest step
   * @throws DatabaseUnusable if a newer Warren has done steps that this one would not work with
   */
  static String run(DataSource source, Dialect dialect) {
    Flyway flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(source)
            .locations(locations(dialect))
            .placeholders(Map.of("id", dialect.id()))
            .load();
    Arrays.stream(flyway.info().applied())
        .filter(step -> step.getState().isApplied() && !step.getState().isResolved())
        .filter(step -> !step.getDescription().startsWith(ADDITIVE))
        .findFirst()
        .ifPresent(Migrations::refuse);
    flyway.migrate();
    return flyway.info().current().getVersion().toString();
  }

  private static String[] locations(Dialect dialect) {
    String own = "classpath:db/" + dialect.name().toLowerCase(java.util.Locale.ROOT);
    return dialect == Dialect.SQLITE
        ? new String[] {"classpath:db/migration"}
        : new String[] {"classpath:db/migration", own};
  }

  private static void refuse(MigrationInfo step) {
    throw new DatabaseUnusable(
        "The database was brought up to date by a newer Warren (step "
            + step.getVersion()
            + ", "
            + step.getDescription()
            + "), with which this one cannot work. Start the newer one, or put a copy from before it in place.",
        null);
  }
}
