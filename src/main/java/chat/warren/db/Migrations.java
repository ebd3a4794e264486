package chat.warren.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a store up to date: the same steps on both databases, from {@code db/migration}. */
final class Migrations {
  /**
   * With this begin the names of steps that an older Warren does not mind: they only add what it
   * does not know.
   */
  static final String ADDITIVE = "additive ";

  /**
   * For PostgreSQL: texts are compared and sorted by their characters' numbers, as SQLite does it,
   * whatever order the database was made with; and only A to Z have small letters. The lock's
   * number means nothing.
   */
  private static final String BY_CHARACTERS =
      """
      do $$
      declare
        here record;
      begin
        perform pg_advisory_xact_lock(4711);
        for here in
          select table_name, column_name from information_schema.columns
          where table_schema = current_schema() and data_type = 'text'
            and collation_name is distinct from 'C' and table_name <> 'flyway_schema_history'
        loop
          execute format('alter table %I alter column %I type text collate "C"',
            here.table_name, here.column_name);
        end loop;
      end
      $$""";

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
            .locations("classpath:db/migration")
            .placeholders(Map.of("id", dialect.id()))
            .load();
    Arrays.stream(flyway.info().applied())
        .filter(step -> step.getState().isApplied() && !step.getState().isResolved())
        .filter(step -> !step.getDescription().startsWith(ADDITIVE))
        .findFirst()
        .ifPresent(Migrations::refuse);
    flyway.migrate();
    if (dialect == Dialect.POSTGRESQL) {
      sortByCharacters(source);
    }
    return flyway.info().current().getVersion().toString();
  }

  private static void sortByCharacters(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(BY_CHARACTERS);
    } catch (SQLException e) {
      throw new FlywayException("cannot set how texts are sorted", e);
    }
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
