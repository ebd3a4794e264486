package chat.warren.db;

import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The few things about the whole store that all nodes have to agree on. Thread-safe. */
public final class Facts {
  private final Database database;

  public Facts(Database database) {
    this.database = database;
  }

  /**
   * What stands under a name.
   *
   * @param first gives what is to stand there if there is nothing
   */
  public String of(String name, Supplier<String> first) {
    return database
        .read(handle -> find(handle, name))
        .orElseGet(
            () ->
                database.write(
                    handle -> {
                      handle.execute(
                          "insert into fact (name, value) values (?, ?) on conflict do nothing",
                          name,
                          first.get());
                      return find(handle, name).orElseThrow();
                    }));
  }

  /** Nothing stands under a name any more. */
  public void forget(String name) {
    database.write(handle -> handle.execute("delete from fact where name = ?", name));
  }

  private static Optional<String> find(Handle handle, String name) {
    return handle
        .createQuery("select value from fact where name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }
}
