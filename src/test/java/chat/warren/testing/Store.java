package chat.warren.testing;

import chat.warren.db.Database;
import chat.warren.db.PostgresAddress;
import java.nio.file.Path;

/** Where things are kept: what a test says of one holds for the other. */
public enum Store {
  SQLITE {
    @Override
    public Database open(Path directory) {
      return Database.open(directory);
    }
  },

  POSTGRESQL {
    @Override
    public Database open(Path directory) {
      return Database.open(new PostgresAddress(Postgres.shared().of(directory)));
    }
  };

  /** Opens the store that belongs to a directory: the same one for the same. */
  public abstract Database open(Path directory);
}
