package chat.warren.testing;

import chat.warren.db.Database;
import chat.warren.db.PostgresAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.sqlite.SQLiteDataSource;

/** Where things are kept: what a test says of one holds for the other. */
public enum Store {
  SQLITE {
    @Override
    public Database open(Path directory) {
      return Database.open(directory);
    }

    @Override
    public Connection connect(Path directory) throws SQLException {
      // Not by the list of drivers, from which a store of this process takes all when it is closed.
      SQLiteDataSource file = new SQLiteDataSource();
      file.setUrl("jdbc:sqlite:" + directory.resolve("warren.db"));
      return file.getConnection();
    }
  },

  POSTGRESQL {
    @Override
    public Database open(Path directory) {
      return Database.open(new PostgresAddress(Postgres.shared().of(directory)));
    }

    @Override
    public Connection connect(Path directory) throws SQLException {
      return new Driver().connect(Postgres.shared().of(directory), new Properties());
    }
  };

  /** Opens the store that belongs to a directory: the same one for the same. */
  public abstract Database open(Path directory);

  /**
   * A connection to what is kept there, made by a Warren of another process; a file's has ended.
   */
  public abstract Connection connect(Path directory) throws SQLException;
}
