package chat.warren.user;

import chat.warren.db.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people have set for themselves, and what is known of them beside. Thread-safe. */
public final class Preferences {
  private final Database database;

  public Preferences(Database database) {
    this.database = database;
  }

  /**
   * Whether a person shows how far they have read in direct conversations, and sees it of others.
   */
  public boolean receipts(User user) {
    return !withReceipts(Set.of(user.id())).isEmpty();
  }

  /** Those of some people who show it. */
  public Set<Long> withReceipts(Collection<Long> people) {
    return database.read(
        handle ->
            handle
                .createQuery("select id from person where receipts and id in (<people>)")
                .bindList("people", people)
                .mapTo(Long.class)
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** Switches it on or off, for what is read from now on. */
  public void setReceipts(User user, boolean on) {
    database.write(
        handle -> handle.execute("update person set receipts = ? where id = ?", on, user.id()));
  }

  /** All that a person lets others do and see directly. */
  public Privacy privacy(User user) {
    return database.read(
        handle ->
            handle
                .select("select writers, receipts from person where id = ?", user.id())
                .map(
                    (row, context) ->
                        new Privacy(
                            Writers.of(row.getString("writers")), row.getBoolean("receipts")))
                .one());
  }

  /** Sets all of it at once. */
  void choose(User user, Privacy privacy) {
    database.write(
        handle ->
            handle.execute(
                "update person set writers = ?, receipts = ? where id = ?",
                privacy.writers().word(),
                privacy.receipts(),
                user.id()));
  }

  /** When a person last had a window open, to about a minute; empty for never. */
  public Optional<Instant> lastSeen(String name) {
    return database.read(
        handle ->
            handle
                .select("select seen_at from person where name = ? and seen_at is not null", name)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
  }
}
